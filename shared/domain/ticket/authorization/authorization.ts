import { isSamePerson } from '../../access/person.ts';
import { isWholeCity, reachesArea } from '../../access/staff-role.ts';
import type { Acting, ActingStaff, Command } from '../command.ts';
import type { TicketRefusal } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import { isOfCity, leavesArea } from '../transfer-level.ts';
import { ticketAuthorization } from './authorization.table.ts';
import type { Capacity, AuthorizedAction, MayBy } from './authorization.table.ts';

/** Reduces a command to what decides who may give it. */
export const actionOf = (command: Command): AuthorizedAction => {
  if (command.type === 'rule') return `rule_${command.claim}`;
  if (command.type === 'review') {
    return command.outcome === 'resume' ? 'review_resume' : 'review_keep';
  }
  return command.type;
};

/** A department that is not named in the token may be any, so it is outside of none. */
export const insideRefusal = (
  { departments, workers }: Pick<Ticket, 'departments' | 'workers'>,
  { id, department }: Pick<ActingStaff, 'id' | 'department'>,
): TicketRefusal | undefined => {
  if (department === undefined) return 'department_missing';
  if (departments.includes(department)) return 'own_department';
  return workers.some((worker) => isSamePerson(worker, id)) ? 'own_work' : undefined;
};

const checkCapacity = (
  ticket: Ticket,
  staff: ActingStaff,
  { role, place }: Capacity,
): TicketRefusal | undefined => {
  if (!staff.roles.includes(role)) return 'role_missing';
  const outOfArea = reachesArea(staff.area, ticket.area) ? undefined : 'out_of_area';
  const ownDoing = staff.isConcerned ? 'own_work' : undefined;
  switch (place) {
    case 'department':
      return staff.department === ticket.creditCode ? undefined : 'other_department';
    case 'area':
      return outOfArea ?? ownDoing;
    case 'outside':
      return outOfArea ?? insideRefusal(ticket, staff) ?? ownDoing;
    default:
      return place satisfies never;
  }
};

/**
 * Returns why a person may not do it. Of several reasons it prefers one other than a missing role.
 */
const capacityRefusal = (
  ticket: Ticket,
  staff: ActingStaff,
  capacities: readonly Capacity[],
): TicketRefusal | undefined => {
  const reasons = capacities.map((capacity) => checkCapacity(ticket, staff, capacity));
  if (reasons.includes(undefined)) return undefined;
  return reasons.find((reason) => reason !== 'role_missing') ?? 'role_missing';
};

/** Nobody decides on their own request, even after a change of department. */
const ownWorkRefusal = (
  ticket: Ticket,
  id: string,
  action: AuthorizedAction,
): TicketRefusal | undefined => {
  const isOwn = (by: string | undefined): boolean => by !== undefined && isSamePerson(by, id);
  if (action.startsWith('rule_') && isOwn(ticket.claim?.by)) return 'own_claim';
  if (action === 'review_keep' && isOwn(ticket.hardship?.askedBy)) return 'own_claim';
  const closing = action === 'approve' || action === 'return';
  return closing && isOwn(ticket.submission?.by) ? 'own_submission' : undefined;
};

/** The supervisors of an area hand no ticket to another one. */
const cityRefusal = (
  ticket: Ticket,
  { area }: ActingStaff,
  command: Command,
): TicketRefusal | undefined => {
  if (command.type !== 'transfer' && command.type !== 'declineTransfer') return undefined;
  const goesOut = command.type === 'transfer' && leavesArea(ticket, command.to);
  return (goesOut || isOfCity(ticket)) && !isWholeCity(area) ? 'transfer_of_city' : undefined;
};

/**
 * Returns why `by` may not give the command, whatever the ticket's state; undefined when they may.
 */
export const refusalFor = (
  ticket: Ticket,
  command: Command,
  by: Acting,
): TicketRefusal | undefined => {
  const action = actionOf(command);
  const may: MayBy = ticketAuthorization[action];
  if (may === 'resident' || may === 'system') return by.role === may ? undefined : 'role_missing';
  if (by.role !== 'staff') return 'role_missing';
  const refusal = capacityRefusal(ticket, by, may);
  // Without role or reach nothing is said about what the person did.
  if (refusal === 'role_missing' || refusal === 'out_of_area') return refusal;
  return ownWorkRefusal(ticket, by.id, action) ?? refusal ?? cityRefusal(ticket, by, command);
};
