import type { CenterCallback } from '../../../events/exchange/callback.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { reportProblems } from '../../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { CenterCall, CenterCallStore } from '../../../shared/port/exchange/callback-store.ts';
import { receiveFollowUp } from '../../rating/receive-follow-up.ts';
import { fingerprintOf, receiveRating } from '../../rating/receive-rating.ts';
import type { RatingDeps } from '../../rating/receive-rating.ts';
import { contactsMeant, readEvaluation } from './reading.ts';
import type { ReadEvaluation } from './reading.ts';

export interface EvaluationDeps extends RatingDeps {
  readonly centerCalls: CenterCallStore;
}

interface Received {
  readonly rating: Pick<Rating, 'serviceNumber'>;
  readonly repeated: boolean;
}

/** A callback, and the access key of the center that brought it. */
interface Brought {
  readonly callback: CenterCallback;
  readonly accessKey: string;
}

interface Asked extends Brought {
  readonly evaluation: ReadEvaluation;
}

/**
 * Returns the case of a callback. The problem asks the center to call again until the case is here.
 */
export const caseOf = async (callback: CenterCallback, deps: RatingDeps): Promise<Case> => {
  const known = await deps.cases.find(callback.targetId);
  if (known === undefined) throw new Problem('case_unknown');
  return known;
};

/** Stores a rating that was given on the province's pages, or created there by default. */
const recordEvaluation = async (
  { callback, accessKey, evaluation }: Asked,
  deps: EvaluationDeps,
): Promise<Received> => {
  const known = await caseOf(callback, deps);
  const { draft, channel, claimedAt, origin } = evaluation;
  const [contact] = contactsMeant(callback, known, claimedAt);
  if (contact === undefined) throw new Problem('contact_unknown');
  const way = { channel, proof: 'center', claimedAt, origin, accessKey } as const;
  return receiveRating({ rated: { known, contact }, draft, origin: way }, deps);
};

/**
 * Returns the first rating for a follow-up: that of the named contact, else the latest rated one.
 */
const firstRating = async ({ callback, evaluation }: Asked, deps: EvaluationDeps) => {
  const known = await caseOf(callback, deps);
  for (const { serviceNumber } of contactsMeant(callback, known, evaluation.claimedAt)) {
    const { projectNo } = known;
    const first = await deps.ratings.find({ projectNo, serviceNumber, assessNumber: 1 });
    if (first !== undefined) return first;
  }
  throw new Problem(reportProblems.first_rating_unknown);
};

const followUp = async (asked: Asked, deps: EvaluationDeps): Promise<Received> => {
  const first = await firstRating(asked, deps);
  const { draft, channel, claimedAt } = asked.evaluation;
  const over = { proof: 'center', channel, claimedAt, accessKey: asked.accessKey } as const;
  return receiveFollowUp({ first, draft, over }, deps);
};

const works = {
  'evaluation.sync': { number: 1, receive: recordEvaluation },
  'append.sync': { number: 2, receive: followUp },
} as const satisfies Record<
  CenterCall['operation'],
  { number: 1 | 2; receive: (asked: Asked, deps: EvaluationDeps) => Promise<Received> }
>;

const isSame = (known: CenterCall, projectNo: string, digest: string): boolean =>
  known.projectNo === projectNo && known.digest === digest;

/**
 * Handles evaluation.sync and append.sync, idempotent by the center's own id. The id is stored
 * last. After a crash between the two writes the repeat has the same content, so it only finds the
 * existing rating.
 */
export const receiveEvaluation = async (
  operation: CenterCall['operation'],
  { callback, accessKey }: Brought,
  deps: EvaluationDeps,
): Promise<number> => {
  const { number, receive } = works[operation];
  const evaluation = readEvaluation(callback, number);
  const { id, draft } = evaluation;
  const digest = await fingerprintOf(deps.keys, draft);
  const projectNo = callback.targetId;
  const known = await deps.centerCalls.find(operation, id);
  if (known !== undefined) {
    if (isSame(known, projectNo, digest)) return 0;
    throw new Problem(reportProblems.callback_differs);
  }
  const { rating, repeated } = await receive({ callback, accessKey, evaluation }, deps);
  const { serviceNumber } = rating;
  await deps.centerCalls.remember({
    operation,
    id,
    projectNo,
    serviceNumber,
    digest,
    at: deps.now(),
  });
  return repeated ? 0 : 1;
};
