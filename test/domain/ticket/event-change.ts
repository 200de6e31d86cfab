/** What an example of an event changes on a ticket that was just opened. */
import { createTicket, evolveTicket } from '../../../shared/domain/ticket/event/evolve.ts';
import type { LaterEvent } from '../../../shared/domain/ticket/event/evolve.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { at } from '../time/shanghai.ts';
import { exampleEvent } from './event-example.ts';

export const opening = exampleEvent('opened');
export const opened = createTicket(opening);
export const moment = at('2026-11-24 10:00');
const staff = { role: 'staff', id: 'u1' } as const;

interface Given {
  /** Members that the ticket has before the event. */
  readonly before?: object;
  readonly facts?: object;
  readonly by?: object;
  readonly round?: 2;
  readonly to?: 'open';
}

/** The members that the event changes, as they are after it. */
export const changesOf = (type: LaterEvent['type'], { before = {}, ...more }: Given = {}) => {
  const ticket: Ticket = { ...opened, ...before };
  const event = { ...exampleEvent(type), at: moment, by: staff, ...more } as LaterEvent;
  const next = evolveTicket(ticket, event);
  const names = new Set([...Object.keys(ticket), ...Object.keys(next)]) as Set<keyof Ticket>;
  const changed = [...names].filter((name) => ticket[name] !== next[name]);
  return Object.fromEntries(changed.map((name) => [name, next[name]]));
};

export const clocksWith = (clocks: object) => ({ ...opened.clocks, ...clocks });
