import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { worldOver } from '../function/world.ts';
import { startEngineStores } from '../support/engine-stores.ts';
import type { EngineStores } from '../support/engine-stores.ts';
import { friday } from './suite/sample.ts';

let engine: EngineStores;
let asked: string[] = [];

beforeAll(async () => {
  engine = await startEngineStores(Date.parse(friday));
  engine.table.client.middlewareStack.add(
    (next, context) => (args) => {
      asked.push(String(context.commandName));
      return next(args);
    },
    { step: 'initialize' },
  );
});

afterAll(() => engine?.stop());

/** The requests to the table for the second rating of an instance. */
const afterAnother = async (level: string): Promise<readonly string[]> => {
  const world = worldOver(engine.stores, friday);
  const key = await world.integrator();
  const tokens = [
    await world.token(key, await world.acceptedCase(key)),
    await world.token(key, await world.acceptedCase(key)),
  ];
  for (const token of tokens) {
    asked = [];
    const body = { token, level, text: '说明' };
    expect((await world.call('POST /v1/ratings', { body })).status).toBe(201);
  }
  return asked;
};

describe('a rating in a warm instance', () => {
  it('reads its case and writes, and reads no rules when it is good', async () => {
    expect(await afterAnother('satisfied')).toEqual(['GetItemCommand', 'PutItemCommand']);
  });

  it('reads the register of departments besides when it is bad', async () => {
    const commands = await afterAnother('dissatisfied');
    expect(commands).toEqual(['GetItemCommand', 'GetItemCommand', 'TransactWriteItemsCommand']);
  });
});
