import {
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { AuditBreakList } from '../../events/oversight/audit.ts';
import { callsOf } from '../support/calls.ts';
import { deskCalls, firstHandler } from '../support/desk-calls.ts';
import type { DeskCalls } from '../support/desk-calls.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';

const day = 24 * 60 * 60_000;
const contact = { type: 'recordContact', way: 'phone', outcome: 'reached', note: '已致电致歉' };
const find = { type: 'find', kind: 'complex', cause: 'process' };

let loop: Loop;
let desk: DeskCalls;
let table: DynamoDBClient;
let name: string;

beforeAll(async () => {
  loop = await startLoop();
  const { calls } = await loop.integrator();
  desk = deskCalls(loop, calls, callsOf(loop, calls));
  const { engineUrl, region, credentials, definition } = loop.system;
  table = new DynamoDBClient({ endpoint: engineUrl, region, credentials });
  name = definition.tables[0]?.name ?? '';
});

afterAll(async () => {
  table?.destroy();
  await loop?.stop();
});

/** A ticket with three steps. */
const workedOn = async (): Promise<string> => {
  const { id } = await desk.badlyRated();
  for (const action of [contact, find]) await desk.done(firstHandler!.id, id, action);
  return id;
};

const keyOf = (id: string, sk = 'TICKET') => ({ pk: { S: `TICKET#${id}` }, sk: { S: sk } });

/** Changes attributes of the ticket's item. */
const change = (
  id: string,
  expression: string,
  { names, values }: { names: Record<string, string>; values?: Record<string, AttributeValue> },
) =>
  table.send(
    new UpdateItemCommand({
      TableName: name,
      Key: keyOf(id),
      UpdateExpression: expression,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: names,
      ...(values && { ExpressionAttributeValues: values }),
    }),
  );

const stepSk = (number: number): string => `STEP#${String(number).padStart(5, '0')}`;

const deleteStep = (id: string, number: number) =>
  table.send(
    new DeleteItemCommand({
      TableName: name,
      Key: keyOf(id, stepSk(number)),
      ConditionExpression: 'attribute_exists(pk)',
    }),
  );

const itemsOf = async (id: string) =>
  (
    await table.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: `TICKET#${id}` } },
      }),
    )
  ).Items ?? [];

/** Exchanges everything that is stored under two tickets. */
const swap = async (one: string, other: string): Promise<void> => {
  const [first, second] = [await itemsOf(one), await itemsOf(other)];
  for (const [id, items] of [
    [one, second],
    [other, first],
  ] as const) {
    for (const item of items) {
      const moved = { ...item, pk: { S: `TICKET#${id}` } };
      await table.send(new PutItemCommand({ TableName: name, Item: moved }));
    }
  }
};

const listBreaks = async (): Promise<AuditBreakList> =>
  (await (await loop.staff('auditor')).get<AuditBreakList>('/v1/audit/breaks')).body;

const intactOf = async (id: string): Promise<unknown> => {
  const { body } = await desk.show(firstHandler!.id, id);
  const { audit } = body as { audit: { intact: boolean; broken?: object } };
  return audit.broken ?? audit.intact;
};

describe('somebody who can write the table', () => {
  it('is found the next night, and in the file of the ticket at once', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 9; count += 1) ids.push(await workedOn());
    const [whole, reset, shortened, emptied, unlisted, unreadable, removed] = ids as string[] &
      Record<0 | 1 | 2 | 3 | 4 | 5 | 6, string>;
    const [one, other] = ids.slice(7) as [string, string];
    await change(reset, 'SET #state = :state', {
      names: { '#state': 'state' },
      values: { ':state': { S: 'dismissed' } },
    });
    await change(unlisted, 'REMOVE #list, #listed, #due, #called', {
      names: { '#list': 'listPk', '#listed': 'listSk', '#due': 'duePk', '#called': 'dueSk' },
    });
    await table.send(new DeleteItemCommand({ TableName: name, Key: keyOf(removed) }));
    await deleteStep(shortened, 3);
    for (const number of [1, 2, 3]) await deleteStep(emptied, number);

    expect(await intactOf(whole)).toBe(true);
    expect(await intactOf(reset)).toEqual({ kind: 'replay', members: ['state'] });
    expect(await intactOf(shortened)).toEqual({ kind: 'end' });
    expect(await intactOf(emptied)).toEqual({ kind: 'end' });

    await change(unreadable, 'REMOVE #v', { names: { '#v': 'v' } });
    await swap(one, other);
    loop.clock.advance(day);
    await loop.system.idle();
    const { breaks, latestRun } = await listBreaks();
    const found = new Map(breaks.map((one) => [one.ticketId, one.found]));
    expect(Object.fromEntries(found)).toEqual({
      [reset]: { kind: 'replay', members: ['state'] },
      [shortened]: { kind: 'end' },
      [emptied]: { kind: 'end' },
      [unlisted]: { kind: 'misplaced', items: ['TICKET'] },
      [unreadable]: { kind: 'unreadable', items: ['TICKET'] },
      [removed]: { kind: 'ticket' },
      // Each chain is whole, but belongs to the rating of the other.
      [one]: { kind: 'rating', assessNumber: 1 },
      [other]: { kind: 'rating', assessNumber: 1 },
    });
    expect(latestRun?.verified).toBe(9);
    const counted = loop.log.filter(({ text }) => text.includes('AuditBreaksOpen'));
    expect(counted).not.toHaveLength(0);
  });
});
