import type { SigningKey } from '../../client/loop-client.ts';
import { integrators } from '../integrator.table.ts';
import { expected } from './loading.ts';
import type { Loading } from './loading.ts';

interface Known {
  readonly accessKey: string;
  readonly name: string;
  readonly state: string;
}

/**
 * One key per system. A secret is shown only once: a key of an earlier attempt that died before it
 * was kept is revoked and made anew.
 */
export const admitIntegrators = async (loading: Loading): Promise<void> => {
  const admin = loading.client.bearer(await loading.tokenOf('sysadmin'));
  const listed = await admin.get<{ integrators: readonly Known[] }>('/v1/integrators');
  const known = expected(listed, [200], 'list of integrators').integrators;
  for (const { word, name, may } of integrators) {
    if (loading.ledger.integrators[word]) continue;
    for (const lost of known.filter((one) => one.name === name && one.state === 'active')) {
      const revoked = await admin.delete(`/v1/integrators/${lost.accessKey}`);
      expected(revoked, [200, 204], `revoking ${name}`);
    }
    const admitted = await admin.post<SigningKey>('/v1/integrators', { name, may });
    const { accessKey, secret } = expected(admitted, [201], `admission of ${name}`);
    loading.ledger.integrators[word] = { accessKey, secret };
    loading.keep();
  }
};
