import { isOpen } from '../../domain/access/approval.ts';
import type { Approval } from '../../domain/access/approval.ts';
import type { ApprovalStore } from '../../port/access/approval-store.ts';
import { itemPage } from '../item-page.ts';
import { getItem, putNext } from '../items.ts';
import type { Placement, Table } from '../table.ts';
import { storedApproval } from './approval-schema.ts';
import { approvalKey, approvalsIn } from './keys.ts';

const placeOf = (approval: Approval): Placement<Approval> => ({
  key: approvalKey(approval.id),
  kind: storedApproval,
  list: {
    listPk: approvalsIn(isOpen(approval) ? 'open' : 'ended'),
    listSk: `${approval.at}#${approval.id}`,
  },
});

export const approvalStore = (table: Table): ApprovalStore => ({
  find: (id) => getItem(table, storedApproval, approvalKey(id)),

  save: (next) => putNext(table, placeOf(next), next),

  listed: (list, page) =>
    itemPage(table, { kind: storedApproval, listPk: approvalsIn(list), placeOf }, page),
});
