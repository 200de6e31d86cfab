import { afterAll, beforeAll, expect, it } from 'vitest';

import { fromEpoch } from '../../shared/domain/time.ts';
import { replayGuard } from '../../shared/store/replay-guard.ts';
import { startEngineStores } from '../support/engine-stores.ts';
import type { EngineStores } from '../support/engine-stores.ts';

const at = Date.parse('2026-11-16T01:00:00Z');
const until = fromEpoch(at + 60_000);

let engine: EngineStores;

beforeAll(async () => {
  engine = await startEngineStores(at);
  // As after an answer that was lost: each request goes out again, and the second answer counts.
  engine.table.client.middlewareStack.add(
    (next) => async (args) => {
      await next(args);
      return next(args);
    },
    { step: 'deserialize', priority: 'low', name: 'sendTwice' },
  );
});

afterAll(() => engine.stop());

it('a signature is new to the guard though its first answer was lost, and is known afterwards', async () => {
  const guard = replayGuard(engine.table);
  expect(await guard.first('a', until)).toBe(true);
  expect(await guard.first('a', until)).toBe(false);
  expect(await guard.first('b', until)).toBe(true);
});
