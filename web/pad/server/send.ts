/** Sends what waits: oldest first, and deletes only what the server says it has settled. */
import type { RatingQueue } from '../queue/queue.ts';
import { problemIn } from './call.ts';
import type { Caller } from './call.ts';
import type { ServerClock } from './server-clock.ts';

/** The most that one call takes. */
const mostInBatch = 50;

export interface SendDeps {
  readonly queue: RatingQueue;
  readonly call: Caller;
  readonly clock: ServerClock;
}

/** How a round through the queue ended. */
export type Sent =
  /** Nothing that can be sent waits. */
  | { readonly of: 'done' }
  /** Some of it is still there, and shall be sent again later. */
  | { readonly of: 'later'; readonly problem: string };

interface Listed {
  readonly sequence?: unknown;
}

/** The numbers that an answer names, whatever else it has. */
const numbersIn = (list: unknown): readonly unknown[] =>
  Array.isArray(list) ? (list as (Listed | null)[]).map((listed) => listed?.sequence) : [];

/** `refused` are kept by the server, encrypted; two persons can take them up. */
const settledIn = (body: unknown): ReadonlySet<unknown> => {
  const { stored, repeats, held, refused } = body as Record<string, unknown>;
  return new Set([stored, repeats, held, refused].flatMap(numbersIn));
};

/** The batch is refused for what is in it, not for the moment. */
const isUnfit = (status: number): boolean => status === 400 || status === 413 || status === 422;

interface Round {
  /** The last number that was dealt with. */
  readonly after: number;
  readonly most: number;
  readonly problem: string | undefined;
}

type Turn = { readonly next: Round } | { readonly end: Sent };

const endOf = ({ problem }: Round): Turn => ({
  end: problem === undefined ? { of: 'done' } : { of: 'later', problem },
});

const takeTurn = async (round: Round, { queue, call, clock }: SendDeps): Promise<Turn> => {
  const { after, most } = round;
  const { ratings, last } = await queue.oldest(after, most);
  if (last === null) return endOf(round);
  if (ratings.length === 0) return { next: { ...round, after: last } };
  const outcome = await call({
    method: 'POST',
    path: '/v1/pads/me/ratings',
    body: { clock: new Date(clock.now()).toISOString(), ratings },
  });
  if (outcome.of === 'ok') {
    const settled = settledIn(outcome.body);
    const gone = ratings.map(({ sequence }) => sequence).filter((one) => settled.has(one));
    await queue.remove(gone);
    const problem = gone.length === ratings.length ? round.problem : 'unnamed';
    return { next: { after: last, most: mostInBatch, problem } };
  }
  const problem = problemIn(outcome);
  if (outcome.of !== 'refused' || !isUnfit(outcome.status))
    return { end: { of: 'later', problem } };
  if (most > 1) return { next: { ...round, most: Math.floor(most / 2) } };
  return { next: { after: last, most: mostInBatch, problem } };
};

/**
 * Goes once through the queue. What the server cannot take holds up nothing behind it; it stays and
 * is tried again in the next round.
 *
 * @throws StorageFault
 */
export const sendQueue = async (deps: SendDeps): Promise<Sent> => {
  let round: Round = { after: 0, most: mostInBatch, problem: undefined };
  for (;;) {
    const turn = await takeTurn(round, deps);
    if ('end' in turn) return turn.end;
    round = turn.next;
  }
};
