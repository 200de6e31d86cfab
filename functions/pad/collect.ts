import { PadBatch, PadRating } from '../../events/rating/rating.ts';
import type { PadBatchAnswer } from '../../events/rating/rating.ts';
import { mapInOrderByKey } from '../../shared/concurrency.ts';
import { addSequences, missingSequences } from '../../shared/domain/pad/pad.ts';
import type { Pad } from '../../shared/domain/pad/pad.ts';
import { parseInstant } from '../../shared/domain/time/instant.ts';
import { batchBody, parseInput, readBody } from '../../shared/http/body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { padOf } from '../../shared/http/pad/pad-call.ts';
import type { PadDeps } from '../../shared/http/pad/pad-call.ts';
import { Problem, problemBody } from '../../shared/http/problem/problem.ts';
import { readToken } from '../../shared/http/token.ts';
import { sha256 } from '../../shared/rules.ts';
import { ratedContact, receiveRating } from '../rating/receive-rating.ts';
import type { RatingDeps } from '../rating/receive-rating.ts';
import { changePad } from './change-pad.ts';

export type CollectDeps = PadDeps & RatingDeps;

type Outcome =
  | { readonly of: 'stored' | 'repeats'; readonly sequence: number; readonly receipt: string }
  | { readonly of: 'refused'; readonly sequence: number | null; readonly problem: Problem };

/**
 * True for problems that are temporary and not about the rating: the pad sends the whole batch
 * again.
 */
const isPassing = (problem: Problem): boolean =>
  problem.code === 'busy' || problem.code === 'fault';

/**
 * A pad counts up by one. A number far ahead means a broken counter, and the gaps must stay
 * countable.
 */
const widestGap = 10_000;

const isPlausible = (sequence: number, pad: Pad): boolean =>
  sequence <= (pad.received.at(-1)?.[1] ?? 0) + widestGap;

const recordRating = async (rating: PadRating, pad: Pad, deps: CollectDeps): Promise<Outcome> => {
  const { sequence, ratedAt, token, ...draft } = rating;
  if (!isPlausible(sequence, pad)) throw new Problem('sequence_implausible');
  const invited = await readToken(deps.keys, token, deps.now());
  if (invited.padId !== pad.id) throw new Problem('token_of_other_channel');
  const { receipt, repeated } = await receiveRating(
    {
      rated: await ratedContact(deps.cases, invited),
      draft,
      origin: {
        channel: 'pad',
        proof: 'pad',
        claimedAt: ratedAt === undefined ? undefined : parseInstant(ratedAt),
        pad: { id: pad.id, sequence },
      },
    },
    deps,
  );
  return { of: repeated ? 'repeats' : 'stored', sequence, receipt };
};

const sequenceOf = (given: unknown): number | null => {
  const sequence = PadRating.shape.sequence.safeParse((given as { sequence?: unknown })?.sequence);
  return sequence.success ? sequence.data : null;
};

/**
 * Returns the JSON text of a value. Extremely deep nesting cannot be serialized; no real pad sends
 * it.
 */
const textOf = (given: unknown): string => {
  try {
    return JSON.stringify(given);
  } catch (fault) {
    if (fault instanceof RangeError) return 'nested too deeply to be kept';
    throw fault;
  }
};

/**
 * Stores a refused rating, encrypted, under its sequence number: no input of a resident may be
 * lost.
 */
const refuseRating = async (
  given: unknown,
  problem: Problem,
  { pad, deps }: { pad: Pad; deps: CollectDeps },
): Promise<Outcome> => {
  const sequence = sequenceOf(given);
  const text = textOf(given);
  await deps.pads.keepRefused({
    padId: pad.id,
    sequence: sequence ?? 0,
    mark: sha256(text).slice(0, 16),
    at: deps.now(),
    code: problem.code,
    sealed: await deps.keys.encrypt(text, `pad/${pad.id}/refused`),
  });
  return { of: 'refused', sequence, problem };
};

const takeOne = async (given: unknown, pad: Pad, deps: CollectDeps): Promise<Outcome> => {
  try {
    return await recordRating(parseInput(PadRating, given), pad, deps);
  } catch (fault) {
    if (!(fault instanceof Problem) || isPassing(fault)) throw fault;
    return refuseRating(given, fault, { pad, deps });
  }
};

/**
 * `POST /v1/pads/me/ratings`: takes a batch with the pad's own sequence numbers. Every number in
 * the answer, including refused ones, is settled, and the pad may delete it; `missing` lists the
 * numbers below the highest that never arrived. The received ranges are written last: after a crash
 * before that, the pad sends again, and stored ratings return as repeats.
 */
export const collectRatings =
  (deps: CollectDeps): HttpHandler =>
  async (request) => {
    const pad = await padOf(request, deps);
    const { ratings } = readBody(request, PadBatch, batchBody);
    // One after the other, because a repeat in the batch has to find the first.
    const outcomes = await mapInOrderByKey(ratings, { width: 1 }, (given) =>
      takeOne(given, pad, deps),
    );
    const settled = outcomes.flatMap(({ sequence }) =>
      sequence !== null && isPlausible(sequence, pad) ? [sequence] : [],
    );
    const { received } = await changePad(deps.pads, pad.id, (known) => ({
      ...known,
      received: addSequences(known.received, settled),
      lastSeenAt: deps.now(),
    }));
    const listReceipts = (of: 'stored' | 'repeats') =>
      outcomes.flatMap((outcome) =>
        outcome.of === of ? [{ sequence: outcome.sequence, receipt: outcome.receipt }] : [],
      );
    const body: PadBatchAnswer = {
      stored: listReceipts('stored'),
      repeats: listReceipts('repeats'),
      refused: outcomes.flatMap((outcome) => {
        if (outcome.of !== 'refused') return [];
        const { code, detail } = problemBody(outcome.problem, languageOf(request));
        return [{ sequence: outcome.sequence, code, detail }];
      }),
      missing: missingSequences(received).map(([from, to]) => [from, to]),
      highest: received.at(-1)?.[1] ?? 0,
    };
    return { status: 200, body };
  };
