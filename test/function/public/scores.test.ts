import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';

import type { OpenScores } from '../../../events/figures/view.ts';
import { sampleCase, sampleRating, ticketOf } from '../../contract/suite/sample.ts';
import { at } from '../../fake/clock.ts';
import { creditCode } from '../../support/case-facts.ts';
import { count } from '../../support/figure-source.ts';
import { bodyOf, newWorld, outcomeOf } from '../world.ts';
import type { World } from '../world.ts';

type Scores = z.infer<typeof OpenScores>;

let world: World;

beforeEach(async () => {
  const made = newWorld();
  world = made;
  const bad = sampleRating({ hall: '330602-H1', window: 'A03', staffId: 'S1' });
  const unrated = sampleCase({
    area: '330681',
    department: { creditCode: '11330681MB1TE5T01X', name: '诸暨市测试局' },
    matter: { code: 'M2', name: '无人评价的事项' },
    timeline: [
      { eventId: 'e9', type: 'finished', at: at('2026-03-31T23:30:00+08:00'), accessKey: 'AK1' },
    ],
  });
  await count(made.stores.figures, [
    { kind: 'case', of: sampleCase() },
    { kind: 'case', of: unrated },
    { kind: 'rating', of: bad },
    { kind: 'ticket', of: ticketOf(bad).ticket },
  ]);
});

const asked = async (query: Readonly<Record<string, string>> = {}): Promise<Scores> =>
  bodyOf<Scores>(await world.call('GET /v1/open/scores', { query }));

describe('the published scores', () => {
  it('are those of the city, of areas, and of departments and matters that were rated', async () => {
    const body = await asked();
    expect(body).toMatchObject({ area: '330600', from: '2026-01-01', to: '2026-11-30' });
    expect(body.areas).toHaveLength(11);
    expect(body.areas.find(({ key }) => key === '330681')).toMatchObject({
      name: '诸暨市',
      counts: { finished: 1 },
    });
    expect(body.departments).toMatchObject([
      { key: creditCode, name: '越城区测试局', counts: { rated: 1, bad: 1, 'proof:link': 1 } },
    ]);
    expect(body.matters).toMatchObject([{ key: '许可-00757-000', name: '食品经营许可' }]);
    expect(body.total.rates.good).toEqual({ numerator: 0, denominator: 1, value: 0 });
  });

  it('are those of one area, without the city’s matters', async () => {
    const body = await asked({ area: '330602003' });
    expect(body).toMatchObject({
      area: '330602',
      areas: [],
      matters: [],
      total: { counts: { rated: 1 } },
    });
    expect(body.departments).toHaveLength(1);
    expect((await asked({ area: '330681' })).departments).toEqual([]);
  });

  it('are published by whole months', async () => {
    const march = await asked({ from: '2026-03-09', to: '2026-03-10' });
    expect(march).toMatchObject({
      from: '2026-03-01',
      to: '2026-03-31',
      total: { counts: { finished: 1 } },
    });
    const april = await asked({ from: '2026-04-01', to: '2026-04-01' });
    expect(april.total.counts).toEqual({});
  });

  it('say nothing of windows, staff or what is not published', async () => {
    const reply = await world.call('GET /v1/open/scores', {});
    const text = JSON.stringify(reply.body);
    expect(text).not.toContain('A03');
    expect(text).not.toContain('S1');
    expect(text).not.toContain('rated_by');
    expect(reply.headers['cache-control']).toBe('public, max-age=300');
  });

  it.each([
    [{ area: '110000' }, '400 invalid_input'],
    [{ from: '2026-13-01' }, '422 span_not_possible'],
    [{ from: '2025-01-01', to: '2026-11-30' }, '422 span_not_possible'],
    [{ from: '9999-12-01', to: '9999-12-31' }, '422 span_not_possible'],
  ])('are not given for %j: %s', async (query, expected) => {
    const reply = await world.call('GET /v1/open/scores', {
      query,
    });
    expect(outcomeOf(reply)).toBe(expected);
  });
});
