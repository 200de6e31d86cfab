import {
  DeleteItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Delete, Put } from '@aws-sdk/client-dynamodb';

import type { OutboxEntry } from '../../domain/exchange/case-report.ts';
import type { ReportChange, ReportStore } from '../../port/exchange/store.ts';
import { tryWrite } from '../contention.ts';
import { itemPage } from '../item-page.ts';
import { listPage, nextVersion, ofKind, partItems } from '../items.ts';
import { keyOf, toItem } from '../table.ts';
import type { Placement, Table } from '../table.ts';
import { outboxKey, outboxOf, outboxPlace, recordPlace, reportPk } from './keys.ts';
import { storedOutboxEntry, storedReportRecord } from './schema.ts';

const putOf = <T extends { readonly version: number }>(
  table: Table,
  place: Placement<T>,
  body: NoInfer<T>,
): Put => ({
  TableName: table.name,
  Item: toItem(place, body),
  ...nextVersion(body.version),
});

const deleteOf = (table: Table, { projectNo, version }: OutboxEntry): Delete => ({
  TableName: table.name,
  Key: keyOf(outboxKey(projectNo)),
  ...nextVersion(version + 1),
});

type Write = { readonly Put: Put } | { readonly Delete: Delete };

const writesOf = (table: Table, { record, outbox }: ReportChange): readonly Write[] => [
  ...(record === undefined ? [] : [{ Put: putOf(table, recordPlace(record), record) }]),
  ...(outbox === undefined ? [] : [outboxWrite(table, outbox)]),
];

const outboxWrite = (table: Table, outbox: NonNullable<ReportChange['outbox']>): Write =>
  'done' in outbox
    ? { Delete: deleteOf(table, outbox.done) }
    : { Put: putOf(table, outboxPlace(outbox), outbox) };

/** A single write costs half as much as a write in a transaction. */
const sendOne = (table: Table, write: Write) =>
  'Put' in write
    ? table.client.send(new PutItemCommand(write.Put))
    : table.client.send(new DeleteItemCommand(write.Delete));

export const reportStore = (table: Table): ReportStore => ({
  async file(projectNo) {
    const items = await partItems(table, { pk: reportPk(projectNo) });
    const [outbox] = ofKind(items, storedOutboxEntry);
    return { records: ofKind(items, storedReportRecord), outbox };
  },

  async save(change) {
    const [first, ...others] = writesOf(table, change);
    if (first === undefined) return 'saved';
    const send = (): Promise<unknown> =>
      others.length === 0
        ? sendOne(table, first)
        : table.client.send(new TransactWriteItemsCommand({ TransactItems: [first, ...others] }));
    return (await tryWrite(send)).ok ? 'saved' : 'conflict';
  },

  listed: (state, page) =>
    itemPage(
      table,
      { listPk: outboxOf(state), kind: storedOutboxEntry, placeOf: outboxPlace },
      page,
    ),

  async due(until, limit) {
    // '$' sorts right after the '#' that follows the moment.
    const query = { listPk: outboxOf('pending'), before: `${until}$`, limit };
    return (await listPage(table, storedOutboxEntry, query)).items;
  },
});
