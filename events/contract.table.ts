import { actOperations } from './access/act-contract.table.ts';
import { approvalOperations } from './access/approval-contract.table.ts';
import { integratorOperations } from './access/contract.table.ts';
import { handOverOperations } from './access/hand-over-contract.table.ts';
import { takeUpOperations } from './access/take-up-contract.table.ts';
import { bulletinOperations } from './bulletin/contract.table.ts';
import { calendarOperations } from './calendar/contract.table.ts';
import { caseOperations } from './case/contract.table.ts';
import { importOperations } from './case/import-contract.table.ts';
import type { Operation } from './contract.ts';
import { docsOperations } from './docs/contract.table.ts';
import { escalationOperations } from './escalation/contract.table.ts';
import { evidenceOperations } from './evidence/contract.table.ts';
import { callbackOperations } from './exchange/callback-contract.table.ts';
import { outboxOperations } from './exchange/contract.table.ts';
import { keptCallbackOperations } from './exchange/kept-contract.table.ts';
import { figureOperations } from './figures/contract.table.ts';
import { messageOperations } from './message/contract.table.ts';
import { noticeOperations } from './notice/contract.table.ts';
import { caseFileOperations } from './oversight/case-file-contract.table.ts';
import { oversightOperations } from './oversight/contract.table.ts';
import { padOperations } from './pad/contract.table.ts';
import { pageOperations } from './page/contract.table.ts';
import { periodOperations } from './period/contract.table.ts';
import { policyOperations } from './policy/contract.table.ts';
import { openOperations } from './public/contract.table.ts';
import { claimOperations } from './rating/claim-contract.table.ts';
import { claimPageOperations } from './rating/claim-page-contract.table.ts';
import { contestOperations } from './rating/contest-contract.table.ts';
import { ratingOperations } from './rating/contract.table.ts';
import { entryOperations } from './rating/entry-contract.table.ts';
import { residentPageOperations } from './rating/page-contract.table.ts';
import { reconciliationOperations } from './reconciliation/contract.table.ts';
import { callOf } from './roles.table.ts';
import { actionOperations } from './ticket/action-contract.table.ts';
import { ticketOperations } from './ticket/contract.table.ts';

/** The HTTP contract: every route as data, in the order of the flow. */
const rows = [
  ...caseOperations,
  ...importOperations,
  ...ratingOperations,
  ...claimOperations,
  ...residentPageOperations,
  ...claimPageOperations,
  ...entryOperations,
  ...contestOperations,
  ...padOperations,
  ...ticketOperations,
  ...actionOperations,
  ...evidenceOperations,
  ...calendarOperations,
  ...policyOperations,
  ...escalationOperations,
  ...noticeOperations,
  ...messageOperations,
  ...figureOperations,
  ...oversightOperations,
  ...caseFileOperations,
  ...integratorOperations,
  ...handOverOperations,
  ...takeUpOperations,
  ...approvalOperations,
  ...actOperations,
  ...outboxOperations,
  ...periodOperations,
  ...reconciliationOperations,
  ...callbackOperations,
  ...keptCallbackOperations,
  ...bulletinOperations,
  ...openOperations,
  ...docsOperations,
  ...pageOperations,
] as const satisfies readonly Operation[];

/** The literal type of a row: a route and its function. */
export type ContractRow = (typeof rows)[number];

/** A call that only staff of the whole city may make is refused to others before it is read. */
const withReach = (row: Operation): Operation => {
  const isOfCity = row.audience === 'staff' && callOf(row.on).reach === 'city';
  if (!isOfCity || row.problems.includes('out_of_scope')) return row;
  return { ...row, problems: [...row.problems, 'out_of_scope'] };
};

export const operations: readonly Operation[] = rows.map(withReach);
