import { randomUUID } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';

import type { RecountView, FiguresView } from '../../../events/figures/view.ts';
import type { UnlistedReferences } from '../../../events/oversight/view.ts';
import { shippedAreas } from '../../../shared/domain/area/area.ts';
import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { count } from '../../support/figure-source.ts';
import { confirmReply } from '../approval-calls.ts';
import type { Key, Person } from '../request.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';
import { proposeRegister, saveRegister } from './register-sample.ts';

const zone = {
  code: '330655',
  name: '滨海新区',
  kind: 'internal',
  english: 'Binhai New Area',
  aliases: ['330698'],
} as const satisfies RegisterEntry;

const shipped: readonly RegisterEntry[] = shippedAreas.map(({ code, zh, kind }) => ({
  code,
  name: zh,
  kind,
}));

const city: Person = { ...people.supervisor, area: '330600' };
const ofZone: Person = { ...people.supervisor, id: 'u-zone', area: zone.code };

let world: World & { readonly stores: FakeStores };
let key: Key;

beforeEach(async () => {
  world = newWorld();
  key = await world.integrator();
});

const list = (...more: readonly RegisterEntry[]) =>
  saveRegister(world, 'areas', [...shipped, ...more], '330600');

const report = async (area: string, projectNo = nextProjectNo()) => {
  const event = acceptedEvent({ projectNo, at: fridayMorning });
  const body = { events: [{ ...event, header: { ...event.header, area } }] };
  const reply = await world.call('POST /v1/cases', { by: key, body, nonce: randomUUID() });
  const [item] = bodyOf<{ items: { outcome: string }[] }>(reply).items;
  return { projectNo, outcome: item?.outcome };
};

/** A case there whose contact is rated badly, and all of it counted. */
const badlyRated = async (area: string): Promise<string> => {
  const { projectNo } = await report(area);
  const body = { token: await world.token(key, projectNo), level: 'dissatisfied', text: '太慢' };
  expect(await world.call('POST /v1/ratings', { body })).toMatchObject({ status: 201 });
  const { cases, ratings, tickets, figures } = world.stores;
  const [known, ticket] = [await cases.find(projectNo), await tickets.find(`${projectNo}-1`)];
  const rating = await ratings.find({ projectNo, serviceNumber: 1, assessNumber: 1 });
  await count(figures, [
    { kind: 'case', of: known! },
    { kind: 'rating', of: rating! },
    { kind: 'ticket', of: ticket! },
  ]);
  return `${projectNo}-1`;
};

const ticketsOf = async (as: Person, query = {}) => {
  const reply = await world.call('GET /v1/tickets', { as, query: { view: 'area', ...query } });
  return bodyOf<{ tickets: { id: string }[] }>(reply).tickets.map(({ id }) => id);
};

const ratedIn = async (as: Person, query: object) => {
  const reply = await world.call('GET /v1/figures', { as, query: { ...query } });
  const { lines, total } = bodyOf<z.infer<typeof FiguresView>>(reply);
  const byKey = lines.map((line) => `${line.key} ${line.name} ${line.counts['rated']}`);
  return [total.counts['rated'], ...byKey];
};

const unlisted = async (as: Person) => {
  const reply = await world.call('GET /v1/coverage/unlisted', { as });
  return bodyOf<z.infer<typeof UnlistedReferences>>(reply)
    .references.filter(({ noun }) => noun === 'areas')
    .map(({ code, area, hasRegister, firstSeenOn }) => [code, area, hasRegister, firstSeenOn]);
};

const recounted = async () => {
  const query = { from: '2026-11-01', to: '2026-11-30' };
  const reply = await world.call('GET /v1/figures/recount', { as: city, query });
  const { read, differences } = bodyOf<z.infer<typeof RecountView>>(reply);
  return { rated: read.ratings, wrong: differences.filter(({ slot }) => slot === 'rated') };
};

describe('a zone that two persons list', () => {
  it('is an area like every other: tickets, figures, recount', async () => {
    await list(zone);
    const id = await badlyRated(zone.code);
    expect(await ticketsOf(ofZone)).toEqual([id]);
    expect(await ticketsOf(city)).toEqual([id]);
    expect(await ticketsOf(city, { area: zone.code })).toEqual([id]);
    const shown = { as: ofZone, path: { id } };
    expect(await world.call('GET /v1/tickets/{id}', shown)).toMatchObject({ status: 200 });
    expect(await ratedIn(ofZone, {})).toEqual([1]);
    expect(await ratedIn(city, { by: 'area' })).toEqual([1, '330655 滨海新区 1']);
    expect(await recounted()).toEqual({ rated: 1, wrong: [] });
    expect(await unlisted(city)).toEqual([]);
  });

  it('has its own key, webhook and pad, and none before it is listed or once it is closed', async () => {
    const asked = async () => {
      const scope = { areas: [zone.code], departments: 'all', channels: [], numberPrefixes: [] };
      const hook = { name: '区', form: 'signed', box: 'supervisor', area: zone.code };
      const url = 'https://desk.example.cn/notices';
      const hallAdmin = { ...people.hallAdmin, area: zone.code };
      const made: readonly [string, Person, object][] = [
        ['POST /v1/integrators', people.admin, { name: '区系统', may: ['cases'], scope }],
        ['POST /v1/webhooks', people.admin, { ...hook, url }],
        ['POST /v1/pads', hallAdmin, { hall: '330655-H1', window: 'A01' }],
      ];
      const replies: string[] = [];
      for (const [route, as, body] of made) {
        replies.push(outcomeOf(await world.call(route, { as, body })));
      }
      const halls = [{ code: '330655-H1', name: '大厅', level: 'county', windows: ['A01'] }];
      return [...replies, outcomeOf(await proposeRegister(world, 'halls', halls, zone.code))];
    };
    expect(await asked()).toEqual(Array<string>(4).fill('422 area_unlisted'));
    await list(zone);
    expect(await asked()).toEqual(Array<string>(4).fill('202'));
    await list({ ...zone, closed: true });
    expect(await asked()).toEqual(Array<string>(4).fill('422 area_closed'));
  });

  it('has no register that was proposed before it was closed', async () => {
    await list(zone);
    const halls = [{ code: '330655-H1', name: '大厅', level: 'county', windows: ['A01'] }];
    const proposed = await proposeRegister(world, 'halls', halls, zone.code);
    await list({ ...zone, closed: true });
    expect(outcomeOf(await confirmReply(world, proposed))).toBe('422 area_closed');
    await list(zone);
    expect(outcomeOf(await confirmReply(world, proposed))).toBe('200');
  });

  it('keeps what it has when it is closed', async () => {
    await list(zone);
    const id = await badlyRated(zone.code);
    await list({ ...zone, closed: true });
    expect(await ticketsOf(city)).toEqual([id]);
    expect(await ticketsOf(ofZone)).toEqual([id]);
    expect(await recounted()).toEqual({ rated: 1, wrong: [] });
  });
});

describe('a code of the city that nobody lists', () => {
  it('loses nothing, and is told to the city until it is listed', async () => {
    const id = await badlyRated('330697');
    expect(await ticketsOf(city)).toEqual([id]);
    expect(await recounted()).toEqual({ rated: 1, wrong: [] });
    expect(await ratedIn(city, { by: 'area' })).toEqual([1, '330697 未列入清单的区划 330697 1']);
    expect(await unlisted(city)).toEqual([['330697', '330697', false, '2026-11-20']]);
    expect(await unlisted(people.supervisor)).toEqual([]);
    await list({ ...zone, code: '330697', aliases: [] });
    expect(await unlisted(city)).toEqual([]);
    expect(await ticketsOf(city)).toEqual([id]);
  });

  it('is no code of another city', async () => {
    expect(await report('330106')).toMatchObject({ outcome: 'refused' });
  });
});

describe('an alias of a zone', () => {
  it('is taken as the zone, also for a key of the zone only', async () => {
    await list(zone);
    key = await world.integrator(['cases', 'invitations'], { areas: [zone.code] });
    const { projectNo, outcome } = await report('330698001');
    expect(outcome).toBe('stored');
    expect(await world.stores.cases.find(projectNo)).toMatchObject({ area: '330655001' });
    expect(await report('330698001', projectNo)).toMatchObject({ outcome: 'repeat' });
  });

  it('does not move a case that came before it was one', async () => {
    const { projectNo } = await report('330698');
    await list(zone);
    expect(await report('330698', projectNo)).toMatchObject({ outcome: 'repeat' });
    expect(await report('330655', projectNo)).toMatchObject({ outcome: 'repeat' });
    expect(await world.stores.cases.find(projectNo)).toMatchObject({ area: '330698' });
  });
});

const errorsOf = async (entry: RegisterEntry) => {
  const reply = await proposeRegister(world, 'areas', [...shipped, entry], '330600');
  const { errors = [] } = bodyOf<{ errors?: { path: string; problem: string }[] }>(reply);
  return errors.map(({ path, problem }) => `${path.split('/').at(-1)} ${problem}`);
};

const detailOf = async (entries: readonly RegisterEntry[]) => {
  const reply = await proposeRegister(world, 'areas', entries, '330600');
  expect(outcomeOf(reply)).toBe('422 areas_left_out');
  return bodyOf<{ detail: string }>(reply).detail;
};

describe('a list of areas', () => {
  it.each<[string, Partial<RegisterEntry>, readonly string[]]>([
    ['a county', { kind: 'county' }, []],
    ['a second city', { kind: 'city' }, ['kind not_allowed']],
    ['a town', { code: '330655001' }, ['code other_area']],
    ['an area elsewhere', { code: '330106' }, ['code unknown_area']],
    ['the alias of the city', { code: '330601' }, ['code other_area']],
    ['a zone without an English name', { english: undefined }, ['english missing']],
    [
      'an alias that is a listed area',
      { aliases: ['330602'] },
      ['aliases not_allowed', 'aliases named_twice'],
    ],
    ['the name of another county', { name: '越 城区' }, ['name name_of_another']],
    ['an alias elsewhere', { aliases: ['330106'] }, ['aliases not_allowed']],
    ['itself as its alias', { aliases: ['330655'] }, ['aliases not_allowed']],
  ])('may have %s or not', async (_what, more, expected) => {
    const { english, ...others } = { ...zone, ...more };
    expect(await errorsOf({ ...others, ...(english !== undefined && { english }) })).toEqual(
      expected,
    );
  });

  it('names each alias once', async () => {
    const other = { ...zone, code: '330656' };
    const reply = await proposeRegister(world, 'areas', [...shipped, zone, other], '330600');
    expect(outcomeOf(reply)).toBe('400 invalid_input');
  });

  it('leaves out no statutory area and none that was listed', async () => {
    expect(await detailOf(shipped.filter(({ code }) => code !== '330624'))).toContain('(330624)');
    await list(zone);
    expect(await detailOf(shipped)).toContain('(330655)');
  });
});
