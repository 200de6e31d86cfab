import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';

import type { PadFile, PadOversight } from '../../../events/oversight/pad-view.ts';
import { collect, good, setUp, signed } from '../pad/pad-bench.ts';
import type { Person } from '../request.ts';
import { bodyOf, hall, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

type Listed = z.infer<typeof PadOversight>;
type File = z.infer<typeof PadFile>;

const list = (world: World, query: Record<string, string> = {}, as: Person = people.supervisor) =>
  world.call('GET /v1/oversight/pads', { as, query });

const fileOf = (world: World, padId: string, as: Person = people.supervisor) =>
  world.call('GET /v1/oversight/pads/{padId}', {
    as,
    path: { padId },
    headers: { 'accept-language': 'en' },
  });

describe('a pad under oversight', () => {
  it('is silent when five minutes have passed since it was heard of, or it never was', async () => {
    const { world, pad } = await setUp();
    const seen = async () => bodyOf<Listed>(await list(world)).pads[0];
    expect(await seen()).toMatchObject({ lastSeenAt: null, silentSeconds: null, silent: true });
    await signed(world, pad, 'POST /v1/pads/me/heartbeat', { waiting: 2, version: '1' });
    world.clock.advance(5 * 60_000);
    expect(await seen()).toMatchObject({ silentSeconds: 300, silent: false, waiting: 2 });
    world.clock.advance(1);
    expect(await seen()).toMatchObject({ silentSeconds: 300, silent: true });
  });

  it('shows its gaps, and what was refused by reason, never what it said', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    await collect(world, pad, { sequence: 5, token, level: 'very_dissatisfied' }, 'noise');
    await collect(world, pad, { sequence: 2, level: 'good', text: '很满意' });
    await collect(world, pad, { sequence: 6, token, ...good });
    const [line] = bodyOf<Listed>(await list(world, { hall })).pads;
    expect(line).toMatchObject({
      padId: pad.accessKey,
      highest: 6,
      missing: [
        [1, 1],
        [3, 4],
      ],
      missingCount: 3,
      refused: {
        count: 3,
        byCode: [
          { code: 'invalid_input', count: 2 },
          { code: 'reason_missing', count: 1 },
        ],
      },
    });
    const file = bodyOf<File>(await fileOf(world, pad.accessKey));
    expect(file.refusals.map(({ sequence, code }) => [sequence, code])).toEqual([
      [null, 'invalid_input'],
      [2, 'invalid_input'],
      [5, 'reason_missing'],
    ]);
    expect(file.refusals[2]?.reason).toBe('A bad rating needs a reason');
    expect(JSON.stringify(file)).not.toMatch(/很满意|sealed/);
  });

  it('is listed page by page, over the areas of the city', async () => {
    const { world } = await setUp();
    const places = [
      { hall: '330602-H1', window: 'A04' },
      { hall: '330602-H2', window: 'A01' },
    ];
    for (const place of places) await world.pad(place);
    const city: Person = { id: 'u-auditor', roles: ['auditor'], area: '330600' };
    const first = bodyOf<Listed>(await list(world, { limit: '2' }, city));
    expect(first.pads.map(({ window }) => window)).toEqual(['A03', 'A04']);
    const next = await list(world, { limit: '2', cursor: first.cursor ?? '' }, city);
    expect(bodyOf<Listed>(next)).toMatchObject({ pads: [{ hall: '330602-H2' }], cursor: null });
    expect(outcomeOf(await list(world, { cursor: first.cursor ?? '', hall }))).toBe(
      '400 cursor_invalid',
    );
  });

  it('is seen by those of its area only', async () => {
    const { world, pad } = await setUp();
    const stranger: Person = { id: 'u-s', roles: ['supervisor'], area: '330683' };
    const outcomes = [
      await list(world, { hall }, stranger),
      await list(world, { area: '330602' }, stranger),
      await fileOf(world, pad.accessKey, stranger),
      await list(world, {}, people.handler),
      await fileOf(world, 'no-such-pad'),
    ].map(outcomeOf);
    expect(outcomes).toEqual([
      '404 out_of_scope',
      '404 out_of_scope',
      '404 pad_unknown',
      '403 role_missing',
      '404 pad_unknown',
    ]);
    expect(bodyOf<Listed>(await list(world, {}, stranger)).pads).toEqual([]);
  });
});
