/** 试算: when an open ticket would be due if a year had other days off. */
import { compareDues } from '../ticket/due-shift.ts';
import type { DueShifts } from '../ticket/due-shift.ts';
import { decideTicket } from '../ticket/machine.ts';
import type { Rules, Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time/instant.ts';
import { mayTouch } from './recount.ts';

interface Other {
  readonly year: number;
  /** The rules of the ticket, with the other calendar. */
  readonly rules: Rules;
  readonly at: Instant;
}

/** Makes the decision that the recount after loading the year makes, and keeps none of it. */
export const rehearseYear = (ticket: Ticket, { year, rules, at }: Other): DueShifts => {
  const by = { role: 'system' } as const;
  const recounted = mayTouch(ticket, year)
    ? decideTicket(ticket, { type: 'recount', year }, { at, by, rules })
    : undefined;
  return compareDues(ticket.clocks, recounted?.ok ? recounted.next.clocks : ticket.clocks);
};
