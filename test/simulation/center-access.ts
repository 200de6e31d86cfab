import { joinCenter } from '../../infra/local/client/join-center.ts';
import type { SigningKey } from '../../infra/local/client/loop-client.ts';
import type { Loop } from '../support/loop.ts';
import { done } from './people.ts';

/** The center as it is seen from outside of the city. */
export const center = async <Body>({ client }: Loop, query = ''): Promise<Body> =>
  (await client.open().get<Body>(`/_local/center${query}`)).body;

/** What administrators do once: the city and the center get each other's keys. */
export const join = async (loop: Loop): Promise<void> => {
  const admin = await loop.staff('sysadmin');
  const asked = { name: '省评价中心', may: ['center'] };
  const callbackKey = await done(() => admin.post<SigningKey>('/v1/integrators', asked));
  await joinCenter({ client: loop.client, admin, callbackKey });
};
