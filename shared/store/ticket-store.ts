import { QueryCommand } from '@aws-sdk/client-dynamodb';

import type { Step } from '../domain/step.ts';
import type { Ticket } from '../domain/ticket.ts';
import { CursorRefused } from '../port/ticket-store.ts';
import type { TicketStore } from '../port/ticket-store.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { getItem, listPage } from './items.ts';
import { openTicketsOf, ticketKey } from './keys.ts';
import { fromItem } from './table.ts';
import type { Attributes, Table } from './table.ts';

const stepsOf = async (table: Table, id: string): Promise<readonly Step[]> => {
  const steps: Step[] = [];
  let after: Attributes | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :steps)',
        ExpressionAttributeValues: {
          ':pk': { S: ticketKey(id).pk },
          ':steps': { S: 'STEP#' },
        },
        ...(after === undefined ? {} : { ExclusiveStartKey: after }),
      }),
    );
    steps.push(...(page.Items ?? []).map((item) => fromItem<Step>(item)));
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
  return steps;
};

export const ticketStore = (table: Table): TicketStore => ({
  find: (id) => getItem<Ticket>(table, ticketKey(id)),

  steps: (id) => stepsOf(table, id),

  async openIn({ area, creditCode }, { limit, cursor }) {
    const list = {
      listPk: openTicketsOf(area),
      beginsWith: creditCode === undefined ? undefined : `${creditCode}#`,
    };
    const after = cursor === undefined ? undefined : fromCursor(cursor, list);
    if (cursor !== undefined && after === undefined) throw new CursorRefused();
    const page = await listPage<Ticket>(table, { ...list, limit, after });
    return { tickets: page.items, cursor: toCursor(page.next) };
  },
});
