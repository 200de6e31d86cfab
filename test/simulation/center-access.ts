import { joinCenter } from '../../infra/local/client/join-center.ts';
import type { SigningKey } from '../../infra/local/client/loop-client.ts';
import type { Loop } from '../support/loop.ts';
import { done } from './people.ts';

/** The center as seen from outside the city. */
export const center = async <Body>({ client }: Loop, query = ''): Promise<Body> =>
  (await client.open().get<Body>(`/_local/center${query}`)).body;

/** Setup by administrators: the city and the center exchange keys. */
export const join = async (loop: Loop): Promise<void> => {
  const admin = await loop.staff('sysadmin');
  const asked = { name: '省评价中心', may: ['center'] };
  const callbackKey = await done(() => admin.post<SigningKey>('/v1/integrators', asked));
  await joinCenter({ client: loop.client, admin, callbackKey });
};
