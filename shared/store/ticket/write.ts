import { createHash } from 'node:crypto';

import {
  IdempotentParameterMismatchException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';

import { chainSteps } from '../../domain/ticket/step/chain.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { TicketChange } from '../../port/ticket/store.ts';
import { sha256 } from '../../rules.ts';
import { tryWrite } from '../contention.ts';
import { toNextPut } from '../items.ts';
import { noticePlace } from '../notice/keys.ts';
import { toItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import { stepPlace, ticketPlace } from './place.ts';

/** Returns a write of an item that must not exist yet. */
export const toNewItemPut = <T extends object>(
  table: Table,
  place: Placement<T>,
  body: NoInfer<T>,
): TransactWriteItem => ({
  Put: {
    TableName: table.name,
    Item: toItem(place, body),
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

/** 36 characters identify the write: this version of this ticket, after exactly these steps. */
const tokenOf = ({ id, version, lastStep }: Ticket): string =>
  createHash('sha256')
    .update(`${id}#${version}#${lastStep?.hash ?? ''}`)
    .digest('base64url')
    .slice(0, 36);

const unlessMismatched = async (write: () => Promise<boolean>): Promise<boolean> => {
  try {
    return await write();
  } catch (fault) {
    // Two writers decided the same steps at the same moment with different content: the other one
    // has won.
    if (fault instanceof IdempotentParameterMismatchException) return false;
    throw fault;
  }
};

/**
 * Writes a decision in one transaction, together with `others`. The token makes the SDK's own
 * repeat after a lost response succeed without writing again.
 */
export const writeChange = async (
  table: Table,
  change: TicketChange,
  others: readonly TransactWriteItem[] = [],
): Promise<'saved' | 'conflict'> => {
  const { ticket, steps } = chainSteps(change.next, change.events, sha256);
  const write = new TransactWriteItemsCommand({
    ClientRequestToken: tokenOf(ticket),
    TransactItems: [
      toNextPut(table, ticketPlace(ticket), ticket),
      ...steps.map((step) => toNewItemPut(table, stepPlace(step), step)),
      ...change.notices.map((notice) => toNewItemPut(table, noticePlace(notice), notice)),
      ...others,
    ],
  });
  const saved = await unlessMismatched(
    async () => (await tryWrite(() => table.client.send(write))).ok,
  );
  return saved ? 'saved' : 'conflict';
};
