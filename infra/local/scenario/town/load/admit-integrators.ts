import type { SigningKey } from '../../../client/loop-client.ts';
import { integrators } from '../table/integrator.table.ts';
import { everyPage } from './every-page.ts';
import { expectStatus } from './loading.ts';
import type { Loading } from './loading.ts';

interface Known {
  readonly accessKey: string;
  readonly name: string;
  readonly state: string;
}

/**
 * A new key for a system of that name. A secret is shown only once: a key of an earlier attempt that
 * died before it was kept is revoked and made anew.
 */
export const admitAnew = async (
  loading: Loading,
  { name, may }: { readonly name: string; readonly may: readonly string[] },
): Promise<SigningKey> => {
  const admin = loading.client.bearer(await loading.tokenOf('sysadmin'));
  const known = await everyPage<Known>(admin, '/v1/integrators', 'integrators');
  for (const lost of known.filter((one) => one.name === name && one.state === 'active')) {
    const revoked = await admin.delete(`/v1/integrators/${lost.accessKey}`);
    expectStatus(revoked, [200, 204], `revoking ${name}`);
  }
  const admitted = await admin.post<SigningKey>('/v1/integrators', { name, may });
  const { accessKey, secret } = expectStatus(admitted, [201], `admission of ${name}`);
  return { accessKey, secret };
};

/** One key per system. */
export const admitIntegrators = async (loading: Loading): Promise<void> => {
  for (const { word, name, may } of integrators) {
    if (loading.ledger.integrators[word]) continue;
    loading.ledger.integrators[word] = await admitAnew(loading, { name, may });
    loading.keep();
  }
};
