import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { GROUPS } from './cases/group.table.ts';
import type { OperationCase } from './cases/operation-case.ts';
import { READS } from './cases/read.table.ts';
import { WRITES } from './cases/write.table.ts';
import { openEngine } from './open-engine.ts';
import type { OpenEngine } from './open-engine.ts';
import { outcomeOf, pattern, titled } from './outcome.ts';

let open: OpenEngine;

beforeAll(async () => {
  open = await openEngine();
});

afterAll(() => open.close());

afterEach(() => {
  open.database.sql.exec(
    'DELETE FROM dynamo_item; DELETE FROM dynamo_entry; DELETE FROM dynamo_change',
  );
});

const run = async ({ given = [], table = 'work', call }: OperationCase) => {
  for (const Item of given) await open.db.putItem({ TableName: table, Item });
  const outcome = await outcomeOf(call(open.db));
  return { outcome, disagreements: open.engine.verify() };
};

const withoutMetadata = (output: object): object => {
  const { $metadata: _metadata, ...rest } = output as { $metadata?: object };
  return rest;
};

describe.each([
  ['writes', WRITES],
  ['reads', READS],
  ['batches and transactions', GROUPS],
])('%s', (_, cases) => {
  const accepted = cases.filter(({ refuses }) => refuses === undefined);

  test.each(titled(accepted, ({ name }) => name))('%s', async (_, one) => {
    const { outcome, disagreements } = await run(one);
    expect('done' in outcome ? withoutMetadata(outcome.done) : outcome).toEqual(one.answers);
    expect(disagreements).toEqual([]);
  });

  const refused = cases.flatMap(({ refuses, ...one }) =>
    refuses === undefined ? [] : [{ ...one, refuses }],
  );

  test.each(titled(refused, ({ name }) => name))('refused: %s', async (_, one) => {
    const [name, message] = one.refuses;
    const { outcome } = await run(one);
    expect(outcome).toEqual({ name, message: expect.stringMatching(pattern(message)) });
  });
});
