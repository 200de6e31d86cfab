import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';

import { isOpen } from '../../domain/access/approval.ts';
import type { Approval } from '../../domain/access/approval.ts';
import type { ApprovalStore } from '../../port/access/approval-store.ts';
import { tryWrite } from '../contention.ts';
import { itemPage } from '../item-page.ts';
import { getItem, putNext, toNextPut } from '../items.ts';
import { noticePlace } from '../notice/keys.ts';
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

  async save(next, notices = []) {
    if (notices.length === 0) return putNext(table, placeOf(next), next);
    const write = new TransactWriteItemsCommand({
      TransactItems: [
        toNextPut(table, placeOf(next), next),
        ...notices.map((notice) => toNextPut(table, noticePlace(notice), notice)),
      ],
    });
    return (await tryWrite(() => table.client.send(write))).ok ? 'saved' : 'conflict';
  },

  listed: (list, page) =>
    itemPage(table, { kind: storedApproval, listPk: approvalsIn(list), placeOf }, page),
});
