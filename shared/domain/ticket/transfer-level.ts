import { countingArea } from '../area/area.ts';
import type { Ticket } from './ticket.ts';

/** The transfers of a ticket that the supervisors of its area may decide on. */
const transfersOfArea = 2;

/** Returns whether a ticket would go to another area, out of the reach of its supervisors. */
export const leavesArea = (
  { area }: Pick<Ticket, 'area'>,
  to: { readonly area: string } | undefined,
): boolean => to !== undefined && countingArea(to.area) !== countingArea(area);

/**
 * 提级: returns whether only the city decides on a further transfer: after two, so that departments
 * do not pass a ticket to and fro, and when another area was asked for.
 */
export const isOfCity = (ticket: Pick<Ticket, 'transfers' | 'area' | 'transferAsked'>): boolean =>
  ticket.transfers >= transfersOfArea || leavesArea(ticket, ticket.transferAsked?.to);
