import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openEngine } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';

let open: OpenEngine;

beforeAll(async () => {
  open = await openEngine();
});

afterAll(() => open.close());

type Model = Map<string, Record<string, unknown>>;

const name = fc.constantFrom('a', 'b', '中', '\u{1F600}');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const step = fc.record({
  kind: fc.constantFrom('put', 'update', 'delete'),
  pk: name,
  sk: name,
  owner: maybe(name),
  due: maybe(fc.integer({ min: -20, max: 20 })),
  topic: maybe(name),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const attributes = ({ owner, due, topic }: Step) => ({
  ...(owner === undefined ? {} : { owner: { S: owner } }),
  ...(due === undefined ? {} : { due: { N: String(due) } }),
  ...(topic === undefined ? {} : { topic: { S: topic } }),
});

const apply = async (one: Step, model: Model) => {
  const Key = { pk: { S: one.pk }, sk: { S: one.sk } };
  const id = `${one.pk}/${one.sk}`;
  const TableName = 'work';
  if (one.kind === 'delete') {
    model.delete(id);
    return open.engine.handle('DeleteItem', { TableName, Key });
  }
  if (one.kind === 'put') {
    model.set(id, { ...Key, ...attributes(one) });
    return open.engine.handle('PutItem', { TableName, Item: { ...Key, ...attributes(one) } });
  }
  const changed = Object.entries(attributes(one));
  model.set(id, { ...Key, ...model.get(id), ...attributes(one) });
  return open.engine.handle('UpdateItem', {
    TableName,
    Key,
    ...(changed.length === 0
      ? {}
      : {
          UpdateExpression: `SET ${changed.map(([field]) => `#${field} = :${field}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(
            changed.map(([field]) => [`#${field}`, field]),
          ),
          ExpressionAttributeValues: Object.fromEntries(
            changed.map(([field, value]) => [`:${field}`, value]),
          ),
        }),
  });
};

const empty = async () => {
  for (const table of ['dynamo_item', 'dynamo_entry', 'dynamo_change']) {
    open.database.sql.exec(`DELETE FROM ${table}`);
  }
};

interface Page {
  readonly Items: readonly Record<string, { S?: string; N?: string }>[];
  readonly LastEvaluatedKey?: object;
}

const readAll = async (operation: 'Query' | 'Scan', input: object, Limit?: number) => {
  const items: Page['Items'][number][] = [];
  let start: object | undefined;
  do {
    const page = (await open.engine.handle(operation, {
      TableName: 'work',
      ...input,
      ...(Limit === undefined ? {} : { Limit }),
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    })) as Page;
    items.push(...page.Items);
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
};

const sorted = (items: readonly object[]) =>
  items
    .map((one) => Object.entries(one).map(([field, value]) => `${field}=${JSON.stringify(value)}`))
    .map((fields) => fields.toSorted().join(' '))
    .toSorted();

describe('random writes', () => {
  test('leave table, indexes and stream as a model has them', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
          const model: Model = new Map();
          for (const one of steps) await apply(one, model);
          const items = [...model.values()];
          const inIndex = items.filter((one) => 'owner' in one && 'due' in one);
          expect(sorted(await readAll('Scan', {}))).toEqual(sorted(items));
          expect(sorted(await readAll('Scan', { IndexName: 'byOwner' }))).toEqual(sorted(inIndex));
          expect(open.engine.verify()).toEqual([]);
        })
        .beforeEach(empty),
      { numRuns: 40 },
    );
  });

  test('page with any limit, in either direction and any segments, as without', async () => {
    const limit = fc.integer({ min: 1, max: 7 });
    await fc.assert(
      fc
        .asyncProperty(
          fc.array(step, { minLength: 10, maxLength: 60 }),
          fc.record({ limit, segments: limit, forward: fc.boolean() }),
          async (steps, { limit, segments, forward }) => {
            const model: Model = new Map();
            for (const one of steps) await apply({ ...one, owner: 'a', due: one.due ?? 0 }, model);
            const query = {
              IndexName: 'byOwner',
              KeyConditionExpression: '#o = :o',
              ExpressionAttributeNames: { '#o': 'owner' },
              ExpressionAttributeValues: { ':o': { S: 'a' } },
              ScanIndexForward: forward,
            };
            const whole = await readAll('Query', query);
            expect(await readAll('Query', query, limit)).toEqual(whole);
            const dues = whole.map(({ due }) => Number(due?.N));
            const order = (one: number, other: number) => (forward ? one - other : other - one);
            expect(dues).toEqual(dues.toSorted(order));
            const scanned: object[] = [];
            for (let Segment = 0; Segment < segments; Segment += 1) {
              scanned.push(...(await readAll('Scan', { Segment, TotalSegments: segments }, limit)));
            }
            expect(sorted(scanned)).toEqual(sorted([...model.values()]));
          },
        )
        .beforeEach(empty),
      { numRuns: 40 },
    );
  });

  test('sort strings by their UTF-8 bytes', async () => {
    const texts = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), {
      maxLength: 12,
    });
    await fc.assert(
      fc
        .asyncProperty(texts, async (all) => {
          for (const sk of all) {
            const Item = { pk: { S: 'p' }, sk: { S: sk } };
            await open.engine.handle('PutItem', { TableName: 'work', Item });
          }
          const found = await readAll('Query', {
            KeyConditionExpression: 'pk = :p',
            ExpressionAttributeValues: { ':p': { S: 'p' } },
          });
          expect(found.map(({ sk }) => sk?.S)).toEqual(
            all.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))),
          );
        })
        .beforeEach(empty),
      { numRuns: 60 },
    );
  });
});
