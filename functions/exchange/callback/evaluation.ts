import type { Contact } from '../../../shared/domain/case/case.ts';
import { readEvaluation } from '../../../shared/domain/exchange/callback/read-evaluation.ts';
import type { ReadEvaluation } from '../../../shared/domain/exchange/callback/read-evaluation.ts';
import { doubtsOf } from '../../../shared/domain/rating/fact-doubts.ts';
import { serializeDraft } from '../../../shared/domain/rating/rating.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import type { CenterCall, CenterCallStore } from '../../../shared/port/exchange/callback-store.ts';
import { rulesForDraft } from '../../rating/draft-rules.ts';
import { receiveFollowUp } from '../../rating/receive-follow-up.ts';
import { contactIn, receiveRating } from '../../rating/receive-rating.ts';
import type { Rated, RatingDeps } from '../../rating/receive-rating.ts';
import { keyedDigest } from '../../rating/repeat/sender.ts';
import { caseOf, contactsMeant } from './binding.ts';
import type { Brought } from './binding.ts';
import { Unplaced } from './unplaced.ts';

export interface EvaluationDeps extends RatingDeps {
  readonly centerCalls: CenterCallStore;
}

interface Received {
  readonly rating: Pick<Rating, 'projectNo' | 'serviceNumber'>;
  readonly repeated: boolean;
}

interface Asked extends Brought {
  readonly evaluation: ReadEvaluation;
}

/** How much of a callback was stored. */
export interface Stored {
  readonly stored: number;
  /** False: something in it could be stored nowhere. */
  readonly complete: boolean;
}

/** Returns how the rating came, with everything about it that is in doubt. */
const wayOf = async ({ evaluation, accessKey }: Asked, contact: Contact, deps: EvaluationDeps) => {
  const { draft, channel, claimedAt } = evaluation;
  const { policy, indicators } = await rulesForDraft(draft, deps.rulebook);
  const received = { contact, claimedAt, now: deps.now(), policy, indicators };
  const doubts = [...evaluation.doubts, ...doubtsOf(draft, received)];
  return {
    channel,
    proof: 'center',
    accessKey,
    ...(claimedAt !== undefined && { claimedAt }),
    ...(doubts.length > 0 && { doubts }),
  } as const;
};

const momentMeant = ({ evaluation }: Asked, { now }: EvaluationDeps) =>
  evaluation.claimedAt ?? now();

/** Stores a rating that was given on the province's pages, or created there by default. */
const recordEvaluation = async (asked: Asked, deps: EvaluationDeps): Promise<Received> => {
  const known = await caseOf(asked, deps);
  const [contact] = contactsMeant(asked, known, momentMeant(asked, deps));
  if (contact === undefined) throw new Unplaced('contact_unknown');
  const { draft, origin } = asked.evaluation;
  const way = { ...(await wayOf(asked, contact, deps)), origin };
  const sender = { by: 'center' } as const;
  return receiveRating({ rated: { known, contact }, draft, sender, origin: way }, deps);
};

/**
 * Returns the first rating for a follow-up: that of the named contact, else the latest rated one.
 */
const firstRating = async (
  asked: Asked,
  deps: EvaluationDeps,
): Promise<Rated & { first: Rating }> => {
  const known = await caseOf(asked, deps);
  for (const { serviceNumber } of contactsMeant(asked, known, momentMeant(asked, deps))) {
    const { projectNo } = known;
    const first = await deps.ratings.find({ projectNo, serviceNumber, assessNumber: 1 });
    if (first !== undefined) return { first, ...contactIn(known, serviceNumber) };
  }
  throw new Unplaced('first_rating_unknown');
};

const followUp = async (asked: Asked, deps: EvaluationDeps): Promise<Received> => {
  const { first, contact } = await firstRating(asked, deps);
  const over = await wayOf(asked, contact, deps);
  const sender = { by: 'center' } as const;
  return receiveFollowUp({ first, draft: asked.evaluation.draft, sender, over }, deps);
};

const works = {
  'evaluation.sync': { number: 1, receive: recordEvaluation },
  'append.sync': { number: 2, receive: followUp },
} as const satisfies Record<
  CenterCall['operation'],
  { number: 1 | 2; receive: (asked: Asked, deps: EvaluationDeps) => Promise<Received> }
>;

/** Returns whether the center sent this rating under its id before. */
const wasReceived = async (
  operation: CenterCall['operation'],
  asked: Asked & { readonly digest: string },
  deps: EvaluationDeps,
): Promise<boolean> => {
  const { id } = asked.evaluation;
  const known = id === undefined ? undefined : await deps.centerCalls.find(operation, id);
  if (known === undefined) return false;
  const { projectNo } = await caseOf(asked, deps);
  if (known.projectNo === projectNo && known.digest === asked.digest) return true;
  throw new Unplaced('callback_differs');
};

/**
 * Handles evaluation.sync and append.sync, idempotent by the center's own id, and without one by the
 * contact. The id is stored last. After a crash between the two writes the repeat has the same
 * content, so it only finds the existing rating.
 */
export const receiveEvaluation = async (
  operation: CenterCall['operation'],
  brought: Brought,
  deps: EvaluationDeps,
): Promise<Stored> => {
  const { number, receive } = works[operation];
  const reading = readEvaluation(brought.body, number, brought.stated?.level);
  if (!reading.ok) throw new Unplaced(reading.reason);
  const { evaluation } = reading;
  const { id, draft, complete } = evaluation;
  const digest = await keyedDigest(deps.keys, [operation, id ?? null, serializeDraft(draft)]);
  const asked = { ...brought, evaluation, digest };
  if (await wasReceived(operation, asked, deps)) return { stored: 0, complete };
  const { rating, repeated } = await receive(asked, deps);
  const { projectNo, serviceNumber } = rating;
  if (id !== undefined) {
    const at = deps.now();
    await deps.centerCalls.remember({ operation, id, projectNo, serviceNumber, digest, at });
  }
  return { stored: repeated ? 0 : 1, complete };
};
