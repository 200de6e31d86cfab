import type { TicketView } from '../../events/ticket/view.ts';
import { isSamePerson } from '../../shared/domain/access/person.ts';
import type { StaffRole } from '../../shared/domain/access/staff-role.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { isHandler, isOverseer, overseers } from '../../shared/http/staff.ts';
import type { Staff } from '../../shared/http/staff.ts';
import { isOverdue } from './list-row.ts';

interface Caller {
  readonly staff: Staff;
  readonly at: Instant;
}

type Wanted = (ticket: Ticket, caller: Caller) => boolean;

/** The filter of each view; a view without one shows the whole list. */
const wanted: Readonly<Record<TicketView, Wanted | undefined>> = {
  department: undefined,
  area: undefined,
  closed: undefined,
  mine: ({ assignee = '' }, { staff }) => isSamePerson(assignee, staff.id),
  overdue: (ticket, { at }) => isOverdue(ticket, at),
  review: ({ state, claim, transferAsked }) =>
    state.endsWith('_review') || claim !== undefined || transferAsked !== undefined,
  pending_calendar: ({ pendingYear }) => pendingYear !== undefined,
  hardship: ({ state }) => state === 'hardship',
};

/** Returns the filter of a page; undefined when the list needs none. */
export const onlyFor = (
  view: TicketView,
  caller: Caller,
): ((ticket: Ticket) => boolean) | undefined => {
  const fits = wanted[view];
  return fits && ((ticket) => fits(ticket, caller));
};

const roleProblem = (role: readonly StaffRole[] | readonly ['department']): Problem =>
  new Problem('role_missing', { fact: role.join(' | ') });

/** Returns the department whose tickets the caller may list; undefined for overseers of an area. */
export const departmentFor = (staff: Staff, view: TicketView): string | undefined => {
  const own = view === 'mine' || view === 'department';
  if (!own && isOverseer(staff)) return undefined;
  if (!isHandler(staff)) throw roleProblem(['handler']);
  if (staff.department === undefined) throw roleProblem(['department']);
  if (view === 'area') throw roleProblem(overseers);
  return staff.department;
};
