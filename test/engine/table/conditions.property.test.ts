import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openEngine } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';
import { outcomeOf } from './outcome.ts';

let open: OpenEngine;

beforeAll(async () => {
  open = await openEngine();
});

afterAll(() => open.close());

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Conditions over `x`, `y`, `z` with their results by a simple evaluation. */
interface Asked {
  readonly text: string;
  readonly holds: (item: Record<string, number | undefined>) => boolean;
}

const field = fc.constantFrom('x', 'y', 'z');
const leaf: fc.Arbitrary<Asked> = fc.oneof<fc.Arbitrary<Asked>[]>(
  fc
    .tuple(field, fc.constantFrom('=', '<>', '<', '<=', '>', '>='), fc.integer({ min: 0, max: 4 }))
    .map(([of, operator, value]) => ({
      text: `${of} ${operator} :v${value}`,
      holds: (item) => {
        const own = item[of];
        if (own === undefined) return operator === '<>';
        const order = Math.sign(own - value);
        const orders = {
          '=': [0],
          '<>': [-1, 1],
          '<': [-1],
          '<=': [-1, 0],
          '>': [1],
          '>=': [0, 1],
        };
        return orders[operator].includes(order);
      },
    })),
  field.map((of) => ({
    text: `attribute_exists(${of})`,
    holds: (item) => item[of] !== undefined,
  })),
  fc
    .tuple(field, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 2, max: 4 }))
    .map(([of, low, high]): Asked => ({
      text: `${of} BETWEEN :v${low} AND :v${high}`,
      holds: (item) => (item[of] ?? NaN) >= low && (item[of] ?? NaN) <= high,
    })),
  fc.tuple(field, fc.subarray([0, 1, 2, 3, 4], { minLength: 1 })).map(([of, choices]): Asked => ({
    text: `${of} IN (${choices.map((value) => `:v${value}`).join(', ')})`,
    holds: (item) => choices.includes(item[of] ?? NaN),
  })),
);

const { asked } = fc.letrec<{ asked: Asked }>((tie) => ({
  asked: fc.oneof(
    { maxDepth: 4 },
    leaf,
    tie('asked').map(({ text, holds }) => ({
      text: `NOT (${text})`,
      holds: (item: Record<string, number | undefined>) => !holds(item),
    })),
    fc.tuple(tie('asked'), tie('asked')).map(([one, other]) => ({
      text: `(${one.text}) AND (${other.text})`,
      holds: (item: Record<string, number | undefined>) => one.holds(item) && other.holds(item),
    })),
    fc.tuple(leaf, leaf, leaf).map(([one, two, three]) => ({
      text: `${one.text} OR ${two.text} AND NOT ${three.text}`,
      holds: (item: Record<string, number | undefined>) =>
        one.holds(item) || (two.holds(item) && !three.holds(item)),
    })),
  ),
}));

test('random conditions hold as a naive reading of them does', async () => {
  const Key = { pk: { S: 'condition' }, sk: { S: '1' } };
  const small = maybe(fc.integer({ min: 0, max: 4 }));
  await fc.assert(
    fc.asyncProperty(asked, fc.record({ x: small, y: small, z: small }), async (one, item) => {
      const present = Object.entries(item).filter(([, value]) => value !== undefined);
      const Item = {
        ...Key,
        ...Object.fromEntries(present.map(([of, value]) => [of, { N: String(value) }])),
      };
      await open.engine.handle('PutItem', { TableName: 'work', Item });
      const used = new Set(one.text.match(/:v\d/g));
      const values = [...used].map((alias) => [alias, { N: alias.slice(2) }] as const);
      const outcome = await outcomeOf(
        open.engine.handle('PutItem', {
          TableName: 'work',
          Item,
          ConditionExpression: one.text,
          ...(values.length === 0 ? {} : { ExpressionAttributeValues: Object.fromEntries(values) }),
        }),
      );
      const failed = { message: 'The conditional request failed' };
      expect(outcome).toMatchObject(one.holds(item) ? { done: {} } : failed);
    }),
    { numRuns: 300 },
  );
});
