import { mapConcurrent } from '../../../shared/concurrency.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { readEvaluation } from '../../../shared/domain/exchange/callback/read-evaluation.ts';
import type { ReadEvaluation } from '../../../shared/domain/exchange/callback/read-evaluation.ts';
import type { Stated } from '../../../shared/domain/exchange/callback/stated.ts';
import { doubtsOf } from '../../../shared/domain/rating/fact-doubts.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import type { CenterCall, CenterCallStore } from '../../../shared/port/exchange/callback-store.ts';
import { rulesForDraft } from '../../rating/draft-rules.ts';
import { receiveFollowUp } from '../../rating/receive-follow-up.ts';
import { receiveRating } from '../../rating/receive-rating.ts';
import type { Rated, RatingDeps } from '../../rating/receive-rating.ts';
import { caseOf, contactsMeant } from './binding.ts';
import type { Brought } from './binding.ts';
import { evaluationDigest } from './known-evaluation.ts';
import { receiveAtOwnPlace } from './own-place.ts';
import { Unplaced } from './unplaced.ts';

export interface EvaluationDeps extends RatingDeps {
  readonly centerCalls: CenterCallStore;
}

interface Received {
  readonly rating: Rating;
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

/** A contact that a callback may be about. */
interface Likely extends Rated {
  /** The callback does not name it, and may be about another one. */
  readonly isAssumed: boolean;
}

const isContactStated = ({ projectNo, serviceNumber }: Stated = {}): boolean =>
  projectNo !== undefined || serviceNumber !== undefined;

/** Returns how the rating came, with everything about it that is in doubt. */
const wayOf = async (
  { evaluation, accessKey, stated }: Asked,
  { contact, isAssumed }: Likely,
  deps: EvaluationDeps,
) => {
  const { id, draft, channel, claimedAt } = evaluation;
  const { policy, indicators } = await rulesForDraft(draft, deps.rulebook);
  const received = { contact, claimedAt, now: deps.now(), policy, indicators };
  const contactDoubts = [
    ...(isAssumed ? [{ code: 'contact_assumed' as const }] : []),
    ...(isContactStated(stated) ? [{ code: 'contact_stated' as const }] : []),
  ];
  const doubts = [...evaluation.doubts, ...contactDoubts, ...doubtsOf(draft, received)];
  return {
    channel,
    proof: 'center',
    accessKey,
    ...(id !== undefined && { clientRef: id }),
    ...(claimedAt !== undefined && { claimedAt }),
    ...(doubts.length > 0 && { doubts }),
  } as const;
};

const likelyContacts = (asked: Asked, known: Case, { now }: EvaluationDeps): readonly Likely[] => {
  const contacts = contactsMeant(asked, known, asked.evaluation.claimedAt ?? now());
  return contacts.map((contact) => ({ known, contact, isAssumed: contacts.length > 1 }));
};

/** Stores a rating that was given on the province's pages, or created there by default. */
const recordEvaluation = async (asked: Asked, deps: EvaluationDeps): Promise<Received> => {
  const known = await caseOf(asked, deps);
  const likely = likelyContacts(asked, known, deps);
  if (likely.length === 0) throw new Unplaced('contact_unknown');
  const { draft, origin } = asked.evaluation;
  return receiveAtOwnPlace(
    likely,
    { call: asked.evaluation, taken: 'already_rated' },
    async (rated) => {
      const way = { ...(await wayOf(asked, rated, deps)), origin };
      return receiveRating({ rated, draft, sender: { by: 'center' }, origin: way }, deps);
    },
  );
};

/** A contact with its first rating. */
interface Followable {
  readonly rated: Likely;
  readonly first: Rating;
}

/** Returns the contacts that a follow-up may be about: the named one, else the rated ones, latest first. */
const followable = async (
  likely: readonly Likely[],
  { ratings }: EvaluationDeps,
): Promise<readonly Followable[]> => {
  const found = await mapConcurrent(likely, 5, async (rated) => {
    const key = { projectNo: rated.known.projectNo, serviceNumber: rated.contact.serviceNumber };
    const first = await ratings.find({ ...key, assessNumber: 1 });
    return first === undefined ? [] : [{ rated, first }];
  });
  return found.flat();
};

const followUp = async (asked: Asked, deps: EvaluationDeps): Promise<Received> => {
  const known = await caseOf(asked, deps);
  const rated = await followable(likelyContacts(asked, known, deps), deps);
  if (rated.length === 0) throw new Unplaced('first_rating_unknown');
  const isAssumed = rated.length > 1;
  const { draft } = asked.evaluation;
  return receiveAtOwnPlace(
    rated,
    { call: asked.evaluation, taken: 'append_used' },
    async ({ rated: likely, first }) => {
      const over = await wayOf(asked, { ...likely, isAssumed }, deps);
      return receiveFollowUp({ first, draft, sender: { by: 'center' }, over }, deps);
    },
  );
};

const works = {
  'evaluation.sync': { number: 1, receive: recordEvaluation },
  'append.sync': { number: 2, receive: followUp },
} as const satisfies Record<
  CenterCall['operation'],
  { number: 1 | 2; receive: (asked: Asked, deps: EvaluationDeps) => Promise<Received> }
>;

/**
 * Returns whether the center sent this rating under its id before. What two persons take in is another
 * rating than the one that had the id first: a center whose ids restart uses them again.
 */
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
  if (asked.stated !== undefined) return false;
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
  const reading = readEvaluation(brought.body, number, brought.stated);
  if (!reading.ok) throw new Unplaced(reading.reason);
  const { evaluation } = reading;
  const { id, complete } = evaluation;
  const digest = await evaluationDigest(operation, { evaluation, body: brought.body }, deps);
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
