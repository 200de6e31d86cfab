import { areaOf } from '../../shared/domain/area.ts';
import type { Rating, RatingKey } from '../../shared/domain/rating.ts';
import type { Step } from '../../shared/domain/step.ts';
import { firstDue } from '../../shared/domain/ticket.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { RatingStore } from '../../shared/port/rating-store.ts';
import { CursorRefused } from '../../shared/port/ticket-store.ts';
import type { TicketScope, TicketStore } from '../../shared/port/ticket-store.ts';
import { copyOf, maybeCopyOf } from './memory.ts';
import type { Memory } from './memory.ts';

const keyOf = (key: RatingKey): string =>
  `${key.projectNo}/${key.serviceNumber}/${key.assessNumber}`;

/** By department, then the nearest deadline; a ticket whose calendar is awaited comes last. */
const orderOf = (ticket: Ticket): string =>
  `${ticket.creditCode}/${firstDue(ticket) ?? '9999'}/${ticket.id}`;

const inOrder = (tickets: Iterable<Ticket>): readonly Ticket[] =>
  [...tickets].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));

const isIn = (ticket: Ticket, { area, creditCode }: TicketScope): boolean =>
  areaOf(ticket.area)?.code === areaOf(area)?.code &&
  (creditCode === undefined || ticket.creditCode === creditCode);

/** The part of a list that a scope asks for, as the beginning of every place in it. */
const beginningOf = ({ area, creditCode }: TicketScope): string =>
  `${areaOf(area)?.code ?? area}/${creditCode === undefined ? '' : `${creditCode}/`}`;

const cursorAt = (ticket: Ticket): string =>
  Buffer.from(beginningOf({ area: ticket.area }) + orderOf(ticket)).toString('base64url');

const placeOf = (cursor: string, scope: TicketScope): string => {
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!place.startsWith(beginningOf(scope))) throw new CursorRefused();
  return place.slice(beginningOf({ area: scope.area }).length);
};

/** Ratings and the tickets they open, because one write makes both. */
export const fakeRatingStores = (
  memory: Memory,
): { readonly ratings: RatingStore; readonly tickets: TicketStore } => {
  const ratings = new Map<string, Rating>();
  const tickets = new Map<string, Ticket>();
  const steps = new Map<string, Step[]>();
  return {
    ratings: {
      async record(rating, opened) {
        await memory.turn();
        const existing = ratings.get(keyOf(rating));
        if (existing !== undefined) return { ok: false, existing: copyOf(existing) };
        ratings.set(keyOf(rating), copyOf(rating));
        memory.wrote('rating');
        if (opened !== undefined) {
          tickets.set(opened.ticket.id, copyOf(opened.ticket));
          steps.set(opened.ticket.id, [copyOf(opened.first)]);
          memory.wrote('ticket');
          memory.wrote('step');
        }
        return { ok: true };
      },
      async find(key) {
        await memory.turn();
        return maybeCopyOf(ratings.get(keyOf(key)));
      },
    },
    tickets: {
      async find(id) {
        await memory.turn();
        return maybeCopyOf(tickets.get(id));
      },
      async steps(id) {
        await memory.turn();
        return copyOf(steps.get(id) ?? []);
      },
      async openIn(scope, { limit, cursor }) {
        await memory.turn();
        const after = cursor === undefined ? '' : placeOf(cursor, scope);
        const left = inOrder(tickets.values()).filter(
          (ticket) => isIn(ticket, scope) && orderOf(ticket) > after,
        );
        const page = left.slice(0, limit);
        const last = page.at(-1);
        return {
          tickets: copyOf(page),
          ...(last !== undefined && left.length > limit ? { cursor: cursorAt(last) } : {}),
        };
      },
    },
  };
};
