import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';

import type { RegisterView } from '../../../events/oversight/register.ts';
import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';
import { confirmReply } from '../approval-calls.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';
import { proposeRegister, saveRegister } from './register-sample.ts';

/** Codes that two areas registered. */
const ofYuecheng = { code: '11330602MB1TE5T01X', name: '越城区测试局' };
const ofKeqiao = { code: '11330603XX9000011P', name: '柯桥区测试局' };
const keqiao = '330603';

const errorsOf = (reply: { readonly body: unknown }) =>
  (reply.body as { errors?: { path: string; problem: string }[] }).errors?.map(
    ({ path, problem }) => `${path} ${problem}`,
  );

const faultsOf = async (world: World, noun: string, entries: unknown, area?: string) =>
  errorsOf(await proposeRegister(world, noun, entries, area));

describe('a department', () => {
  it('is on the list of one area', async () => {
    const world = newWorld();
    await saveRegister(world, 'departments', [ofKeqiao], keqiao);
    const both = [ofYuecheng, ofKeqiao];
    expect(await faultsOf(world, 'departments', both)).toEqual([
      '/entries/1/code listed_elsewhere',
    ]);
    expect(await faultsOf(world, 'departments', [ofYuecheng])).toBeUndefined();
  });

  it('may always be listed by the area that registered it, whoever was first', async () => {
    const world = newWorld();
    await saveRegister(world, 'departments', [ofYuecheng, ofKeqiao]);
    await saveRegister(world, 'departments', [ofKeqiao], keqiao);
    // What is in force does not keep the rest of the list from changing, as long as it stays.
    const rest = [{ ...ofYuecheng, name: '越城区新局' }, ofKeqiao];
    expect(await faultsOf(world, 'departments', rest)).toBeUndefined();
    const renamed = [ofYuecheng, { ...ofKeqiao, name: '新名' }];
    expect(await faultsOf(world, 'departments', renamed)).toEqual([
      '/entries/1/code listed_elsewhere',
    ]);
  });

  it('that another area lists meanwhile is not confirmed', async () => {
    const world = newWorld();
    const early = await proposeRegister(world, 'departments', [ofYuecheng, ofKeqiao]);
    await saveRegister(world, 'departments', [ofKeqiao], keqiao);
    const reply = await confirmReply(world, early, people.secondAdmin);
    expect(outcomeOf(reply)).toBe('400 invalid_input');
    expect(errorsOf(reply)).toEqual(['/entries/1/code listed_elsewhere']);
  });
});

describe('a code', () => {
  const hall: RegisterEntry = { code: '330602-h1', name: 'x', level: 'town', windows: ['A1'] };

  it.each([
    ['halls', hall, '330602-H1'],
    ['halls', { ...hall, code: '330602－Ｈ1' }, '330602-H1'],
    ['departments', { ...ofYuecheng, code: ofYuecheng.code.toLowerCase() }, ofYuecheng.code],
  ])('of %s is kept in the form of what refers to it: %j', async (noun, entry, code) => {
    const world = newWorld();
    await saveRegister(world, noun, [entry]);
    const shown = await world.call('GET /v1/register/{noun}', {
      as: people.supervisor,
      path: { noun },
    });
    expect(bodyOf<z.infer<typeof RegisterView>>(shown).entries).toEqual([{ ...entry, code }]);
  });

  it('is named twice in whatever form', async () => {
    const world = newWorld();
    const twice = ['/entries/1/code named_twice'];
    expect(await faultsOf(world, 'halls', [{ ...hall, code: '330602-H1' }, hall])).toEqual(twice);
    const department = [ofYuecheng, { ...ofYuecheng, code: ofYuecheng.code.toLowerCase() }];
    expect(await faultsOf(world, 'departments', department)).toEqual(twice);
    const systems = ['f2', 'F2'].map((code) => ({
      code,
      name: 'x',
      department: ofYuecheng.code,
    }));
    expect(await faultsOf(world, 'systems', systems)).toEqual(twice);
  });

  it('lets a pad be registered for a hall that was listed in small letters', async () => {
    const world = newWorld();
    await saveRegister(world, 'halls', [hall]);
    const pad = { as: people.hallAdmin, body: { hall: '330602-h1', window: 'a1' } };
    expect(outcomeOf(await world.call('POST /v1/pads', pad))).toBe('202');
  });
});

describe('a place', () => {
  const hall = { code: '330602-H1', name: 'x', level: 'town', windows: [] };
  const town: RegisterEntry = { code: '330602001', name: '塔山街道', kind: 'town' };

  it('lies in a town that the area lists, once it lists any', async () => {
    const world = newWorld();
    const halls = [
      { ...hall, area: '330602777' },
      { ...hall, code: '330602777-H2' },
      { ...hall, code: '330602001-H3', area: '330602001' },
      { ...hall, code: '330602-H4', area: '330602' },
    ];
    expect(await faultsOf(world, 'halls', halls)).toBeUndefined();
    await saveRegister(world, 'areas', [town]);
    expect(await faultsOf(world, 'halls', halls)).toEqual([
      '/entries/0/area place_unlisted',
      '/entries/1/code place_unlisted',
    ]);
    expect(await faultsOf(world, 'departments', [{ ...ofYuecheng, area: '330602777' }])).toEqual([
      '/entries/0/area place_unlisted',
    ]);
  });

  it('is a hall of the city on the list of the city only', async () => {
    const cityHall = { ...hall, level: 'city' };
    expect(await faultsOf(newWorld(), 'halls', [cityHall])).toEqual([
      '/entries/0/level not_allowed',
    ]);
    const own = [{ ...cityHall, code: '330600-H1' }];
    expect(await faultsOf(newWorld(), 'halls', own, '330600')).toBeUndefined();
  });
});

describe('a self-built system', () => {
  const entry = { name: 'x', department: ofYuecheng.code };

  it('is one that reports cases of the area, on one line', async () => {
    const world = newWorld();
    const own = await world.integrator(['cases'], { areas: ['330602'] });
    const city = await world.integrator(['cases']);
    const gateway = await world.integrator(['messages']);
    const other = await world.integrator(['cases'], { areas: [keqiao] });
    const systems = [own, own, city, gateway, other].map(({ accessKey }, index) => ({
      code: `s${index}`,
      system: accessKey,
      ...entry,
    }));
    expect(await faultsOf(world, 'systems', systems)).toEqual([
      '/entries/1/system named_twice',
      '/entries/2/system system_unknown',
      '/entries/3/system system_unknown',
      '/entries/4/system system_unknown',
    ]);
    const none = [{ code: 's', system: 'AKnone', ...entry }];
    expect(await faultsOf(world, 'systems', none)).toEqual(['/entries/0/system system_unknown']);
    const ofCity = systems.filter((_system, index) => index !== 1 && index !== 3);
    expect(await faultsOf(world, 'systems', ofCity, '330600')).toBeUndefined();
  });

  it('is run by no department that another area lists', async () => {
    const world = newWorld();
    await saveRegister(world, 'departments', [ofKeqiao], keqiao);
    const foreign = [{ code: 's', name: 'x', department: ofKeqiao.code }];
    expect(await faultsOf(world, 'systems', foreign)).toEqual([
      '/entries/0/department listed_elsewhere',
    ]);
    expect(await faultsOf(world, 'systems', foreign, keqiao)).toBeUndefined();
  });
});
