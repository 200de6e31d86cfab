import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';

import type { RegisterVersions, RegisterView } from '../../../events/oversight/register.ts';
import { shippedAreas } from '../../../shared/domain/area/area.ts';
import { shippedIndicatorList } from '../../../shared/domain/rating/indicator-list.ts';
import { creditCode } from '../../support/case-facts.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';
import { hallEntries, proposeRegister, saveRegister } from './register-sample.ts';

type Versions = z.infer<typeof RegisterVersions>;
type View = z.infer<typeof RegisterView>;

const path = { noun: 'halls' };
const countyAdmin: Person = { id: 'u-county', roles: ['system_admin'], area: '330602' };
const noArea = { id: 'u-none', roles: ['system_admin'], area: '' } as const;

const show = (world: World, noun: string, as: Person = people.supervisor) =>
  world.call('GET /v1/register/{noun}', { as, path: { noun } });

const errorsOf = (reply: { readonly body: unknown }) =>
  (reply.body as { errors?: { path: string; problem: string }[] }).errors?.map(
    ({ path: at, problem }) => `${at} ${problem}`,
  );

const over = (expectedVersion: number, entries: unknown) => ({
  as: people.admin,
  path,
  query: { area: '330602' },
  body: { expectedVersion, entries },
});

describe('a register', () => {
  it('is in force when another person has confirmed it, in the order of its codes', async () => {
    const world = newWorld();
    const empty = { noun: 'halls', area: '330602', version: 0, entries: [] };
    expect((await show(world, 'halls')).body).toEqual(empty);
    const proposed = await proposeRegister(world, 'halls', hallEntries.toReversed());
    expect(outcomeOf(proposed)).toBe('202');
    expect((await show(world, 'halls')).body).toEqual(empty);
    const id = bodyOf<{ approvalId: string }>(proposed).approvalId;
    const route = 'POST /v1/approvals/{id}/confirm';
    const alone = await world.call(route, { as: people.admin, path: { id }, body: {} });
    expect(outcomeOf(alone)).toBe('403 same_person');
    expect((await show(world, 'halls')).body).toEqual(empty);
    const done = await world.call(route, { as: people.secondAdmin, path: { id }, body: {} });
    expect(done.body).toMatchObject({ result: { version: 1, changed: true, count: 3 } });
    expect((await show(world, 'halls')).body).toMatchObject({
      version: 1,
      by: 'u-admin',
      confirmedBy: 'u-admin-2',
      entries: hallEntries,
    });
  });

  it('needs nobody when it is the same again', async () => {
    const world = newWorld();
    await saveRegister(world, 'halls', hallEntries);
    const same = await proposeRegister(world, 'halls', hallEntries.toReversed());
    expect(outcomeOf(same)).toBe('200');
    expect(same.body).toMatchObject({ version: 1, changed: false, count: 3 });
    expect(world.stores.memory.count('register')).toBe(1);
    expect(await saveRegister(world, 'halls', [])).toMatchObject({ version: 2, count: 0 });
  });

  it('keeps every version, with both persons', async () => {
    const world = newWorld();
    await saveRegister(world, 'halls', hallEntries);
    await saveRegister(world, 'halls', hallEntries.slice(1));
    await saveRegister(world, 'halls', hallEntries.slice(2));
    await saveRegister(world, 'halls', [], '330683');
    const list = async (query: Record<string, string>) =>
      world.call('GET /v1/register/{noun}/versions', { as: people.supervisor, path, query });
    const first = bodyOf<Versions>(await list({ limit: '2' }));
    expect(first.versions).toMatchObject([
      { version: 3, by: 'u-admin', confirmedBy: 'u-admin-2', count: 1 },
      { version: 2, count: 2 },
    ]);
    const rest = bodyOf<Versions>(await list({ limit: '2', cursor: first.cursor ?? '' }));
    expect(rest).toMatchObject({ versions: [{ version: 1, count: 3 }], cursor: null });
    expect(outcomeOf(await list({ cursor: 'x' }))).toBe('400 cursor_invalid');
    const old = { as: people.supervisor, path, query: { version: '1' } };
    const shown = bodyOf<View>(await world.call('GET /v1/register/{noun}', old));
    expect(shown).toMatchObject({ version: 1, entries: hallEntries });
    const none = { ...old, query: { version: '4' } };
    expect(outcomeOf(await world.call('GET /v1/register/{noun}', none))).toBe(
      '404 register_version_unknown',
    );
  });

  it('takes the place of the version that was seen, and of no other', async () => {
    const world = newWorld();
    const route = 'PUT /v1/register/{noun}';
    await world.byTwo(route, over(0, hallEntries));
    const late = await world.call(route, over(0, hallEntries.slice(1)));
    expect(outcomeOf(late)).toBe('409 register_changed');
    expect(late.body).toMatchObject({ version: 1 });
    expect(outcomeOf(await world.call(route, over(0, hallEntries)))).toBe('200');
    expect(await world.byTwo(route, over(1, hallEntries.slice(1)))).toMatchObject({ version: 2 });
  });

  it('is not replaced by a proposal that was made before another was confirmed', async () => {
    const world = newWorld();
    const early = bodyOf<{ approvalId: string }>(await proposeRegister(world, 'halls', []));
    await saveRegister(world, 'halls', hallEntries);
    const confirm = { as: people.secondAdmin, path: { id: early.approvalId }, body: {} };
    const reply = await world.call('POST /v1/approvals/{id}/confirm', confirm);
    expect(outcomeOf(reply)).toBe('409 approval_superseded');
    expect((await show(world, 'halls')).body).toMatchObject({ version: 1, entries: hallEntries });
  });

  it('of a town is none: its entries stand on the list of its district', async () => {
    const world = newWorld();
    await saveRegister(world, 'halls', hallEntries);
    const town = await proposeRegister(world, 'halls', hallEntries.slice(1), '330602003');
    expect(outcomeOf(town)).toBe('400 invalid_input');
    expect(errorsOf(town)).toEqual(['/area wrong_format']);
    expect((await show(world, 'halls')).body).toMatchObject({ version: 1 });
  });

  it('is proposed by system administrators of its area, and read by who oversees it', async () => {
    const world = newWorld();
    const put = (as: Person, area: string) =>
      world.call('PUT /v1/register/{noun}', { as, path, query: { area }, body: { entries: [] } });
    const outcomes = [
      await put(people.supervisor, '330602'),
      await put(people.hallAdmin, '330602'),
      await put(countyAdmin, '330683'),
      await put(countyAdmin, '330600'),
      await put(noArea, '330602'),
      await put(countyAdmin, '330602'),
      await show(world, 'halls', people.handler),
      await show(world, 'windows'),
      await world.call('GET /v1/register/{noun}/versions', {
        as: people.supervisor,
        path,
        query: { area: '330683' },
      }),
    ].map(outcomeOf);
    expect(outcomes).toEqual([
      '403 role_missing',
      '403 role_missing',
      '404 out_of_scope',
      '404 out_of_scope',
      '403 role_missing',
      '202',
      '403 role_missing',
      '404 register_unknown',
      '404 out_of_scope',
    ]);
  });
});

const hall = { code: '330602-H1', name: 'x', level: 'town', windows: ['A1'] } as const;
const department = { code: creditCode, name: 'x' };
const system = { code: 'zjj-shenpi', name: 'x', department: creditCode };

describe('an entry of a register', () => {
  it.each([
    ['halls', { ...hall, level: undefined }, 'level missing'],
    ['halls', { ...hall, windows: undefined }, 'windows missing'],
    ['halls', { ...hall, code: '330683-H1' }, 'code other_area'],
    ['halls', { ...hall, code: '330602_h' }, 'code wrong_format'],
    ['halls', { ...hall, area: '330683001' }, 'area other_area'],
    ['halls', { ...hall, windows: ['A1', 'A1'] }, 'windows named_twice'],
    ['halls', { ...hall, terminals: ['A1'] }, 'terminals named_twice'],
    ['halls', { ...hall, windows: ['a_1'] }, 'windows/0 wrong_format'],
    ['halls', { ...hall, sensitive: true }, 'sensitive not_expected'],
    [
      'halls',
      { ...hall, hours: [{ days: [1], from: '12:00', to: '09:00' }] },
      'hours/0/to wrong_format',
    ],
    [
      'halls',
      { ...hall, hours: [{ days: [2, 1], from: '08:00', to: '09:00' }] },
      'hours/0/days wrong_format',
    ],
    [
      'halls',
      { ...hall, hours: [{ days: [8], from: '08:00', to: '09:00' }] },
      'hours/0/days/0 too_long',
    ],
    ['departments', { ...department, code: '123' }, 'code wrong_check_digit'],
    ['departments', { ...department, level: 'town' }, 'level not_expected'],
    ['departments', { ...department, orgCode: '12' }, 'orgCode not_an_org_code'],
    [
      'departments',
      { ...department, contacts: [{ name: 'x', phone: '13900000001' }] },
      'contacts/0/staffId missing',
    ],
    ['matters', { code: 'm', name: 'x', orgCode: '001008006007014' }, 'orgCode not_expected'],
    ['matters', { code: 'm', name: '' }, 'name too_short'],
    ['matters', { code: 'm', name: '\ud83d' }, 'name half_a_character'],
    ['systems', { ...system, department: undefined }, 'department missing'],
    ['systems', { ...system, code: '系统' }, 'code wrong_format'],
    ['areas', { code: '330602001', name: 'x' }, 'kind missing'],
    ['areas', { code: '330602001', name: 'x', kind: 'village' }, 'kind not_allowed'],
    ['areas', { code: '330683001', name: 'x', kind: 'town' }, 'code other_area'],
    ['areas', { code: '330602', name: 'x', kind: 'district' }, 'code other_area'],
    ['areas', { code: '999999001', name: 'x', kind: 'town' }, 'code unknown_area'],
  ])('of %s is refused by path: %j', async (noun, entry, error) => {
    const world = newWorld();
    const reply = await proposeRegister(world, noun, [entry]);
    expect(outcomeOf(reply)).toBe('400 invalid_input');
    expect(errorsOf(reply)).toContain(`/entries/0/${error}`);
    expect(world.stores.memory.writes()).toBe(0);
  });

  it('occurs once', async () => {
    const reply = await proposeRegister(newWorld(), 'halls', [...hallEntries, hallEntries[0]]);
    expect(errorsOf(reply)).toEqual(['/entries/3/code named_twice']);
  });

  it.each([
    ['departments', { ...department, contacts: [{ name: '测试一', staffId: 'YC-0231' }] }],
    ['matters', { code: 'm', name: '残疾人证核发', sensitive: true }],
    ['halls', { ...hall, terminals: ['Z1'], hours: [{ days: [6], from: '09:00', to: '12:00' }] }],
    ['halls', { ...hall, level: 'village', area: '330602001001' }],
    ['systems', system],
    ['areas', { code: '330602001', name: '塔山街道', kind: 'town' }],
    ['areas', { code: '330602001001', name: '测试社区', kind: 'village' }],
  ] as const)('of %s is kept as it was sent: %j', async (noun, entry) => {
    const world = newWorld();
    await saveRegister(world, noun, [entry]);
    expect(bodyOf<View>(await show(world, noun)).entries).toEqual([entry]);
  });

  it('names an area or a zone of the city on the list of the city only', async () => {
    const world = newWorld();
    const zone = { code: '330652', name: '滨海新区', kind: 'internal' } as const;
    const statutory = shippedAreas
      .filter(({ kind }) => kind !== 'internal')
      .map(({ code, zh, kind }) => ({ code, name: zh, kind }));
    await saveRegister(world, 'areas', [...statutory, zone], '330600');
    const found = await show(world, 'areas', people.admin);
    expect(bodyOf<View>(found).entries).toContainEqual(zone);
    const wrong = { ...zone, kind: 'county' };
    const reply = await proposeRegister(world, 'areas', [wrong], '330600');
    expect(errorsOf(reply)).toEqual(['/entries/0/kind not_allowed']);
  });
});

const listWith = (name: string, english = 'Other') => [
  ...shippedIndicatorList,
  { code: '290', name, english, group: 'other', set: 'expanded' },
];

const refused = async (entries: unknown) =>
  errorsOf(await proposeRegister(newWorld(), 'indicators', entries, '330600'));

describe('the text of an indicator', () => {
  const last = shippedIndicatorList.length;
  const known = shippedIndicatorList.find(({ code, retired }) => code[0] === '2' && !retired);

  it.each(['甲\u0000乙', '甲\n\n乙', '正常\u202E常正', '甲\u200B乙'])(
    'is one line that reads as it is written: not %j',
    async (name) => {
      expect(await refused(listWith(name))).toEqual([`/entries/${last}/name not_a_plain_line`]);
      expect(await refused(listWith('新指标', name))).toEqual([
        `/entries/${last}/english not_a_plain_line`,
      ]);
    },
  );

  it('is not that of another in use at its level', async () => {
    expect(await refused(listWith(known?.name ?? ''))).toEqual([
      `/entries/${last}/name text_of_another`,
    ]);
    expect(await refused(listWith('新指标'))).toBeUndefined();
  });
});
