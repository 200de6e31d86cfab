import type { PadDeps } from '../ports.ts';
import type { RatingQueue } from '../queue/queue.ts';
import type { HeartbeatAnswer, PadFacts } from './answers.ts';
import { problemIn } from './call.ts';
import type { Caller } from './call.ts';
import type { ServerClock } from './server-clock.ts';

/** What the pad says of itself. */
export interface Health {
  readonly waiting: number;
  readonly oldestAt: number | null;
  readonly storage: 'broken' | 'ok';
  readonly faults: number;
  readonly persisted: boolean;
}

export interface BeatDeps extends Pick<PadDeps, 'now' | 'version'> {
  readonly call: Caller;
  readonly clock: ServerClock;
  readonly queue: RatingQueue;
}

export type Beat =
  | { readonly of: 'beat'; readonly hasGaps: boolean }
  | { readonly of: 'none'; readonly problem: string };

const toMoment = (at: number): string => new Date(at).toISOString();

/** A counter that was lost goes on behind what the server has. */
const keepUp = async (
  { highest, serverTime }: { readonly highest: number; readonly serverTime: string },
  { clock, queue }: BeatDeps,
): Promise<void> => {
  await clock.correct(serverTime);
  await queue.continueBehind(highest);
};

/**
 * Tells the server how the pad is. `clock` is that of the device, so that one that is off is seen.
 *
 * @throws StorageFault
 */
export const beat = async (health: Health, deps: BeatDeps): Promise<Beat> => {
  const { call, now, version } = deps;
  const { oldestAt, ...more } = health;
  const oldest = oldestAt === null ? {} : { oldestAt: toMoment(oldestAt) };
  const body = { ...more, ...oldest, version, page: version, clock: toMoment(now()) };
  const outcome = await call({ method: 'POST', path: '/v1/pads/me/heartbeat', body });
  if (outcome.of !== 'ok') return { of: 'none', problem: problemIn(outcome) };
  const { at, missing, highest } = outcome.body as HeartbeatAnswer;
  await keepUp({ serverTime: at, highest }, deps);
  return { of: 'beat', hasGaps: missing.length > 0 };
};

/**
 * What the pad is: where it stands, its rules. Undefined when there is no answer.
 *
 * @throws StorageFault
 */
export const readFacts = async (deps: BeatDeps): Promise<PadFacts | undefined> => {
  const outcome = await deps.call({ method: 'GET', path: '/v1/pads/me' });
  if (outcome.of !== 'ok') return undefined;
  const facts = outcome.body as PadFacts;
  await keepUp(facts, deps);
  return facts;
};
