import { joinCenter } from '../../infra/local/client/join-center.ts';
import type { Loop } from './loop.ts';

/** Setup by two administrators: the city and the center exchange keys. */
export const joinCity = async (loop: Loop): Promise<void> => {
  const { key: callbackKey } = await loop.integrator(['center']);
  const [admin, second] = [await loop.staff('sysadmin'), await loop.staff('sysadmin-2')];
  await joinCenter({ client: loop.client, admin, second, callbackKey });
};
