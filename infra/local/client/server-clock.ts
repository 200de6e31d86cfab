import { loopClient } from './loop-client.ts';
import type { ProblemBody, SigningKey } from './loop-client.ts';

/**
 * Returns a clock with the server's time as far as a client can know it: the local time, unless a
 * signed call is refused because of its time. That response contains the server's time.
 */
export const serverClock = async (url: string, key: SigningKey): Promise<() => number> => {
  const path = '/v1/cases/000000000000000000000';
  const { status, body } = await loopClient(url).signed(key).get<ProblemBody>(path);
  const told = status === 401 && body.code === 'clock_skew' ? body.serverTime : undefined;
  const ahead = told === undefined ? 0 : Date.parse(told) - Date.now();
  return () => Date.now() + ahead;
};
