import { afterAll, beforeAll, expect, it } from 'vitest';

import { fromEpoch } from '../../shared/domain/time/instant.ts';
import { integratorStore } from '../../shared/store/access/integrator-store.ts';
import { replayGuard } from '../../shared/store/access/replay-guard.ts';
import { webhookStore } from '../../shared/store/notice/webhook-store.ts';
import { startEngineStores } from '../support/engine-stores.ts';
import type { EngineStores } from '../support/engine-stores.ts';
import { sampleWebhook } from './suite/notice-sample.ts';
import { sampleIntegrator } from './suite/sample.ts';

const at = Date.parse('2026-11-16T01:00:00Z');
const until = fromEpoch(at + 60_000);

let engine: EngineStores;

beforeAll(async () => {
  engine = await startEngineStores(at);
  // Simulates a lost response: each request is sent twice, and the second response is used.
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
  expect(await guard.claim('a', until)).toBe(true);
  expect(await guard.claim('a', until)).toBe(false);
  expect(await guard.claim('b', until)).toBe(true);
});

it('what was admitted is admitted though the first answer was lost, and its id stays taken', async () => {
  const integrators = integratorStore(engine.table);
  const system = sampleIntegrator();
  expect(await integrators.admit(system)).toBe('admitted');
  expect(await integrators.find(system.accessKey)).toEqual(system);
  expect(await integrators.admit({ ...system, name: '另一系统' })).toBe('known');
  expect(await integrators.find(system.accessKey)).toEqual(system);

  const webhooks = webhookStore(engine.table);
  const webhook = sampleWebhook();
  await webhooks.admit(webhook);
  expect(await webhooks.find(webhook.id)).toEqual(webhook);
  await expect(webhooks.admit({ ...webhook, name: '另一钩子' })).rejects.toThrow('in use');
});
