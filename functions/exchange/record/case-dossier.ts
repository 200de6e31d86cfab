import { isOfCenter } from '../../../shared/domain/exchange/case-report.ts';
import type { CaseDossier } from '../../../shared/domain/exchange/case-report.ts';
import { ticketIdOf } from '../../../shared/domain/ticket/ticket.ts';
import type { RatingStore } from '../../../shared/port/rating/store.ts';
import type { TicketStore } from '../../../shared/port/ticket/store.ts';

export interface CaseDossierDeps {
  readonly ratings: Pick<RatingStore, 'ofCase'>;
  readonly tickets: Pick<TicketStore, 'find' | 'steps'>;
}

/** The policy decides which levels open a ticket, so every first rating is looked up. */
const ticketFile = async (id: string, { tickets }: CaseDossierDeps) => {
  const ticket = await tickets.find(id);
  return ticket === undefined ? [] : [{ ticket, steps: await tickets.steps(id) }];
};

/**
 * Reads every stored record of a case that may have to be reported; undefined for an unknown case.
 */
export const caseDossier = async (
  projectNo: string,
  deps: CaseDossierDeps,
): Promise<CaseDossier | undefined> => {
  const rated = await deps.ratings.ofCase(projectNo);
  if (rated === undefined) return undefined;
  const ratings = rated.ratings.filter(isOfCenter);
  const first = ratings.filter(({ assessNumber }) => assessNumber === 1);
  const tickets = await Promise.all(first.map((rating) => ticketFile(ticketIdOf(rating), deps)));
  return { known: rated.known, ratings, tickets: tickets.flat() };
};
