/** The HTTP contract: every route as data, in the order of the flow. */
import { actionOperations } from './contract-action.table.ts';
import { bulletinOperations } from './contract-bulletin.table.ts';
import { calendarOperations } from './contract-calendar.table.ts';
import { callbackOperations } from './contract-callback.table.ts';
import { caseOperations } from './contract-case.table.ts';
import { entryOperations } from './contract-entry.table.ts';
import { figureOperations } from './contract-figure.table.ts';
import { importOperations } from './contract-import.table.ts';
import { integratorOperations } from './contract-integrator.table.ts';
import { noticeOperations } from './contract-notice.table.ts';
import { openOperations } from './contract-open.table.ts';
import { outboxOperations } from './contract-outbox.table.ts';
import { oversightOperations } from './contract-oversight.table.ts';
import { padOperations } from './contract-pad.table.ts';
import { periodOperations } from './contract-period.table.ts';
import { policyOperations } from './contract-policy.table.ts';
import { ratingOperations } from './contract-rating.table.ts';
import { reconciliationOperations } from './contract-reconciliation.table.ts';
import { ticketOperations } from './contract-ticket.table.ts';
import type { Operation } from './contract.ts';

export const operations: readonly Operation[] = [
  ...caseOperations,
  ...importOperations,
  ...ratingOperations,
  ...entryOperations,
  ...padOperations,
  ...ticketOperations,
  ...actionOperations,
  ...calendarOperations,
  ...policyOperations,
  ...noticeOperations,
  ...figureOperations,
  ...oversightOperations,
  ...integratorOperations,
  ...outboxOperations,
  ...periodOperations,
  ...reconciliationOperations,
  ...callbackOperations,
  ...bulletinOperations,
  ...openOperations,
];
