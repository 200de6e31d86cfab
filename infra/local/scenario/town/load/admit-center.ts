import { joinCenter } from '../../../client/join-center.ts';
import { admitAnew } from './admit-integrators.ts';
import type { Loading } from './loading.ts';

const center = { name: '省一体化评价中心（模拟）', may: ['center'] } as const;

/** The provincial center is let in for its callbacks, and the city reports to it from here on. */
export const admitCenter = async (loading: Loading): Promise<void> => {
  const { client, ledger } = loading;
  if (ledger.centerJoined) return;
  const callbackKey = await admitAnew(loading, center);
  const admin = client.bearer(await loading.tokenOf('sysadmin'));
  await joinCenter({ client, admin, callbackKey });
  ledger.centerJoined = true;
  loading.keep();
};
