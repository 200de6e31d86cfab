import { IntegratorAdmitted } from '../../../../../events/access/integrator-view.ts';
import type { IntegratorScope } from '../../../../../shared/domain/access/scope.ts';
import { joinCenter } from '../../../client/join-center.ts';
import type { SigningKey } from '../../../client/loop-client.ts';
import { wholeCity } from '../../../client/two-persons.ts';
import { phonePath } from '../../../system/phone/phone.ts';
import { playByTwo } from '../../player/two-persons.ts';
import { integrators } from '../table/integrator.table.ts';
import type { Loading } from './loading.ts';

const [by, and] = ['sysadmin', 'sysadmin-2'];
const phone = { name: '短信网关（模拟）', may: ['messages'], scope: wholeCity } as const;
const center = { name: '省一体化评价中心（模拟）', may: ['center'], scope: wholeCity } as const;

/**
 * Makes a new key for a system. A secret is shown only once: the key of an attempt that ended before
 * the key was kept is revoked.
 */
const admitAnew = async (
  { player }: Loading,
  body: { readonly name: string; readonly may: readonly string[]; readonly scope: IntegratorScope },
): Promise<SigningKey> => {
  const { name } = body;
  const pages = await player.readPages('listIntegrators', { by });
  const known = pages.flatMap((page) => page.integrators);
  for (const { accessKey } of known.filter((one) => one.name === name && one.state === 'active')) {
    await player.play('revokeIntegrator', { by, at: { accessKey }, about: name });
  }
  const { accessKey, secret } = await playByTwo(player, 'admitIntegrator', {
    given: { by, and, body, about: name },
    result: IntegratorAdmitted,
  });
  return { accessKey, secret };
};

/** Admits each system with one key. */
export const admitIntegrators = async (loading: Loading): Promise<void> => {
  for (const { word, about: _about, ...body } of integrators) {
    if (loading.ledger.integrators[word]) continue;
    loading.ledger.integrators[word] = await admitAnew(loading, body);
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
  const second = client.bearer(await loading.tokenOf(and));
  await joinCenter({ client, admin, second, callbackKey });
  ledger.centerJoined = true;
  loading.keep();
};

/** Admits the simulated phone, which gets messages from the next start on. */
export const admitPhone = async (loading: Loading): Promise<void> => {
  const { ledger } = loading;
  if (ledger.phoneJoined) return;
  const key = await admitAnew(loading, phone);
  const told = await loading.player.client.open().post(`${phonePath}/key`, key);
  if (told.status !== 200) throw new Error(`the phone takes no key: ${told.status}`);
  ledger.phoneJoined = true;
  loading.keep();
};
