import { centerPath } from '../system/center/center.ts';
import type { Caller, LoopClient, Reply, SigningKey } from './loop-client.ts';
import { confirmProposed } from './two-persons.ts';

interface Shown {
  readonly access: {
    readonly accessKey: string;
    readonly secret: string;
    readonly sm: { readonly sm4Key: string; readonly sm2PrivateKey: string };
  };
}

export interface Joining {
  readonly client: LoopClient;
  /** System administrators of the city: one proposes, the other confirms. */
  readonly admin: Caller;
  readonly second: Caller;
  /** The key of an integrator with the right `center`, for the callbacks. */
  readonly callbackKey: SigningKey;
  /** How the city signs its reports; default `hmac`. */
  readonly scheme?: 'hmac' | 'sm';
}

const expectOk = <Body>({ status, body }: Reply<Body>, what: string): Body => {
  if (status === 200) return body;
  throw new Error(
    `the city and the center cannot exchange keys: ${what}: ${status} ${JSON.stringify(body)}`,
  );
};

/**
 * Exchanges keys between the city and the simulated center: the city signs its reports with one,
 * the center its callbacks with the other. Before that nothing is reported, and nothing is lost.
 * Idempotent.
 */
export const joinCenter = async ({
  client,
  admin,
  second,
  callbackKey,
  scheme = 'hmac',
}: Joining): Promise<void> => {
  const open = client.open();
  const { access } = expectOk(await open.get<Shown>(centerPath), 'the keys of the center');
  const { accessKey, secret, sm } = access;
  const keys = { scheme, accessKey, secret, ...(scheme === 'sm' ? sm : {}) };
  const proposed = await admin.put('/v1/center', keys);
  expectOk(await confirmProposed(second, proposed), 'PUT /v1/center');
  const ours = { accessKey: callbackKey.accessKey, secret: callbackKey.secret };
  expectOk(await open.post(`${centerPath}/callback-key`, ours), 'the callback key of the center');
};
