import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { CONDITIONS, SUBJECT } from './cases/condition.table.ts';
import type { ConditionCase } from './cases/condition.table.ts';
import { UPDATES } from './cases/update.table.ts';
import type { UpdateCase } from './cases/update.table.ts';
import { openEngine } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';
import { outcomeOf, pattern, titled } from './outcome.ts';
import { s } from './values.ts';

let open: OpenEngine;

beforeAll(async () => {
  open = await openEngine();
});

afterAll(() => open.close());

interface Placeholders {
  readonly values?: ConditionCase['values'];
  readonly names?: ConditionCase['names'];
}

const placeholders = ({ values, names }: Placeholders) => ({
  ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
  ...(names === undefined ? {} : { ExpressionAttributeNames: names }),
});

const putIf = (one: ConditionCase) =>
  open.db.putItem({
    TableName: 'work',
    Item: SUBJECT,
    ConditionExpression: one.when,
    ...placeholders(one),
  });

describe('a condition', () => {
  beforeAll(() => open.db.putItem({ TableName: 'work', Item: SUBJECT }));

  const decided = CONDITIONS.filter(({ gives }) => typeof gives === 'boolean');

  test.each(titled(decided, ({ when, gives }) => `${when} → ${String(gives)}`))(
    '%s',
    async (_, one) => {
      const outcome = await outcomeOf(putIf(one));
      const name = 'ConditionalCheckFailedException';
      const failed = { name, message: 'The conditional request failed' };
      expect(outcome).toMatchObject(one.gives === true ? { done: {} } : failed);
    },
  );

  const refused = CONDITIONS.flatMap(({ gives, ...one }) =>
    typeof gives === 'boolean' ? [] : [{ ...one, gives }],
  );

  test.each(titled(refused, ({ when }) => when))('refused: %s', async (_, one) => {
    expect(await outcomeOf(putIf(one))).toEqual({
      name: 'ValidationException',
      message: expect.stringMatching(pattern(one.gives, 'Invalid ConditionExpression: ')),
    });
  });
});

describe('an update', () => {
  const Key = { pk: s('update'), sk: s('1') };

  beforeEach(() => open.db.deleteItem({ TableName: 'work', Key }));

  const read = async () => (await open.db.getItem({ TableName: 'work', Key })).Item;

  const attempt = async (one: Omit<UpdateCase, 'gives'>) => {
    if (one.given !== undefined) {
      await open.db.putItem({ TableName: 'work', Item: { ...one.given, ...Key } });
    }
    const before = await read();
    const outcome = await outcomeOf(
      open.db.updateItem({
        TableName: 'work',
        Key,
        UpdateExpression: one.does,
        ...placeholders(one),
      }),
    );
    return { before, outcome, after: await read() };
  };

  const accepted = UPDATES.flatMap(({ gives, ...one }) =>
    typeof gives === 'object' && 'refuses' in gives ? [] : [{ ...one, gives }],
  );

  test.each(titled(accepted, ({ does }) => does))('%s', async (_, one) => {
    const { outcome, after } = await attempt(one);
    expect(outcome).toMatchObject({ done: {} });
    expect(after).toEqual(one.gives === 'nothing' ? undefined : { ...one.gives, ...Key });
    expect(open.engine.verify()).toEqual([]);
  });

  const refused = UPDATES.flatMap(({ gives, ...one }) =>
    typeof gives === 'object' && 'refuses' in gives
      ? [{ ...one, refuses: gives.refuses as string | RegExp }]
      : [],
  );

  test.each(titled(refused, ({ does }) => does))('refused: %s', async (_, one) => {
    const { before, outcome, after } = await attempt(one);
    expect(outcome).toEqual({
      name: 'ValidationException',
      message: expect.stringMatching(pattern(one.refuses)),
    });
    expect(after).toEqual(before);
  });
});
