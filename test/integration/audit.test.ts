import { DeleteItemCommand, DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
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

const set = (id: string, expression: string, values: Record<string, { S: string }>) =>
  table.send(
    new UpdateItemCommand({
      TableName: name,
      Key: { pk: { S: `TICKET#${id}` }, sk: { S: 'TICKET' } },
      UpdateExpression: `SET ${expression}`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: values,
      ...(expression.startsWith('#state') && { ExpressionAttributeNames: { '#state': 'state' } }),
    }),
  );

const deleteStep = (id: string, number: number) =>
  table.send(
    new DeleteItemCommand({
      TableName: name,
      Key: { pk: { S: `TICKET#${id}` }, sk: { S: `STEP#${String(number).padStart(5, '0')}` } },
      ConditionExpression: 'attribute_exists(pk)',
    }),
  );

const listBreaks = async (): Promise<AuditBreakList> =>
  (await (await loop.staff('auditor')).get<AuditBreakList>('/v1/audit/breaks')).body;

const intactOf = async (id: string): Promise<unknown> => {
  const { body } = await desk.show(firstHandler!.id, id);
  const { audit } = body as { audit: { intact: boolean; broken?: object } };
  return audit.broken ?? audit.intact;
};

describe('somebody who can write the table', () => {
  it('is found the next night, and in the file of the ticket at once', async () => {
    const [whole, set3, shortened, emptied] = [
      await workedOn(),
      await workedOn(),
      await workedOn(),
      await workedOn(),
    ];
    await set(set3, '#state = :state', { ':state': { S: 'dismissed' } });
    await deleteStep(shortened, 3);
    for (const number of [1, 2, 3]) await deleteStep(emptied, number);

    expect(await intactOf(whole)).toBe(true);
    expect(await intactOf(set3)).toEqual({ kind: 'replay', members: ['state'] });
    expect(await intactOf(shortened)).toEqual({ kind: 'end' });
    expect(await intactOf(emptied)).toEqual({ kind: 'end' });

    loop.clock.advance(day);
    await loop.system.idle();
    const { breaks, latestRun } = await listBreaks();
    const found = new Map(breaks.map((one) => [one.ticketId, one.found]));
    expect(found).toEqual(
      new Map<string, object>([
        [set3, { kind: 'replay', members: ['state'] }],
        [shortened, { kind: 'end' }],
        [emptied, { kind: 'end' }],
      ]),
    );
    expect(latestRun?.verified).toBe(4);
    const counted = loop.log.filter(({ text }) => text.includes('AuditBreaksOpen'));
    expect(counted).not.toHaveLength(0);
  });
});
