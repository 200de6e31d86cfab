/** The HTTP contract: every route as data, in the order of the flow. */
import { caseOperations } from './contract-case.table.ts';
import { entryOperations } from './contract-entry.table.ts';
import { integratorOperations } from './contract-integrator.table.ts';
import { openOperations } from './contract-open.table.ts';
import { padOperations } from './contract-pad.table.ts';
import { ratingOperations } from './contract-rating.table.ts';
import { ticketOperations } from './contract-ticket.table.ts';
import type { Operation } from './contract.ts';

export const operations: readonly Operation[] = [
  ...caseOperations,
  ...ratingOperations,
  ...entryOperations,
  ...padOperations,
  ...ticketOperations,
  ...integratorOperations,
  ...openOperations,
];
