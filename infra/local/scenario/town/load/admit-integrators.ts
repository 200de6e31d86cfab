import { joinCenter } from '../../../client/join-center.ts';
import type { SigningKey } from '../../../client/loop-client.ts';
import { integrators } from '../table/integrator.table.ts';
import type { Loading } from './loading.ts';

const by = 'sysadmin';
const center = { name: '省一体化评价中心（模拟）', may: ['center'] } as const;

/**
 * Makes a new key for a system. A secret is shown only once: the key of an attempt that ended before
 * the key was kept is revoked.
 */
const admitAnew = async (
  { player }: Loading,
  { name, may }: { readonly name: string; readonly may: readonly string[] },
): Promise<SigningKey> => {
  const pages = await player.readPages('listIntegrators', { by });
  const known = pages.flatMap((page) => page.integrators);
  for (const { accessKey } of known.filter((one) => one.name === name && one.state === 'active')) {
    await player.play('revokeIntegrator', { by, at: { accessKey }, about: name });
  }
  const admission = { by, body: { name, may }, about: name };
  const { accessKey, secret } = await player.play('admitIntegrator', admission);
  return { accessKey, secret };
};

/** Admits each system with one key. */
export const admitIntegrators = async (loading: Loading): Promise<void> => {
  for (const { word, name, may } of integrators) {
    if (loading.ledger.integrators[word]) continue;
    loading.ledger.integrators[word] = await admitAnew(loading, { name, may });
    loading.keep();
  }
};

/** Admits the provincial center for its callbacks. From then on the city reports to it. */
export const admitCenter = async (loading: Loading): Promise<void> => {
  const { ledger } = loading;
  const { client } = loading.player;
  if (ledger.centerJoined) return;
  const callbackKey = await admitAnew(loading, center);
  const admin = client.bearer(await loading.tokenOf(by));
  await joinCenter({ client, admin, callbackKey });
  ledger.centerJoined = true;
  loading.keep();
};
