import type { SigningKey } from '../client/loop-client.ts';

export interface Given {
  readonly 'base-url'?: string | undefined;
  readonly key?: string | undefined;
  readonly secret?: string | undefined;
}

/** Whom to call and as whom; arguments go before the environment, where a secret is not listed. */
export interface Access {
  readonly url: string;
  readonly key: SigningKey;
}

export const accessOf = (given: Given, environment: NodeJS.ProcessEnv): Access | undefined => {
  const url = given['base-url'] ?? environment['HCP_BASE_URL'];
  const accessKey = given.key ?? environment['HCP_KEY'];
  const secret = given.secret ?? environment['HCP_SECRET'];
  if (url === undefined || accessKey === undefined || secret === undefined) return undefined;
  return { url: url.replace(/\/+$/, ''), key: { accessKey, secret } };
};
