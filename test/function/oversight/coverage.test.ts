import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';

import type { CoverageLines, CoverageView } from '../../../events/oversight/view.ts';
import type { FigureMember } from '../../../shared/domain/figures/member.ts';
import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';
import type { Channel } from '../../../shared/domain/rating/channel.ts';
import { civilDateOf } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';
import { creditCode } from '../../support/case-facts.ts';
import type { Person } from '../request.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';
import { hallEntries as halls, saveRegister as put } from './register-sample.ts';

type Summary = z.infer<typeof CoverageView>;
type Lines = z.infer<typeof CoverageLines>;

let sequence = 0;

/** The result of counting by the change stream. */
const counted = (
  world: ReturnType<typeof newWorld>,
  members: readonly FigureMember[],
  ratings: readonly (readonly [moment: string, channel: Channel])[] = [],
) => {
  sequence += 1;
  const deltas = ratings.flatMap(([moment, channel]) =>
    (['area', 'city'] as const).map((kind) => ({
      scope: { kind, id: kind === 'city' ? '330600' : '330602' },
      day: civilDateOf(at(moment)),
      counts: { rated: 1, [`rated_by:${channel}`]: 1 },
    })),
  );
  const change = { sequence: String(sequence), at: fridayMorning, deltas, members };
  return world.stores.figures.apply('shard', [change]);
};

const met = (more: Pick<FigureMember, 'kind' | 'id'> & Partial<FigureMember>): FigureMember => ({
  area: '330602',
  firstAt: at('2025-01-06T10:00:00+08:00'),
  ...more,
});

const coverage = (
  world: World,
  query: Record<string, string> = {},
  as: Person = people.supervisor,
) => world.call('GET /v1/coverage', { as, query });

const shown = (index: number) => {
  const { code, name, level } = halls[index]!;
  return { code, name, level };
};

const recently = at('2026-11-19T10:00:00+08:00');
const longAgo = at('2025-11-20T23:59:59+08:00');

describe('coverage', () => {
  it('is the share of the register that was rated in the span', async () => {
    const world = newWorld();
    await put(world, 'halls', halls);
    await put(world, 'departments', [{ code: creditCode, name: '越城区测试局' }]);
    await counted(world, [
      met({ kind: 'hall', id: '330602-H1', lastFinishedAt: recently, lastRatedAt: recently }),
      met({ kind: 'hall', id: '330602-H2', lastRatedAt: longAgo }),
      met({ kind: 'hall', id: '330602-H9', lastRatedAt: recently }),
      met({ kind: 'department', id: creditCode, lastFinishedAt: recently }),
    ]);
    const body = bodyOf<Summary>(await coverage(world));
    expect(body).toMatchObject({
      area: '330602',
      from: '2025-11-21',
      to: '2026-11-20',
      halls: [
        { level: 'city', rate: { numerator: 0, denominator: 0, value: null } },
        {
          level: 'county',
          rate: { numerator: 1, denominator: 1, value: 1 },
          lastRatedOn: '2026-11-19',
        },
        {
          level: 'town',
          rate: { numerator: 0, denominator: 2, value: 0 },
          lastRatedOn: '2025-11-20',
        },
        { level: 'village', rate: { numerator: 0, denominator: 0, value: null } },
      ],
      allHalls: { rate: { numerator: 1, denominator: 3, value: 0.333333 }, unlisted: 1 },
      departments: { rate: { numerator: 0, denominator: 1, value: 0 }, lastRatedOn: null },
      matters: { rate: { denominator: 0, value: null } },
      withoutRegister: [{ area: '330602', noun: 'matters' }],
    });
    // The longest range includes one more day, with the hall that was rated then.
    const leap = bodyOf<Summary>(await coverage(world, { days: '366' }));
    expect(leap.allHalls.rate.numerator).toBe(2);
  });

  it('says of portal and app how much came over them, and when last', async () => {
    const world = newWorld();
    await counted(
      world,
      [],
      [
        ['2026-11-02T10:00:00+08:00', 'app'],
        ['2026-11-20T07:59:00+08:00', 'app'],
        ['2026-11-20T08:01:00+08:00', 'qr'],
        ['2025-11-20T10:00:00+08:00', 'portal'],
      ],
    );
    const wanted = [
      { channel: 'portal', rated: 0, lastRatedOn: null },
      { channel: 'app', rated: 2, lastRatedOn: '2026-11-20' },
    ];
    expect(bodyOf<Summary>(await coverage(world)).channels).toEqual(wanted);
    const admin = bodyOf<Summary>(await coverage(world, {}, people.admin));
    expect(admin.channels).toEqual(wanted);
    expect(admin.withoutRegister).toHaveLength(33);
  });

  it('adds up the areas of the city, each by its own register', async () => {
    const world = newWorld();
    await put(world, 'halls', halls);
    const other: readonly RegisterEntry[] = [
      { code: '330683-H1', name: '嵊州市政务服务中心', level: 'county', windows: [] },
    ];
    await put(world, 'halls', other, '330683');
    await counted(world, [
      met({ kind: 'hall', id: '330683-H1', area: '330683', lastRatedAt: recently }),
    ]);
    const city = bodyOf<Summary>(await coverage(world, {}, people.admin));
    expect(city.halls[1]?.rate).toEqual({ numerator: 1, denominator: 2, value: 0.5 });
    const own = bodyOf<Summary>(await coverage(world));
    expect(own.halls[1]?.rate).toEqual({ numerator: 0, denominator: 1, value: 0 });
  });

  it('is shown one by one, page by page', async () => {
    const world = newWorld();
    await put(world, 'halls', halls);
    await counted(world, [
      met({ kind: 'hall', id: '330602-H2', lastFinishedAt: recently, lastRatedAt: recently }),
      met({ kind: 'hall', id: '330602-H9', name: '临时窗口', lastRatedAt: longAgo }),
    ]);
    const first = bodyOf<Lines>(await coverage(world, { of: 'halls', limit: '2' }));
    const next = await coverage(world, { of: 'halls', limit: '2', cursor: first.cursor ?? '' });
    expect(bodyOf<Lines>(next).cursor).toBeNull();
    const lines = [...first.lines, ...bodyOf<Lines>(next).lines];
    const dates = { lastFinishedOn: null, lastRatedOn: null };
    const area = '330602';
    expect(lines).toEqual([
      { area, ...shown(0), listed: true, rated: false, ...dates },
      {
        area,
        ...shown(1),
        listed: true,
        rated: true,
        lastFinishedOn: '2026-11-19',
        lastRatedOn: '2026-11-19',
      },
      { area, ...shown(2), listed: true, rated: false, ...dates },
      {
        area,
        code: '330602-H9',
        name: '临时窗口',
        listed: false,
        rated: false,
        lastFinishedOn: null,
        lastRatedOn: '2025-11-20',
      },
    ]);
    const wrong = await coverage(world, { of: 'matters', cursor: first.cursor ?? '' });
    expect(outcomeOf(wrong)).toBe('400 cursor_invalid');
    expect(outcomeOf(await coverage(world, { of: 'halls', cursor: 'x' }))).toBe(
      '400 cursor_invalid',
    );
  });

  it('is for those who oversee the area, over 366 days at most', async () => {
    const world = newWorld();
    const outcomes = [
      await coverage(world, {}, people.handler),
      await coverage(world, { area: '330683' }),
      await coverage(world, { days: '367' }),
      await coverage(world, { days: '0' }),
    ].map(outcomeOf);
    expect(outcomes).toEqual([
      '403 role_missing',
      '404 out_of_scope',
      '400 invalid_input',
      '400 invalid_input',
    ]);
  });
});
