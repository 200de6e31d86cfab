import { FollowUpSubmission } from '../../events/rating.ts';
import type { FollowUpReceipt } from '../../events/receipt-view.ts';
import { noticesOf } from '../../shared/domain/notice.ts';
import { checkDraft, isBad } from '../../shared/domain/rating.ts';
import type { Rating, RatingDraft } from '../../shared/domain/rating.ts';
import { secondRating } from '../../shared/domain/second-rating.ts';
import { decideTicket } from '../../shared/domain/ticket-machine.ts';
import { ticketIdOf } from '../../shared/domain/ticket.ts';
import type { Rules, Ticket } from '../../shared/domain/ticket.ts';
import { withOffset } from '../../shared/domain/time.ts';
import { pathParameter, readBody } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem.ts';
import { receiptOf } from '../../shared/http/receipt.ts';
import { ticketProblems } from '../../shared/http/ticket-problem.table.ts';
import type { TicketChange } from '../../shared/port/ticket-store.ts';
import { rulesFor } from '../../shared/rules.ts';
import { ratingOfReceipt } from './rating-of-receipt.ts';
import { fingerprintOf, textPlace } from './receive-rating.ts';
import type { RatingDoor } from './receive-rating.ts';

/** How often it is decided again after somebody else changed the ticket meanwhile. */
const rounds = 5;

const boundTo = async (first: Rating, draft: RatingDraft, door: RatingDoor): Promise<Rating> => {
  const { text } = draft;
  const place = textPlace(first.projectNo, first.serviceNumber);
  const sealedText =
    text === undefined || text === '' ? undefined : await door.keys.seal(text, place);
  const fingerprint = await fingerprintOf(door.keys, draft);
  return secondRating(first, draft, { receivedAt: door.now(), fingerprint, sealedText });
};

const decided = (rating: Rating, ticket: Ticket, rules: Rules): TicketChange => {
  const at = rating.receivedAt;
  const decision = decideTicket(
    ticket,
    { type: 'append', level: rating.level, tags: rating.tags },
    { at, by: { role: 'resident' }, rules },
  );
  if (!decision.ok) throw new Problem(ticketProblems[decision.reason]);
  const { next, steps, notices } = decision;
  return { next, steps, notices: noticesOf(next, notices, { at, rules }) };
};

/** Only an answered ticket takes a follow-up; a good first rating has none. */
const answeredTicket = async (rating: Rating, door: RatingDoor): Promise<Ticket> => {
  const ticket = await door.tickets.find(ticketIdOf(rating));
  if (ticket === undefined) throw new Problem('append_closed');
  return ticket;
};

const refuseWrong = (draft: RatingDraft, { policy }: Rules): void => {
  const check = checkDraft(draft, policy);
  if (!check.ok) throw new Problem(check.reason, { fact: check.code });
};

interface Followed {
  readonly rating: Rating;
  readonly repeated: boolean;
  /** Bad again: the ticket begins a second round. */
  readonly reopened: boolean;
}

/** The same words again are the follow-up that is there; other words come too late. */
const follow = async (rating: Rating, draft: RatingDraft, door: RatingDoor): Promise<Followed> => {
  for (let round = 0; round < rounds; round += 1) {
    const ticket = await answeredTicket(rating, door);
    const rules = await rulesFor(door.rulebook, ticket);
    const reopened = isBad(rating.level, rules.policy);
    const existing = await door.ratings.find(rating);
    if (existing !== undefined) {
      if (existing.fingerprint !== rating.fingerprint) throw new Problem('append_used');
      return { rating: existing, repeated: true, reopened };
    }
    refuseWrong(draft, rules);
    const saved = await door.ratings.follow(rating, decided(rating, ticket, rules));
    if (saved === 'saved') return { rating, repeated: false, reopened };
  }
  throw new Problem('busy');
};

/**
 * `POST /v1/receipts/{receipt}/append`: the one follow-up rating after the answer, written together
 * with what it does to the ticket. Nothing is ever rated by following a link.
 */
export const appendRating =
  (door: RatingDoor): HttpHandler =>
  async (request) => {
    const asked = readBody(request, FollowUpSubmission);
    const first = await ratingOfReceipt(pathParameter(request, 'receipt'), door);
    const draft = { ...asked, contactConsent: first.contactConsent };
    const followed = await follow(await boundTo(first, draft, door), draft, door);
    const { rating, repeated, reopened } = followed;
    const body: FollowUpReceipt = {
      receipt: await receiptOf(door.keys, rating),
      repeated,
      level: rating.level,
      receivedAt: withOffset(rating.receivedAt),
      reopened,
    };
    return { status: repeated ? 200 : 201, body };
  };
