import type { Case } from '../../../shared/domain/case/case.ts';
import type { WorkOrder } from '../../../shared/domain/exchange/callback/read-steps.ts';
import { ticketIdOf } from '../../../shared/domain/ticket/ticket.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { RatingDeps } from '../../rating/receive-rating.ts';
import { caseOf, contactsMeant } from './binding.ts';
import type { Brought } from './binding.ts';
import { Unplaced } from './unplaced.ts';

/** The format of a 工单编号 of this system, which may be of a second generation. */
const ownNumber = /^(\d{21})-(\d{1,2})(?:g(\d{1,2}))?$/;

type TicketKey = Parameters<typeof ticketIdOf>[0];

/**
 * Returns which tickets a work order can mean: the one with its code, else those of the contacts that
 * the callback is about. One of this system's codes with another case number is an error, and that
 * ticket is not used. The contact that two persons stated counts before the code.
 */
const ticketsMeant = (
  brought: Brought,
  known: Case,
  { code, now }: { readonly code: string; readonly now: Instant },
): readonly TicketKey[] => {
  const { projectNo } = known;
  const [, ownCase, number, generation] = ownNumber.exec(code) ?? [];
  if (ownCase === undefined || brought.stated?.serviceNumber !== undefined) {
    const contacts = contactsMeant(brought, known, now);
    return contacts.map(({ serviceNumber }) => ({ projectNo, serviceNumber }));
  }
  const own = { projectNo, serviceNumber: Number(number) };
  const key = generation === undefined ? own : { ...own, generation: Number(generation) };
  return ownCase === projectNo ? [key] : [];
};

/** A bad rating opens its ticket with itself: rated contacts without a ticket will have none. */
const areAllRated = async (
  keys: readonly TicketKey[],
  { ratings }: RatingDeps,
): Promise<boolean> => {
  for (const key of keys) {
    if ((await ratings.find({ ...key, assessNumber: 1 })) === undefined) return false;
  }
  return keys.length > 0;
};

/** @throws Unplaced when there is no ticket yet, or can be none */
export const findTicketOfWorkOrder = async (
  brought: Brought,
  { code }: WorkOrder,
  deps: RatingDeps,
): Promise<Ticket> => {
  const known = await caseOf(brought, deps);
  const keys = ticketsMeant(brought, known, { code, now: deps.now() });
  for (const key of keys) {
    const ticket = await deps.tickets.find(ticketIdOf(key));
    if (ticket !== undefined) return ticket;
  }
  throw new Unplaced((await areAllRated(keys, deps)) ? 'ticket_none' : 'ticket_unknown');
};
