import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';

import type { CoverageView, UnlistedReferences } from '../../../events/oversight/view.ts';
import { acceptedEvent, creditCode, nextProjectNo } from '../../support/case-facts.ts';
import { count } from '../../support/figure-source.ts';
import type { Person } from '../request.ts';
import { newDesk } from '../ticket/desk.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';
import { hallEntries, saveRegister } from './register-sample.ts';

type Unlisted = z.infer<typeof UnlistedReferences>;

const other = '11330602MB1A2B3C46';
const named = (code: string) => [{ code, name: '越城区测试局' }];

const transfer = (area = '330602') => ({
  type: 'transfer',
  to: { creditCode: other, area },
  note: '属其他部门职责',
});

describe('a ticket', () => {
  it('is not handed to a department that the register of the area does not list', async () => {
    const desk = await newDesk();
    await saveRegister(desk.world, 'departments', named(creditCode));
    const reply = await desk.act(people.supervisor, transfer());
    expect(outcomeOf(reply)).toBe('422 department_unlisted');
    expect(bodyOf<{ detail: string }>(reply).detail).toContain('部门清单');
    expect(await desk.world.stores.tickets.find(desk.id)).toMatchObject({ version: 1, creditCode });
  });

  it('is handed to one that is listed, also by the area of its town', async () => {
    const desk = await newDesk();
    await saveRegister(desk.world, 'departments', [...named(creditCode), ...named(other)]);
    await desk.done(people.supervisor, transfer('330602003'));
    expect(await desk.world.stores.tickets.find(desk.id)).toMatchObject({ creditCode: other });
  });

  it('is handed to any department while the area has no register, whatever others have', async () => {
    const desk = await newDesk();
    await saveRegister(desk.world, 'departments', [], '330683');
    await desk.done(people.supervisor, transfer());
    expect(await desk.world.stores.tickets.find(desk.id)).toMatchObject({ creditCode: other });
  });

  it('is handed to nobody where the register is empty', async () => {
    const desk = await newDesk();
    await saveRegister(desk.world, 'departments', []);
    const reply = await desk.act(people.supervisor, transfer());
    expect(outcomeOf(reply)).toBe('422 department_unlisted');
  });
});

const boxesOf = async (departments?: readonly { code: string; name: string }[]) => {
  const world = newWorld();
  if (departments !== undefined) await saveRegister(world, 'departments', departments);
  const key = await world.integrator();
  const token = await world.token(key, await world.acceptedCase(key));
  await world.call('POST /v1/ratings', { body: { token, level: 'dissatisfied', text: '慢' } });
  const notices = world.stores.notices.all();
  return notices.filter(({ type }) => type === 'ticket_opened').map(({ box }) => box);
};

describe('a ticket that opens', () => {
  const ofDepartment = { kind: 'department', of: creditCode };

  it('at an unlisted department is told to those who oversee it', async () => {
    expect(await boxesOf(named(other))).toEqual([
      ofDepartment,
      { kind: 'supervisor', of: '330602' },
      { kind: 'city', of: '330600' },
    ]);
  });

  it('at a listed one, or where the area has no register, is told to the department', async () => {
    expect(await boxesOf(named(creditCode))).toEqual([ofDepartment]);
    expect(await boxesOf()).toEqual([ofDepartment]);
  });
});

const registerPad = async (world: World, hall: string, window: string) =>
  outcomeOf(await world.call('POST /v1/pads', { as: people.hallAdmin, body: { hall, window } }));

describe('a pad', () => {
  it('is registered at a window or terminal of the register only', async () => {
    const world = newWorld();
    expect(await registerPad(world, '330602-H9', 'Z9')).toBe('202');
    const [first, ...others] = hallEntries;
    await saveRegister(world, 'halls', [{ ...first!, terminals: ['Z1'] }, ...others]);
    expect([
      await registerPad(world, '330602-H1', 'A03'),
      await registerPad(world, '330602-H1', 'Z1'),
      await registerPad(world, '330602-H1', 'Z9'),
      await registerPad(world, '330602-H2', 'A03'),
      await registerPad(world, '330602-H9', 'A03'),
    ]).toEqual(['202', '202', '422 window_unlisted', '422 window_unlisted', '422 hall_unlisted']);
  });
});

describe('a webhook', () => {
  it('names a department of the register, or none', async () => {
    const world = newWorld();
    const add = async (more: object) => {
      const body = {
        name: '区平台',
        form: 'signed',
        box: 'department',
        area: '330602',
        url: 'https://desk.example.cn/notices',
        ...more,
      };
      return outcomeOf(await world.call('POST /v1/webhooks', { as: people.admin, body }));
    };
    expect(await add({ creditCode: other })).toBe('202');
    await saveRegister(world, 'departments', named(creditCode));
    expect(await add({ creditCode: other })).toBe('422 department_unlisted');
    expect(await add({ creditCode })).toBe('202');
    expect(await add({})).toBe('202');
  });
});

const unlisted = async (world: World, as: Person = people.supervisor, query = {}) =>
  world.call('GET /v1/coverage/unlisted', { as, query });

const codesOf = (reply: Awaited<ReturnType<typeof unlisted>>): readonly string[] =>
  bodyOf<Unlisted>(reply).references.map(({ noun, code }) => `${noun} ${code}`);

/** Reports a case as another system does, and lets the change stream count it. */
const reportCase = async (world: ReturnType<typeof newWorld>, hall = '330602-H1') => {
  const key = await world.integrator();
  const projectNo = nextProjectNo();
  const event = acceptedEvent({ projectNo, at: fridayMorning, hall, window: 'A03' });
  const reply = await world.call('POST /v1/cases', { by: key, body: { events: [event] } });
  expect(reply.body).toMatchObject({ stored: 1 });
  const of = await world.stores.cases.find(projectNo);
  await count(world.stores.figures, [{ kind: 'case', of: of! }]);
};

const setUpCodes = [`departments ${other}`, 'departments 11330602XX90000018', 'halls 330602-H9'];

const setUp = async (): Promise<World> => {
  const { world, ...desk } = await newDesk();
  await world.pad({ hall: '330602-H9', window: 'Z9' });
  await world.integrator(['cases'], { areas: ['330602'], departments: ['11330602XX90000018'] });
  await desk.done(people.supervisor, transfer());
  return world;
};

describe('a window of a hall that the register lists', () => {
  it('is listed when a case names it and the entry of its hall does not', async () => {
    const world = newWorld();
    await reportCase(world);
    await world.pad({ hall: '330602-H1', window: 'B7' });
    const hall = { code: '330602-H1', name: '越城区政务服务中心', level: 'county' } as const;
    const windows = async (codes: readonly string[], terminals: readonly string[] = []) => {
      await saveRegister(world, 'halls', [{ ...hall, windows: codes, terminals }]);
      return codesOf(await unlisted(world)).filter((code) => code.includes('330602-H1'));
    };
    expect(codesOf(await unlisted(world))).toContain('halls 330602-H1');
    expect(await windows(['A01'])).toEqual(['windows 330602-H1/A03', 'windows 330602-H1/B7']);
    expect(await windows(['A03'])).toEqual(['windows 330602-H1/B7']);
    expect(await windows(['A03'], ['B7'])).toEqual([]);
  });
});

describe('something set up where there is no register', () => {
  it('is listed until the register lists what it names', async () => {
    const world = await setUp();
    const seen = codesOf(await unlisted(world));
    expect(seen).toEqual(setUpCodes);
    expect(codesOf(await unlisted(world, people.admin))).toEqual(seen);
    const far = { ...people.supervisor, area: '330683' };
    expect(codesOf(await unlisted(world, far))).toEqual([]);
    await saveRegister(world, 'departments', [...named(other), ...named('11330602XX90000018')]);
    expect(codesOf(await unlisted(world))).toEqual(['halls 330602-H9']);
  });

  it('is listed for the department of a webhook too', async () => {
    const world = newWorld();
    const body = { name: '区平台', form: 'signed', box: 'department', area: '330602' };
    const url = 'https://desk.example.cn/notices';
    const hook = { ...body, url, creditCode: other };
    await world.byTwo('POST /v1/webhooks', { as: people.admin, body: hook });
    expect(codesOf(await unlisted(world))).toEqual([`departments ${other}`]);
  });

  it('is not listed for a key of the whole city whose department one area lists', async () => {
    const world = newWorld();
    await world.integrator(['cases'], { areas: ['330600'], departments: [other] });
    expect(codesOf(await unlisted(world, people.admin))).toEqual([`departments ${other}`]);
    expect(codesOf(await unlisted(world))).toEqual([]);
    await saveRegister(world, 'departments', named(other));
    expect(codesOf(await unlisted(world, people.admin))).toEqual([]);
  });
});

describe('a case of an unlisted department, matter or hall', () => {
  const matter = '许可-00757-000';

  it('is kept, and somebody sees it until the register lists it', async () => {
    const world = newWorld();
    await saveRegister(world, 'departments', named(other));
    await saveRegister(world, 'halls', hallEntries.slice(1));
    await saveRegister(world, 'matters', []);
    await reportCase(world);
    const reply = await unlisted(world);
    expect(codesOf(reply)).toEqual([
      `departments ${creditCode}`,
      'halls 330602-H1',
      `matters ${matter}`,
    ]);
    expect(bodyOf<Unlisted>(reply)).toMatchObject({
      area: '330602',
      references: [
        { name: '越城区测试局', hasRegister: true, firstSeenOn: '2026-11-20', lastRatedOn: null },
        {},
        {},
      ],
      cursor: null,
    });
    const coverage = await world.call('GET /v1/coverage', { as: people.supervisor });
    expect(bodyOf<z.infer<typeof CoverageView>>(coverage)).toMatchObject({
      departments: { unlisted: 1 },
      matters: { unlisted: 1 },
      allHalls: { unlisted: 1 },
    });
    await saveRegister(world, 'departments', named(creditCode));
    await saveRegister(world, 'halls', hallEntries);
    expect(codesOf(await unlisted(world))).toEqual([`matters ${matter}`]);
  });

  it('is accepted and listed where there is no register, so that a city can begin', async () => {
    const world = newWorld();
    await reportCase(world);
    const { references } = bodyOf<Unlisted>(await unlisted(world));
    expect(references.map(({ hasRegister }) => hasRegister)).toEqual([false, false, false]);
  });

  it('is listed in its own area when its hall has the code of none', async () => {
    const world = newWorld();
    await reportCase(world, '999999-H1');
    expect(codesOf(await unlisted(world))).toContain('halls 999999-H1');
  });

  it('is listed page by page, in the area of the person', async () => {
    const world = newWorld();
    await reportCase(world);
    const admin = people.admin;
    const first = await unlisted(world, admin, { limit: '2' });
    const cursor = bodyOf<Unlisted>(first).cursor ?? '';
    const next = await unlisted(world, admin, { limit: '2', cursor });
    expect([...codesOf(first), ...codesOf(next)]).toHaveLength(3);
    expect(bodyOf<Unlisted>(next).cursor).toBeNull();
    const elsewhere = { ...people.supervisor, area: '330683' };
    expect(codesOf(await unlisted(world, elsewhere))).toEqual([]);
    expect(
      [
        await unlisted(world, people.supervisor, { area: '330683' }),
        await unlisted(world, people.handler),
        await unlisted(world, { ...people.supervisor, area: '' }),
        await unlisted(world, people.supervisor, { cursor: 'x' }),
      ].map(outcomeOf),
    ).toEqual(['404 out_of_scope', '403 role_missing', '403 role_missing', '400 cursor_invalid']);
  });
});

describe('a self-built system', () => {
  it('counts as connected while it has an active key', async () => {
    const world = newWorld();
    const { accessKey } = await world.integrator(['cases'], { areas: ['330602'] });
    const systems = async () =>
      bodyOf<z.infer<typeof CoverageView>>(
        await world.call('GET /v1/coverage', { as: people.supervisor }),
      ).systems;
    expect(await systems()).toMatchObject({ rate: { denominator: 0, value: null }, unlisted: 1 });
    const entry = { name: '审批系统', department: creditCode };
    await saveRegister(world, 'systems', [
      { code: 'a', system: accessKey, ...entry },
      { code: 'b', ...entry },
    ]);
    expect(await systems()).toEqual({
      rate: { numerator: 1, denominator: 2, value: 0.5 },
      unlisted: 0,
      notConnected: [{ area: '330602', code: 'b', name: '审批系统' }],
    });
    const path = { accessKey };
    await world.call('DELETE /v1/integrators/{accessKey}', { as: people.admin, path });
    expect((await systems()).rate).toEqual({ numerator: 0, denominator: 2, value: 0 });
  });
});
