import type { Ticket } from './ticket.ts';

/** The transfers of a ticket that the supervisors of its area may decide on. */
const transfersOfArea = 2;

/**
 * 提级: returns whether only the city decides on a further transfer, so that two departments do not
 * pass a ticket to and fro.
 */
export const isOfCity = ({ transfers }: Pick<Ticket, 'transfers'>): boolean =>
  transfers >= transfersOfArea;
