import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';

import type { FiguresView, OpenScores } from '../../../events/figures/view.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { Source } from '../../../shared/domain/figures/contribution.ts';
import type { RegisterEntry, RegisterNoun } from '../../../shared/domain/oversight/register.ts';
import { friday, sampleCase, sampleRating, ticketOf } from '../../contract/suite/sample.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { count } from '../../support/figure-source.ts';
import { storeRegister } from '../../support/store-register.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

const foreign = '11330604MB1TE5T01X';
const matterCode = `${foreign}4331090024000`;
const other: Person = { ...people.supervisor, id: 'u-other', area: '330604' };
const city: Person = { ...people.supervisor, area: '330600' };

let world: World & { readonly stores: FakeStores };

/** One case and its bad rating of the department of 330604, under the code of an area. */
const happened = async (area: string, names: { department: string; matter: string }) => {
  const contact = {
    serviceNumber: 1,
    service: 'accept',
    at: friday,
    staff: { id: 'S1', name: '王示例' },
  } as const;
  const known: Case = sampleCase({
    area,
    contacts: [contact],
    department: { creditCode: foreign, name: names.department },
    matter: { code: matterCode, name: names.matter },
    timeline: [{ eventId: 'e9', type: 'finished', at: friday, accessKey: 'AK1' }],
  });
  const { projectNo } = known;
  const rating = sampleRating({ projectNo, area, creditCode: foreign, matterCode, staffId: 'S1' });
  const sources: readonly Source[] = [
    { kind: 'case', of: known },
    { kind: 'rating', of: rating },
    { kind: 'ticket', of: ticketOf(rating).ticket },
  ];
  await count(world.stores.figures, sources);
};

const register = (noun: RegisterNoun, area: string, ...entries: readonly RegisterEntry[]) =>
  storeRegister(world.stores.registers, {
    noun,
    area,
    entries,
    version: 1,
    by: 'u-1',
    confirmedBy: 'u-2',
    at: friday,
  });

const published = async (query: Readonly<Record<string, string>> = {}) => {
  const reply = await world.call('GET /v1/open/scores', { query });
  const { departments, matters } = bodyOf<z.infer<typeof OpenScores>>(reply);
  return [...departments, ...matters].map(({ key, name, counts }) => [key, name, counts.rated]);
};

const asked = async (as: Person, scope: string, by = 'none') => {
  const reply = await world.call('GET /v1/figures', { as, query: { scope, by } });
  if (reply.status !== 200) return outcomeOf(reply);
  const { total, lines } = bodyOf<z.infer<typeof FiguresView>>(reply);
  return [total.counts.rated, ...lines.map(({ key, counts }) => `${key} ${counts.rated}`)];
};

const bulletinOf = async (period: string): Promise<string> => {
  const reply = await world.call('GET /v1/bulletins/{period}/{format}', {
    as: people.supervisor,
    path: { period, format: 'html' },
    query: { area: '330602' },
  });
  return String(reply.body);
};

beforeEach(async () => {
  world = newWorld();
  await happened('330604', { department: '上虞区测试局', matter: '备案' });
  await happened('330604', { department: '上虞区测试局', matter: '备案' });
  await happened('330602', { department: '假局', matter: '乱收费审批' });
});

describe('what is published of a department and a matter', () => {
  it('is what happened in their own area, under the names from there', async () => {
    expect(await published()).toEqual([
      [foreign, '上虞区测试局', 2],
      [matterCode, '备案', 2],
    ]);
  });

  it('has the names of the registers of their area, not of another', async () => {
    await register('departments', '330604', { code: foreign, name: '上虞区住建局' });
    await register('matters', '330604', { code: matterCode, name: '维修资金备案' });
    await register('matters', '330602', { code: matterCode, name: '别人的名称' });
    expect(await published()).toEqual([
      [foreign, '上虞区住建局', 2],
      [matterCode, '维修资金备案', 2],
    ]);
  });

  it('is of another area too when the register says that the department serves it', async () => {
    const entry = { code: foreign, name: '上虞区住建局', serves: ['330602'] };
    await register('departments', '330604', entry);
    expect((await published())[0]).toEqual([foreign, '上虞区住建局', 3]);
  });

  it('is in an area what happened there', async () => {
    expect(await published({ area: '330602' })).toEqual([[foreign, '假局', 1]]);
  });
});

describe('figures of a department of another area', () => {
  it.each([
    ['not the department as a whole', `department:${foreign}`, '404 out_of_scope'],
    ['not what it did elsewhere', `department:330604/${foreign}`, '404 out_of_scope'],
    ['what it did in the own area', `department:330602/${foreign}`, [1]],
    ['no person as a whole', `staff:${foreign}/S1`, '404 out_of_scope'],
    ['nobody elsewhere', `staff:330604/${foreign}/S1`, '404 out_of_scope'],
    ['a person in the own area', `staff:330602/${foreign}/S1`, [1]],
    ['no matter as a whole', `matter:${matterCode}`, '404 out_of_scope'],
  ])('a supervisor sees %s', async (_what, scope, expected) => {
    expect(await asked(people.supervisor, scope)).toEqual(expected);
  });

  it('are whole for those of its area and of the city', async () => {
    expect(await asked(other, `department:${foreign}`)).toEqual([2]);
    expect(await asked(city, `department:${foreign}`, 'staff')).toEqual([2, `${foreign}/S1 2`]);
    expect(await asked(city, `department:330602/${foreign}`)).toEqual([1]);
    expect(await asked(city, 'city:330600', 'department')).toEqual([3, `${foreign} 2`]);
  });

  it.each(['department', 'staff'])('by %s count in an area what happened there', async (by) => {
    const key = by === 'staff' ? `${foreign}/S1` : foreign;
    expect(await asked(people.supervisor, 'area:330602', by)).toEqual([1, `${key} 1`]);
  });

  it('are in the bulletin of an area only for months in which something happened there', async () => {
    expect(await bulletinOf('2026-11')).toContain('假局');
    expect(await bulletinOf('2026-10')).not.toContain('假局');
  });

  it('are recounted by what is in them', async () => {
    const query = { from: '2026-11-20', to: '2026-11-20', scope: `department:${foreign}` };
    const reply = await world.call('GET /v1/figures/recount', { as: city, query });
    // It was counted without having been stored.
    expect(reply.body).toMatchObject({ compared: 1, equal: false });
    const { differences } = bodyOf<{ differences: { scope: object }[] }>(reply);
    expect(differences[0]?.scope).toEqual({ kind: 'department', id: `330604/${foreign}` });
  });
});
