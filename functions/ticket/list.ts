import * as z from 'zod/mini';

import { Area } from '../../events/primitive.ts';
import { firstDue } from '../../shared/domain/ticket.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import { withOffset } from '../../shared/domain/time.ts';
import { fitting } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireReach, staffOf } from '../../shared/http/staff.ts';
import type { Staff } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import { CursorRefused } from '../../shared/port/ticket-store.ts';
import type { TicketScope, TicketStore } from '../../shared/port/ticket-store.ts';

export interface TicketDoor {
  readonly now: Now;
  readonly tickets: TicketStore;
  readonly claimPrefix: string;
}

const Asked = z.object({
  view: z._default(z.enum(['department', 'area', 'overdue']), 'department'),
  area: z.optional(Area),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
  cursor: z.optional(z.string()),
});
type Asked = z.infer<typeof Asked>;

const overseers = ['supervisor', 'reviewer', 'auditor'] as const;

export const isOverseer = (staff: Staff): boolean =>
  staff.roles.some((role) => (overseers as readonly string[]).includes(role));

/** A handler's list is the department's; those who oversee see the area. */
const scopeOf = (asked: Asked, staff: Staff): TicketScope => {
  const area = asked.area ?? staff.area;
  requireReach(staff, area);
  if (isOverseer(staff) && asked.view !== 'department') return { area };
  if (staff.department === undefined) throw new Problem('role_missing', { fact: 'department' });
  if (asked.view === 'area') throw new Problem('role_missing', { fact: overseers.join(' | ') });
  return { area, creditCode: staff.department };
};

/** One line of a work list. No rater is named, and no words of theirs are shown here. */
const line = (ticket: Ticket, now: string) => {
  const due = firstDue(ticket);
  return {
    id: ticket.id,
    state: ticket.state,
    level: ticket.level,
    tags: ticket.tags,
    channel: ticket.channel,
    creditCode: ticket.creditCode,
    area: ticket.area,
    hall: ticket.hall,
    window: ticket.window,
    round: ticket.round,
    rung: ticket.rung,
    openedAt: withOffset(ticket.openedAt),
    nextDueAt: due === undefined ? null : withOffset(due),
    overdue: due !== undefined && due < now,
    version: ticket.version,
  };
};

const page = async (tickets: TicketStore, scope: TicketScope, asked: Asked) => {
  try {
    return await tickets.openIn(scope, { limit: asked.limit, cursor: asked.cursor });
  } catch (fault) {
    if (fault instanceof CursorRefused) throw new Problem('cursor_invalid');
    throw fault;
  }
};

/** `GET /v1/tickets?view=department|area|overdue`: what is open, by department and due time. */
export const listTickets =
  (door: TicketDoor): HttpHandler =>
  async (request) => {
    const staff = staffOf(request, door.claimPrefix);
    const asked = fitting(Asked, request.queryStringParameters ?? {});
    const { tickets, cursor } = await page(door.tickets, scopeOf(asked, staff), asked);
    const now = door.now();
    const lines = tickets.map((ticket) => line(ticket, now));
    return {
      status: 200,
      body: {
        tickets: asked.view === 'overdue' ? lines.filter(({ overdue }) => overdue) : lines,
        cursor: cursor ?? null,
      },
    };
  };
