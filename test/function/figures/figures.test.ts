import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';

import type { FiguresView } from '../../../events/figures/view.ts';
import { projectChanges } from '../../../functions/figures/project.ts';
import type { Source } from '../../../shared/domain/figures/contribution.ts';
import { storedInvitation } from '../../../shared/store/rating/schema.ts';
import { toItem } from '../../../shared/store/table.ts';
import { sampleCase, sampleRating, ticketOf } from '../../contract/suite/sample.ts';
import { at } from '../../fake/clock.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { creditCode } from '../../support/case-facts.ts';
import { count } from '../../support/figure-source.ts';
import { saveRegister } from '../oversight/register-sample.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

type Figures = z.infer<typeof FiguresView>;

const other = '11330681MB1TE5T01B';
const city: Person = { ...people.supervisor, area: '330600' };
const auditor: Person = { id: 'u-auditor', roles: ['auditor'], area: '330600' };

const contact = {
  serviceNumber: 1,
  service: 'accept',
  at: at('2026-11-18T09:00:00+08:00'),
  hall: '330602-H1',
  window: 'A03',
  staff: { id: 'S1', name: '王示例' },
} as const;

const finished = (more: Partial<ReturnType<typeof sampleCase>> = {}): Source => ({
  kind: 'case',
  of: sampleCase({
    contacts: [contact],
    timeline: [
      { eventId: 'e9', type: 'finished', at: at('2026-11-18T16:00:00+08:00'), accessKey: 'AK1' },
    ],
    ...more,
  }),
});

const placed = { hall: '330602-H1', window: 'A03', staffId: 'S1' };

const rated = (more: Partial<ReturnType<typeof sampleRating>> = {}): Source => ({
  kind: 'rating',
  of: sampleRating({ ...placed, level: 'satisfied', tags: [], ...more }),
});

const bad = (more: Partial<ReturnType<typeof sampleRating>> = {}): readonly Source[] => {
  const rating = sampleRating({ ...placed, ...more });
  return [
    { kind: 'rating', of: rating },
    { kind: 'ticket', of: ticketOf(rating).ticket },
  ];
};

let world: World & { readonly stores: FakeStores };

beforeEach(async () => {
  world = newWorld();
  await count(world.stores.figures, [
    ...Array.from({ length: 4 }, () => finished()),
    rated({ receivedAt: at('2026-10-31T23:59:00+08:00') }),
    rated({ receivedAt: at('2026-11-01T00:01:00+08:00'), channel: 'pad' }),
    rated(),
    ...bad(),
    rated({ origin: 'default' }),
    ...bad({ area: '330681', creditCode: other, hall: '330681-H1', window: 'B01', staffId: 'S9' }),
  ]);
});

const asked = async (as: Person, query: Readonly<Record<string, string>>): Promise<Figures> => {
  const reply = await world.call('GET /v1/figures', { as, query });
  if (reply.status !== 200) throw new Error(outcomeOf(reply));
  return bodyOf<Figures>(reply);
};
const outcome = async (as: Person, query: Readonly<Record<string, string>>): Promise<string> =>
  outcomeOf(await world.call('GET /v1/figures', { as, query }));

const own = async (as: Person) => {
  const { scope, from, to } = await asked(as, {});
  return [`${scope.kind}:${scope.id}`, from, to];
};
const ratedBy = ({ lines }: Figures) => lines.map(({ key, counts }) => [key, counts.rated ?? 0]);

describe('figures', () => {
  it('give every rate with its numerator and denominator, and leave defaults out', async () => {
    const { total, countedUntil, scores } = await asked(city, {});
    expect(total.counts).toMatchObject({
      finished: 4,
      contacts: 4,
      rated: 4,
      bad: 2,
      default_received: 1,
    });
    expect(total.rates.participation).toEqual({ numerator: 4, denominator: 4, value: 1 });
    expect(total.rates.good).toEqual({ numerator: 2, denominator: 4, value: 0.5 });
    expect(total.rates.closed).toEqual({ numerator: 0, denominator: 2, value: 0 });
    expect(total.rates.contacted).toEqual({ numerator: 0, denominator: 0, value: null });
    expect(total.averageScore).toEqual({ numerator: 8 + 8 + 3 + 3, denominator: 4, value: 5.5 });
    expect(scores.satisfied).toBe(8);
    expect(countedUntil).toBe('2026-11-20T09:30:00.000+08:00');
  });

  it('are by default those of the month so far, and of what the caller oversees', async () => {
    expect(await own(city)).toEqual(['city:330600', '2026-11-01', '2026-11-20']);
    expect((await own(people.supervisor))[0]).toBe('area:330602');
    expect((await own(people.handler))[0]).toBe(`department:${creditCode}`);
  });

  it('stand by day and by month as they do in Shanghai', async () => {
    const span = { from: '2026-10-31', to: '2026-11-20' };
    expect(ratedBy(await asked(city, { ...span, by: 'day' }))).toEqual([
      ['2026-10-31', 1],
      ['2026-11-01', 1],
      ['2026-11-18', 0],
      ['2026-11-20', 3],
    ]);
    expect(ratedBy(await asked(city, { ...span, by: 'month' }))).toEqual([
      ['2026-10', 1],
      ['2026-11', 4],
    ]);
  });

  it.each([
    ['area', 'city:330600', ['330602 越城区 3', '330681 诸暨市 1']],
    ['department', 'city:330600', [`${creditCode} 越城区测试局 3`, `${other} - 1`]],
    ['department', 'area:330602', [`${creditCode} 越城区测试局 3`]],
    ['hall', 'city:330600', ['330602-H1 - 3', '330681-H1 - 1']],
    ['window', 'hall:330602-H1', ['330602-H1/A03 - 3']],
    ['window', 'area:330681', ['330681-H1/B01 - 1']],
    ['matter', 'city:330600', ['许可-00757-000 食品经营许可 4']],
    ['staff', `department:${creditCode}`, [`${creditCode}/S1 王示例 3`]],
  ])('split into a line for each %s of %s', async (by, scope, lines) => {
    const found = await asked(city, { scope, by });
    expect(
      found.lines.map(({ key, name, counts }) => `${key} ${name ?? '-'} ${counts.rated ?? 0}`),
    ).toEqual(lines.toSorted());
  });

  it('split into channels, of which only ratings and bad ones are known', async () => {
    const { lines } = await asked(city, { by: 'channel' });
    expect(lines).toEqual([
      { key: 'qr', counts: { rated: 3, bad: 2 } },
      { key: 'pad', counts: { rated: 1, bad: 0 } },
    ]);
  });
});

const namesOf = async (by: string) =>
  (await asked(city, { by })).lines.map(({ key, name }) => `${key} ${name}`);

describe('a department with a case in another area', () => {
  beforeEach(async () => {
    await count(world.stores.figures, [rated({ creditCode: other, staffId: 'S9' })]);
  });

  it('is seen with its figures only where it was registered, elsewhere with what it did there', async () => {
    const there = { ...people.supervisor, area: '330681' };
    for (const scope of [`department:${other}`, `staff:${other}/S9`]) {
      expect(await outcome(people.supervisor, { scope })).toBe('404 out_of_scope');
      expect(await outcome(there, { scope })).toBe('200');
    }
    expect(ratedBy(await asked(there, { scope: `department:${other}`, by: 'month' }))).toEqual([
      ['2026-11', 1],
    ]);
    expect(ratedBy(await asked(people.supervisor, { by: 'department' }))).toEqual([
      [creditCode, 3],
      [other, 1],
    ]);
    // A list of another area gives it nothing of what is not its own.
    await saveRegister(world, 'departments', [{ code: other, name: '派驻机构' }]);
    const whole = { scope: `department:${other}` };
    expect(await outcome(people.supervisor, whole)).toBe('404 out_of_scope');
  });

  it('has the name that its own area lists, then the city, and matters likewise', async () => {
    const matter = '许可-00757-000';
    await saveRegister(world, 'matters', [{ code: matter, name: '县里的名称' }]);
    // A code of no area is named by the city alone, for all of them.
    expect(await namesOf('matter')).toEqual([`${matter} 食品经营许可`]);
    await saveRegister(world, 'matters', [{ code: matter, name: '全市的名称' }], '330600');
    expect(await namesOf('matter')).toEqual([`${matter} 全市的名称`]);
    await saveRegister(world, 'departments', [{ code: other, name: '外区所写' }], '330602');
    await saveRegister(world, 'departments', [{ code: other, name: '诸暨市测试局' }], '330681');
    expect(await namesOf('department')).toContain(`${other} 诸暨市测试局`);
  });
});

describe('who may see which figures', () => {
  it.each<readonly [string, Person, string, string]>([
    ['a handler the own department', people.handler, `department:${creditCode}`, '200'],
    ['a handler no other', people.handler, `department:${other}`, '404 out_of_scope'],
    ['a handler no area', people.handler, 'area:330602', '404 out_of_scope'],
    ['a handler no colleague', people.handler, `staff:${creditCode}/S1`, '404 out_of_scope'],
    ['a supervisor the own area', people.supervisor, 'area:330602', '200'],
    ['a supervisor no other area', people.supervisor, 'area:330681', '404 out_of_scope'],
    ['a supervisor not the city', people.supervisor, 'city:330600', '404 out_of_scope'],
    ['a supervisor departments of the area', people.supervisor, `department:${creditCode}`, '200'],
    ['a supervisor no others', people.supervisor, `department:${other}`, '404 out_of_scope'],
    ['a supervisor halls of the area', people.supervisor, 'window:330602-H1/A03', '200'],
    ['a supervisor no other hall', people.supervisor, 'hall:330681-H1', '404 out_of_scope'],
    ['a supervisor staff of the area', people.supervisor, `staff:${creditCode}/S1`, '200'],
    ['a reviewer no single person', people.reviewer, `staff:${creditCode}/S1`, '404 out_of_scope'],
    ['an auditor of the city everything', auditor, `staff:${other}/S9`, '200'],
    ['an administrator nothing', people.admin, 'city:330600', '404 out_of_scope'],
    ['nobody a kind that is none', city, 'town:1', '404 scope_unknown'],
    ['nobody an area that is none', city, 'area:110000', '404 scope_unknown'],
  ])('%s', async (_who, as, scope, expected) => {
    expect(await outcome(as, { scope })).toBe(expected);
  });

  it('splits into staff only for those who supervise or audit', async () => {
    expect(await outcome(people.reviewer, { by: 'staff' })).toBe('404 out_of_scope');
    expect(await outcome(people.handler, { by: 'staff' })).toBe('404 out_of_scope');
    expect(await outcome(people.supervisor, { by: 'staff' })).toBe('200');
  });
});

describe('a question that cannot be answered', () => {
  it.each([
    [{ from: '2026-02-30' }, '422 span_not_possible'],
    [{ from: '2026-11-02', to: '2026-11-01' }, '422 span_not_possible'],
    [{ from: '2025-11-20', to: '2026-11-21' }, '422 span_not_possible'],
    [{ from: '9999-12-31', to: '9999-12-31' }, '422 span_not_possible'],
    [{ from: '2025-11-21', to: '2026-11-20' }, '200'],
    [{ from: 'yesterday' }, '400 invalid_input'],
    [{ by: 'level' }, '400 invalid_input'],
    [{ scope: 'area:330602', by: 'matter' }, '422 split_not_possible'],
    [{ scope: 'matter:1', by: 'hall' }, '422 split_not_possible'],
  ])('%j: %s', async (query, expected) => {
    expect(await outcome(city, query as Record<string, string>)).toBe(expected);
  });

  it('is refused when it would read too much', async () => {
    const many = Array.from({ length: 340 }, (_, n) => rated({ window: `W${n}` }));
    await count(world.stores.figures, many);
    const loose = { from: '2025-11-02', to: '2026-10-30', by: 'window' };
    expect(await outcome(city, loose)).toBe('422 too_many_figures');
    expect(await outcome(city, { ...loose, from: '2025-11-01', to: '2026-10-31' })).toBe('200');
  });
});

describe('the fold', () => {
  it('answers every window, also the last call of one, which brings no changes', async () => {
    const project = projectChanges(world.stores);
    const empty = { state: {}, batchItemFailures: [] };
    expect(await project({ Records: [] })).toEqual(empty);
    expect(await project({ Records: [], shardId: 's' })).toEqual(empty);
  });

  it('refuses changes of an unnamed shard, which it could not keep apart', async () => {
    const place = { key: { pk: 'P', sk: 'S' }, kind: storedInvitation };
    const NewImage = toItem(place, {
      projectNo: 'P',
      serviceNumber: 1,
      channel: 'qr',
      at: at('2026-11-20T09:30:00+08:00'),
      accessKey: 'AK1',
      area: '330602',
      creditCode: 'D',
      matterCode: 'M',
    }) as never;
    const Records = [
      {
        eventName: 'INSERT',
        dynamodb: { SequenceNumber: '1', ApproximateCreationDateTime: 1_763_600_000, NewImage },
      },
    ] as const;
    const project = projectChanges(world.stores);
    await expect(project({ Records: [...Records] })).rejects.toThrow('shard');
    await project({ Records: [...Records], shardId: 's' });
    const { total } = await asked(city, {});
    expect(total.counts.invited).toBe(1);
  });
});
