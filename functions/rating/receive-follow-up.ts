import { noticesOf } from '../../shared/domain/notice/notice.ts';
import type { Policy } from '../../shared/domain/policy/policy.ts';
import { ratingDigest } from '../../shared/domain/rating/rating-digest.ts';
import { acceptsRetired, checkDraft, isBad } from '../../shared/domain/rating/rating.ts';
import type { Rating, RatingDraft } from '../../shared/domain/rating/rating.ts';
import { secondRating } from '../../shared/domain/rating/second-rating.ts';
import { decideTicket } from '../../shared/domain/ticket/machine.ts';
import { ticketIdOf } from '../../shared/domain/ticket/ticket.ts';
import type { Rules, Ticket } from '../../shared/domain/ticket/ticket.ts';
import { conflictTries } from '../../shared/http/conflict-tries.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { ticketProblems } from '../../shared/http/problem/ticket.table.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import type { TicketChange } from '../../shared/port/ticket/store.ts';
import { retry } from '../../shared/retry.ts';
import { rulesFor } from '../../shared/rules.ts';
import { applicantMark } from '../case/applicant/mark.ts';
import { rulesForDraft } from './draft-rules.ts';
import { isFact, textPlace } from './receive-rating.ts';
import type { RatingDeps } from './receive-rating.ts';
import { fingerprintOf, isOfSender, senderOf } from './repeat/sender.ts';
import type { Sender } from './repeat/sender.ts';

/** How often the follow-up is decided again after a version conflict on the ticket. */
const rounds = conflictTries(5);

export interface FollowUpSaid {
  readonly first: Rating;
  readonly draft: RatingDraft;
  readonly sender: Sender;
  /** Of the request of a resident that brought it. */
  readonly trace?: string | undefined;
  /** Channel and proof, when the follow-up did not arrive by the receipt of the first rating. */
  readonly over?:
    | Pick<Rating, 'proof' | 'channel' | 'claimedAt' | 'accessKey' | 'clientRef' | 'doubts'>
    | undefined;
}

export interface Followed {
  readonly rating: Rating;
  readonly repeated: boolean;
  /** A repeat with other words, which are not stored. */
  readonly differs: boolean;
  /** True when the follow-up is bad again: the ticket starts a second round. */
  readonly reopened: boolean;
}

const createSecondRating = async (
  { first, draft, sender: by, over, trace }: FollowUpSaid,
  deps: RatingDeps,
): Promise<Rating> => {
  const { text } = draft;
  const place = textPlace(first.projectNo, first.serviceNumber);
  const sealedText =
    text === undefined || text === '' ? undefined : await deps.keys.encrypt(text, place);
  const fingerprint = await fingerprintOf(deps.keys, first, draft);
  const sender = await senderOf(deps.keys, first, by);
  const receivedAt = deps.now();
  const known = await deps.cases.find(first.projectNo);
  const mark = known && (await applicantMark(known, receivedAt, deps));
  const origin = { receivedAt, fingerprint, sender, sealedText, applicantMark: mark, trace, over };
  return secondRating(first, draft, origin);
};

const decideFollowUp = (rating: Rating, ticket: Ticket, rules: Rules): TicketChange => {
  const at = rating.receivedAt;
  const decision = decideTicket(
    ticket,
    {
      type: 'append',
      level: rating.level,
      tags: rating.tags,
      rating: ratingDigest(rating, rules.digest),
    },
    { at, by: { role: 'resident' }, rules },
  );
  if (!decision.ok) throw new Problem(ticketProblems[decision.reason]);
  const { next, events, notices } = decision;
  return { next, events, notices: noticesOf(next, notices, { at, rules }) };
};

/**
 * Returns the answered ticket. Only an answered ticket takes a follow-up, and a good first rating
 * has none.
 */
const answeredTicket = async (rating: Rating, deps: RatingDeps): Promise<Ticket> => {
  const ticket = await deps.tickets.find(ticketIdOf(rating));
  if (ticket === undefined) throw new Problem('append_closed');
  return ticket;
};

const refuseWrong = async (
  draft: RatingDraft,
  { proof }: Rating,
  { policy, book }: { readonly policy: Policy; readonly book: Rulebook },
): Promise<void> => {
  const { indicators } = await rulesForDraft(draft, book);
  const check = checkDraft(draft, { policy, indicators, acceptRetired: acceptsRetired[proof] });
  if (!check.ok) throw new Problem(check.reason, { fact: check.code });
};

const followedBy = (rating: Rating, policy: Policy): Followed => ({
  rating,
  repeated: false,
  differs: false,
  reopened: isBad(rating.level, policy),
});

/**
 * Stores a follow-up, for every channel, together with its effect on the ticket. Its sender is
 * answered again with the stored follow-up; everybody else is refused.
 */
export const receiveFollowUp = async (said: FollowUpSaid, deps: RatingDeps): Promise<Followed> => {
  const rating = await createSecondRating(said, deps);
  return retry(async () => {
    const ticket = await answeredTicket(rating, deps);
    const rules = await rulesFor(deps.rulebook, ticket);
    const existing = await deps.ratings.find(rating);
    if (existing !== undefined) {
      if (!isOfSender(existing, rating)) throw new Problem('append_used');
      const differs = existing.fingerprint !== rating.fingerprint;
      return { ...followedBy(existing, rules.policy), repeated: true, differs };
    }
    if (!isFact(rating)) {
      await refuseWrong(said.draft, rating, { policy: rules.policy, book: deps.rulebook });
    }
    const saved = await deps.ratings.follow(rating, decideFollowUp(rating, ticket, rules));
    return saved === 'saved' ? followedBy(rating, rules.policy) : undefined;
  }, rounds);
};
