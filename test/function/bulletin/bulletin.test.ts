import '../../support/silent-logs.ts';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';

import type { Scope } from '../../../shared/domain/figures/scope.ts';
import type { Counts } from '../../../shared/domain/figures/slot.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';
import { creditCode } from '../../support/case-facts.ts';
import { storeRegister } from '../../support/store-register.ts';
import { unzip } from '../../support/unzip.ts';
import type { Reply } from '../reply.ts';
import type { Given, Person } from '../request.ts';
import { newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

const route = 'GET /v1/bulletins/{period}/{format}';
const auditor: Person = { id: 'u-auditor', roles: ['auditor'], area: '330600' };
const december = at('2026-12-01T09:30:00+08:00');

const ask = (world: World, path: Record<string, string>, given: Given = {}): Promise<Reply> =>
  world.call(route, {
    as: auditor,
    path: { period: '2026-11', format: 'xlsx', ...path },
    ...given,
  });

const rated = (count: number, bad = 0): Counts => ({
  finished: count,
  contacts: count,
  rated: count,
  bad,
  'rated:very_satisfied': count - bad,
  'rated:very_dissatisfied': bad,
});

const scopes = (...kinds: readonly [Scope['kind'], string][]): readonly Scope[] =>
  kinds.map(([kind, id]) => ({ kind, id }));

/**
 * A city with one department, which was rated a thousand times in November and ten times in
 * October.
 */
const counted = async () => {
  const world = newWorld(december);
  const where = scopes(
    ['city', '330600'],
    ['area', '330602'],
    ['department', `330602/${creditCode}`],
    ['matter', '330602/M-1'],
  );
  const change = (sequence: string, day: string, counts: Counts) => ({
    sequence,
    at: at('2026-11-30T20:00:00+08:00'),
    deltas: where.map((scope) => ({ scope, day: civilDate(day)!, counts })),
    members: [
      {
        kind: 'department' as const,
        id: creditCode,
        area: '330602',
        name: '市医保局',
        firstAt: december,
      },
      { kind: 'matter' as const, id: 'M-1', area: '330602', name: '医保登记', firstAt: december },
    ],
  });
  await world.stores.figures.apply('shard', [
    change('1', '2026-10-15', rated(10)),
    change('2', '2026-11-03', rated(1000, 4)),
    change('3', '2026-12-01', rated(7)),
  ]);
  return world;
};

const sheetsOf = async (reply: Reply) => (await readXlsx(reply.body as Buffer)).sheets;

const rowsOf = async (reply: Reply, name: string): Promise<readonly unknown[][]> =>
  (await sheetsOf(reply)).find((sheet) => sheet.name === name)?.rows ?? [];

const titleOf = async (reply: Reply): Promise<string> =>
  String((await rowsOf(reply, '主要数量'))[0]?.[0]);

describe('a bulletin', () => {
  it('is made of the sums of its month and of the one before', async () => {
    const world = await counted();
    const reply = await ask(world, {});
    const counts = new Map(
      (await rowsOf(reply, '主要数量')).map(([name, ...rest]) => [name, rest]),
    );
    expect(counts.get('主动评价数')).toEqual([1000, 10, 990]);
    expect(counts.get('差评数')).toEqual([4, 0, 4]);
    const rates = new Map((await rowsOf(reply, '主要指标')).map(([name, ...rest]) => [name, rest]));
    expect(rates.get('好评率')?.slice(0, 6)).toEqual([0.996, 996, 1000, 1, 10, 10]);
    const days = await rowsOf(reply, '每日数量');
    expect(days.find(([day]) => day === '2026-11-03')).toEqual(['2026-11-03', 1000, 1000, 4]);
    const [, , , department] = await rowsOf(reply, '部门指标总表');
    expect(department?.slice(0, 6)).toEqual(['市医保局', creditCode, 1, 0.996, 996, 1000]);
    const [, , , matter] = await rowsOf(reply, '差评事项');
    expect(matter?.slice(0, 3)).toEqual(['医保登记', 'M-1', 4]);
  });

  it('counts as covered what the registers list and a resident rated', async () => {
    const world = await counted();
    const entries = [
      { code: creditCode, name: '市医保局' },
      { code: '11330602MB00000099', name: '从未被评价的局' },
    ];
    await storeRegister(world.stores.registers, {
      noun: 'departments',
      area: '330602',
      entries,
      version: 1,
      by: 'u-admin',
      confirmedBy: 'u-admin-2',
      at: december,
    });
    const rows = await rowsOf(await ask(world, {}), '评价覆盖率');
    expect(rows.slice(3)).toEqual([['部门', 0.5, 1, 2]]);
  });

  it('calls an area as its register does, and one that is not listed as before', async () => {
    const world = await counted();
    await storeRegister(world.stores.registers, {
      noun: 'areas',
      area: '330600',
      entries: [{ code: '330602', name: '越城新区', kind: 'district' }],
      version: 1,
      by: 'u-admin',
      confirmedBy: 'u-admin-2',
      at: december,
    });
    const own = await ask(world, {}, { as: people.supervisor });
    expect(await titleOf(own)).toContain('越城新区 · 2026年11月');
    expect(await titleOf(await ask(world, {}))).toContain('绍兴市 · 2026年11月');
  });

  it('of an area has neither the other areas nor the city’s matters', async () => {
    const world = await counted();
    const reply = await ask(world, {}, { as: people.supervisor });
    const names = (await sheetsOf(reply)).map(({ name }) => name);
    expect(names).toContain('部门指标总表');
    expect(names.filter((name) => /区县|事项/.test(name))).toEqual([]);
    const [[title]] = (await rowsOf(reply, '主要数量')) as [[string]];
    expect(title).toContain('越城区 · 2026年11月');
  });

  it('comes in three forms under a name that keeps its characters', async () => {
    const world = await counted();
    const replies = await Promise.all(
      ['xlsx', 'docx', 'html'].map((format) => ask(world, { format })),
    );
    const [xlsx, docx, html] = replies.map(({ headers }) => headers['content-disposition']);
    const real = encodeURIComponent('好差评通报-绍兴市-2026-11');
    expect(xlsx).toBe(
      `attachment; filename="bulletin-330600-2026-11.xlsx"; filename*=UTF-8''${real}.xlsx`,
    );
    expect(docx).toBe(
      `attachment; filename="bulletin-330600-2026-11.docx"; filename*=UTF-8''${real}.docx`,
    );
    expect(html).toMatch(/^inline; /);
    expect(unzip(replies[1]!.body as Buffer).has('word/document.xml')).toBe(true);
    expect(replies[2]!.headers['content-security-policy']).toContain("default-src 'none'");
    expect(String(replies[2]!.body)).toContain('<html lang="zh-CN">');
  });

  it('speaks the language that is asked for', async () => {
    const world = await counted();
    const html = async (given: Given) => String((await ask(world, { format: 'html' }, given)).body);
    expect(await html({ headers: { 'accept-language': 'en-GB' } })).toContain(
      'Ranking of departments',
    );
    expect(await html({ query: { lang: 'en' } })).toContain('Shaoxing City · 2026-11');
    expect(await html({ query: { lang: 'zh' }, headers: { 'accept-language': 'en' } })).toContain(
      '部门排名',
    );
  });

  it('of a running month says so, and one that has not begun is refused', async () => {
    const world = await counted();
    const running = await ask(world, { period: '2026-12', format: 'html' });
    expect(String(running.body)).toContain('本月尚未结束');
    expect(outcomeOf(await ask(world, { period: '2027-01' }))).toBe('422 month_not_begun');
    const lastNight = newWorld(at('2026-11-30T23:59:59+08:00'));
    expect(outcomeOf(await ask(lastNight, { period: '2026-12' }))).toBe('422 month_not_begun');
  });

  it('of a month without anything is a file like any other', async () => {
    const world = newWorld(december);
    for (const format of ['xlsx', 'docx', 'html']) {
      expect(outcomeOf(await ask(world, { period: '2020-02', format }))).toBe('200');
    }
    expect(outcomeOf(await ask(world, { period: '1991-11', format: 'html' }))).toBe('200');
    expect(outcomeOf(await ask(world, { period: '1991-10' }))).toBe('400 invalid_input');
  });

  it('is for those who oversee the area', async () => {
    const world = await counted();
    const outcomes = [
      await ask(world, {}, { as: people.handler }),
      await ask(world, {}, { as: people.supervisor, query: { area: '330681' } }),
      await ask(world, {}, { as: people.supervisor, query: { area: '330600' } }),
      await ask(world, {}, { as: people.admin, query: { area: '330602' } }),
      await ask(world, {}, { as: { ...auditor, area: '110000' } }),
      await ask(world, {}, { query: { area: '110000' } }),
      await ask(world, { format: 'pdf' }),
      await ask(world, { period: '2026-13' }),
    ].map(outcomeOf);
    expect(outcomes).toEqual([
      '403 role_missing',
      '404 out_of_scope',
      '404 out_of_scope',
      '200',
      '403 role_missing',
      '400 invalid_input',
      '400 invalid_input',
      '400 invalid_input',
    ]);
  });
});
