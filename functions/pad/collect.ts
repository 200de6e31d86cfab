import { PadBatch } from '../../events/rating/rating.ts';
import type { PadBatchAnswer } from '../../events/rating/rating.ts';
import { mapInOrderByKey } from '../../shared/concurrency.ts';
import { addSequences, highestOf, missingSequences } from '../../shared/domain/pad/pad.ts';
import type { Pad, Ranges } from '../../shared/domain/pad/pad.ts';
import { clockBehind } from '../../shared/domain/pad/press-time.ts';
import { suspensionDoubts } from '../../shared/domain/pad/suspension.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { batchBody } from '../../shared/http/body.ts';
import { isDamagedBody, readDamagedBody } from '../../shared/http/damaged-body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { padOf } from '../../shared/http/pad/pad-call.ts';
import { padProblems } from '../../shared/http/problem/pad.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { changePad } from './change-pad.ts';
import { hasTwice, readPadRating, sequenceOf } from './read-rating.ts';
import type { PadDraft } from './read-rating.ts';
import { hasLost, keepRefused, sentIn } from './refuse/keep-refused.ts';
import type { Sent } from './refuse/keep-refused.ts';
import { refusedAdvice } from './refuse/refused-advice.ts';
import { takeRating } from './take-rating.ts';
import type { TakeDeps, Taken } from './take-rating.ts';

export type CollectDeps = TakeDeps;

type Outcome =
  | (Taken & { readonly sequence: number; readonly hasUnknown: boolean })
  | {
      readonly of: 'refused';
      readonly sequence: number | null;
      readonly problem: Problem;
      readonly hasUnknown?: undefined;
    };

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
  sequence <= highestOf(pad.received) + widestGap;

/** What one batch has in common. */
interface Batch {
  readonly pad: Pad;
  readonly behindMs: number;
  /** Its bytes were not UTF-8. */
  readonly isDamaged: boolean;
  readonly deps: CollectDeps;
}

const readRating = (given: unknown, { pad, behindMs, isDamaged, deps }: Batch): PadDraft => {
  if (isDamaged && hasLost(given)) throw new Problem(padProblems.text_damaged);
  if (hasTwice(given)) throw new Problem(padProblems.member_twice);
  const draft = readPadRating(given, { behindMs, since: pad.at, now: deps.now() });
  if (!isPlausible(draft.rating.sequence, pad)) throw new Problem('sequence_implausible');
  const doubts = [...draft.doubts, ...suspensionDoubts(pad, draft.pressed.pressedAt)];
  return { ...draft, doubts };
};

const takeOne = async (sent: Sent, { pad, ...batch }: Batch): Promise<Outcome> => {
  const { deps } = batch;
  const { given } = sent;
  try {
    const draft = readRating(given, { pad, ...batch });
    const { hasUnknown, rating } = draft;
    return { ...(await takeRating(draft, pad, deps)), sequence: rating.sequence, hasUnknown };
  } catch (fault) {
    if (!(fault instanceof Problem) || isPassing(fault)) throw fault;
    await keepRefused(sent, fault, { pad, deps });
    return { of: 'refused', sequence: sequenceOf(given), problem: fault };
  }
};

const answerOf = (
  outcomes: readonly Outcome[],
  received: Ranges,
  language: Language,
): PadBatchAnswer => {
  const listNumbers = (of: 'stored' | 'repeats') =>
    outcomes.flatMap((outcome) => (outcome.of === of ? [{ sequence: outcome.sequence }] : []));
  return {
    stored: listNumbers('stored'),
    repeats: listNumbers('repeats'),
    refused: outcomes.flatMap((outcome) => {
      if (outcome.of !== 'refused') return [];
      const { sequence, problem } = outcome;
      return [{ sequence, code: problem.code, detail: refusedAdvice(problem, language) }];
    }),
    missing: missingSequences(received).map(([from, to]) => [from, to]),
    highest: highestOf(received),
    held: outcomes.flatMap((outcome) =>
      outcome.of === 'held' ? [{ sequence: outcome.sequence, bound: outcome.bound }] : [],
    ),
    ignored: outcomes.flatMap(({ hasUnknown, sequence }) => (hasUnknown ? [sequence] : [])),
  };
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
    const pad = await padOf(request, { ...deps, takesDamaged: true });
    const { ratings, clock } = readDamagedBody(request, PadBatch, batchBody);
    const clockBehindMs = clockBehind(clock, deps.now()) ?? pad.clockBehindMs;
    const isDamaged = isDamagedBody(request);
    const now = { ...pad, clockBehindMs };
    const batch = { pad: now, behindMs: clockBehindMs ?? 0, isDamaged, deps };
    // One after the other, because a repeat in the batch has to find the first.
    const outcomes = await mapInOrderByKey(sentIn(ratings), { width: 1 }, (sent) =>
      takeOne(sent, batch),
    );
    const settled = outcomes.flatMap(({ sequence }) =>
      sequence !== null && isPlausible(sequence, pad) ? [sequence] : [],
    );
    const { received } = await changePad(deps.pads, pad.id, (known) => ({
      ...known,
      received: addSequences(known.received, settled),
      lastSeenAt: deps.now(),
      clockBehindMs,
    }));
    return { status: 200, body: answerOf(outcomes, received, languageOf(request)) };
  };
