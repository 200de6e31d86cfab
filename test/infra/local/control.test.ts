import { describe, expect, it } from 'vitest';

import { frozenClock } from '../../../infra/local/engine/clock.ts';
import type { Faults, QueueEngine } from '../../../infra/local/engine/model.ts';
import { answerControl } from '../../../infra/local/runtime/control/control-routes.ts';
import { parseDuration } from '../../../infra/local/runtime/control/duration.ts';

const START = Date.UTC(2026, 0, 1);

const open = () => {
  const clock = frozenClock(START);
  const faults: Faults = {};
  const depth = { name: 'Work', visible: 1, inFlight: 0, delayed: 2, oldestAgeSeconds: 7 };
  const queues = { depths: () => Promise.resolve([depth]) } as unknown as QueueEngine;
  const parts = { clock, faults, queues, idle: () => Promise.resolve() };
  const ask = (route: string, body: object | string = '') =>
    answerControl(parts, route, typeof body === 'string' ? body : JSON.stringify(body));
  return { clock, faults, ask };
};

describe('durations', () => {
  it.each<[string, number | undefined]>([
    ['P3D', 259_200_000],
    ['PT2H30M', 9_000_000],
    ['P1W', 604_800_000],
    ['P1DT1S', 86_401_000],
    ['PT0.25S', 250],
    ['PT90M', 5_400_000],
    ['P', undefined],
    ['PT', undefined],
    ['P1DT', undefined],
    ['P1M', undefined],
    ['P1Y', undefined],
    ['3D', undefined],
    ['-P3D', undefined],
    ['', undefined],
  ])('%s is %s ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });
});

describe('the clock', () => {
  it('is shown and moved', async () => {
    const { ask, clock } = open();
    const shown = { now: '2026-01-01T00:00:00.000Z', running: false };
    await expect(ask('GET /_local/clock')).resolves.toEqual({ status: 200, body: shown });
    await ask('POST /_local/clock', { advance: 'P3D' });
    expect(clock.now()).toBe(START + 3 * 86_400_000);
    await ask('POST /_local/clock', { set: '2026-02-01T08:00:00+08:00' });
    expect(clock.now()).toBe(Date.UTC(2026, 1, 1));
  });

  it('never goes back', async () => {
    const { ask, clock } = open();
    const answer = await ask('POST /_local/clock', { set: '2025-12-31T00:00:00Z' });
    expect(answer).toMatchObject({
      status: 400,
      body: { detail: 'The clock only moves forward; it is 2026-01-01T00:00:00.000Z now.' },
    });
    expect(clock.now()).toBe(START);
  });

  it.each([{ advance: 'P1M' }, { advance: 3 }, { set: 'soon' }, {}, { advance: 'P1D', set: 'x' }])(
    'refuses %j',
    async (body) => {
      const { ask, clock } = open();
      await expect(ask('POST /_local/clock', body)).resolves.toMatchObject({ status: 400 });
      expect(clock.now()).toBe(START);
    },
  );
});

describe('faults', () => {
  it('replace those before them', async () => {
    const { ask, faults } = open();
    await ask('POST /_local/faults', { throttle: 0.5, duplicate: 2 });
    expect(faults).toEqual({ throttle: 0.5, duplicate: 2 });
    const contention = { conflict: 0.2, leftOver: 0.3, indexLag: 5000, reorder: 1 };
    await ask('POST /_local/faults', contention);
    expect(faults).toEqual(contention);
    await ask('POST /_local/faults', { delayMs: 250 });
    await expect(ask('GET /_local/faults')).resolves.toEqual({
      status: 200,
      body: { delayMs: 250 },
    });
    await ask('POST /_local/faults');
    expect(faults).toEqual({});
  });

  it('of the center are taken along, and shown as far as they are left', async () => {
    const { ask, faults } = open();
    const center = { down: true, timeoutAfterCommit: 2, refuse: { code: '1007', times: 1 } };
    await expect(ask('POST /_local/faults', { crash: 0.5, center })).resolves.toEqual({
      status: 200,
      body: { crash: 0.5, center },
    });
    faults.center = { down: true };
    await expect(ask('GET /_local/faults')).resolves.toMatchObject({
      body: { center: { down: true } },
    });
    await ask('POST /_local/faults', { crash: 0.5 });
    expect(faults).toEqual({ crash: 0.5 });
  });

  it.each([
    { center: { garbage: 0 } },
    { center: { refuse: '1007' } },
    { center: { slowMs: 60_001 } },
    { center: { fire: true } },
  ])('of the center are refused when written as %j', async (body) => {
    const { ask, faults } = open();
    await expect(ask('POST /_local/faults', body)).resolves.toMatchObject({ status: 400 });
    expect(faults).toEqual({});
  });

  it.each([
    { throttle: 2 },
    { duplicate: 0 },
    { delayMs: -1 },
    { crash: 'often' },
    { fire: 1 },
    { conflict: 2 },
    { leftOver: -1 },
    { indexLag: 0.5 },
    { reorder: 'all' },
  ])('refuses %j', async (body) => {
    const { ask, faults } = open();
    await expect(ask('POST /_local/faults', body)).resolves.toMatchObject({ status: 400 });
    expect(faults).toEqual({});
  });
});

describe('other controls', () => {
  it('show queues and wait for rest', async () => {
    const { ask } = open();
    await expect(ask('GET /_local/queues')).resolves.toMatchObject({
      status: 200,
      body: { queues: [{ name: 'Work', delayed: 2 }] },
    });
    await expect(ask('POST /_local/idle')).resolves.toEqual({ status: 200, body: { idle: true } });
  });

  it('are the only ones', async () => {
    const { ask } = open();
    await expect(ask('GET /_local/secrets')).resolves.toBeUndefined();
    await expect(ask('DELETE /_local/clock')).resolves.toBeUndefined();
    await expect(ask('POST /_local/clock', '{')).resolves.toMatchObject({ status: 400 });
  });
});
