import { channelNames, ticketStateNames } from '../../shared/domain/case-names.table.ts';
import type { Clock, Term } from '../../shared/domain/deadline.ts';
import { explainDue } from '../../shared/domain/explain.ts';
import { indicatorOf } from '../../shared/domain/indicator.ts';
import type { Language } from '../../shared/domain/language.ts';
import { levelNames } from '../../shared/domain/level.ts';
import type { Rating } from '../../shared/domain/rating.ts';
import { ticketIdOf } from '../../shared/domain/ticket.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import { withOffset } from '../../shared/domain/time.ts';
import { pathParameter } from '../../shared/http/body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem.ts';
import { readReceipt } from '../../shared/http/receipt.ts';
import type { TicketStore } from '../../shared/port/ticket-store.ts';
import type { RatingDoor } from './receive-rating.ts';

export interface FollowDoor extends RatingDoor {
  readonly tickets: TicketStore;
}

const ratingView = (rating: Rating, language: Language) => ({
  level: rating.level,
  name: levelNames[rating.level][language],
  tags: rating.tags.map((code) => ({ code, text: indicatorOf(code)?.[language] ?? code })),
  wroteText: rating.sealedText !== undefined,
  channel: rating.channel,
  channelName: channelNames[rating.channel][language],
  proof: rating.proof,
  receivedAt: withOffset(rating.receivedAt),
});

const clockView =
  (clock: Clock, started: { at: Ticket['openedAt']; term: Term }, door: FollowDoor) =>
  (language: Language) => {
    const explained = explainDue(door.rules.timetable, started, language);
    return {
      state: clock.state,
      dueAt: clock.state === 'running' ? withOffset(clock.dueAt) : null,
      sentence: explained.sentence,
      days: explained.days,
    };
  };

const ticketView = (ticket: Ticket, language: Language, door: FollowDoor) => {
  const { contact, rectify } = door.rules.policy.clocks;
  const view = (clock: Clock, term: Term) =>
    clockView(clock, { at: ticket.openedAt, term }, door)(language);
  return {
    state: ticket.state,
    name: ticketStateNames[ticket.state][language],
    round: ticket.round,
    openedAt: withOffset(ticket.openedAt),
    contact: view(ticket.clocks.contact, contact),
    rectify: view(ticket.clocks.rectify, rectify),
  };
};

/** `GET /v1/receipts/{receipt}`: the loop as the resident who gave the rating sees it. */
export const followReceipt =
  (door: FollowDoor): HttpHandler =>
  async (request) => {
    const language = languageOf(request);
    const key = await readReceipt(door.keys, pathParameter(request, 'receipt'));
    const rating = key && (await door.ratings.find({ ...key, assessNumber: 1 }));
    if (rating === undefined) throw new Problem('receipt_unknown');
    const [known, ticket] = await Promise.all([
      door.cases.find(rating.projectNo),
      door.tickets.find(ticketIdOf(rating)),
    ]);
    return {
      status: 200,
      body: {
        receipt: pathParameter(request, 'receipt'),
        matter: known?.matter.name,
        department: known?.department.name,
        rating: ratingView(rating, language),
        ...(ticket === undefined ? {} : { ticket: ticketView(ticket, language, door) }),
      },
    };
  };
