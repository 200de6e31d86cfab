import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { NO_TABLE_MISHAPS } from '../../../infra/local/engine/mishap.ts';
import { openEngine } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';
import { n, s } from './values.ts';

const LAG_MS = 5_000;
const TableName = 'work';
const onTime = { accessKeyId: 'on-time' };
const behind = { accessKeyId: 'behind' };

const mishaps = {
  ...NO_TABLE_MISHAPS,
  indexLagMs: (caller?: { readonly accessKeyId: string }) =>
    caller?.accessKeyId === onTime.accessKeyId ? 0 : LAG_MS,
};

/**
 * A put or a delete of an item at one of a few index positions, and the time that passes after it.
 */
const step = fc.record({
  pk: fc.constantFrom('a', 'b', 'c', 'd'),
  owner: fc.constantFrom('x', 'y', undefined),
  due: fc.integer({ min: 1, max: 3 }),
  removes: fc.boolean(),
  passes: fc.constantFrom(0, 1_000, 2_500, 5_000, 8_000),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const act = (open: OpenEngine, { pk, owner, due, removes }: Step, value: number) => {
  const Key = { pk: s(pk), sk: s('1') };
  if (removes) return open.engine.handle('DeleteItem', { TableName, Key });
  const placed = owner === undefined ? {} : { owner: s(owner), due: n(due) };
  const Item = { ...Key, ...placed, value: n(value) };
  return open.engine.handle('PutItem', { TableName, Item });
};

interface Page {
  readonly Items: readonly object[];
  readonly LastEvaluatedKey?: object;
}

const reads: readonly { readonly operation: string; readonly query: object }[] = [
  { operation: 'Scan', query: {} },
  ...['x', 'y'].flatMap((owner) =>
    [true, false].flatMap((ScanIndexForward) =>
      ['', ' AND due > :one'].map((range) => ({
        operation: 'Query',
        query: {
          ScanIndexForward,
          KeyConditionExpression: `#o = :o${range}`,
          ExpressionAttributeNames: { '#o': 'owner' },
          ExpressionAttributeValues: { ':o': s(owner), ...(range && { ':one': n(1) }) },
        },
      })),
    ),
  ),
];

/** All items of the index, read page by page. */
const shown = async (open: OpenEngine, caller: typeof onTime, Limit: number) => {
  const all: unknown[] = [];
  for (const { operation, query } of reads) {
    const items: object[] = [];
    let after: object | undefined = {};
    do {
      const input = { TableName, IndexName: 'byOwner', Limit, ...query, ...after };
      const page = (await open.engine.handle(operation, input, caller)) as Page;
      items.push(...page.Items);
      after = page.LastEvaluatedKey && { ExclusiveStartKey: page.LastEvaluatedKey };
    } while (after !== undefined);
    all.push([operation, query, items]);
  }
  return all;
};

test('an index that is behind shows exactly what it would have shown then', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 14 }),
      fc.integer({ min: 1, max: 4 }),
      async (steps, limit) => {
        const open = await openEngine(':memory:', { mishaps });
        /** The items of the index from a moment on. */
        const history: { at: number; seen: unknown[] }[] = [
          { at: 0, seen: await shown(open, onTime, 10) },
        ];
        for (const [value, one] of steps.entries()) {
          await act(open, one, value);
          history.push({ at: open.clock.now(), seen: await shown(open, onTime, limit) });
          open.clock.advance(one.passes);
          const then = open.clock.now() - LAG_MS;
          const wanted = history.findLast(({ at }) => at <= then);
          expect(await shown(open, behind, limit)).toEqual(wanted?.seen);
        }
        await open.close();
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
