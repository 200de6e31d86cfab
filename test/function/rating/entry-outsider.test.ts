/** Who may write down and compare ratings, and which recordings are taken. */
import { describe, expect, it } from 'vitest';

import { acceptedEvent, creditCode, nextProjectNo } from '../../support/case-facts.ts';
import type { Person } from '../request.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf, people } from '../world.ts';

const said = {
  serviceNumber: 1,
  channel: 'hotline',
  record: '12345-20261120-0001',
  level: 'dissatisfied',
  tags: ['209'],
  contactConsent: true,
};

const setUp = async () => {
  const world = newWorld();
  const key = await world.integrator();
  const caseIn = async (area: string): Promise<string> => {
    const projectNo = nextProjectNo();
    const staff = { id: 'u-served', name: '王示例' };
    const event = acceptedEvent({ projectNo, at: fridayMorning });
    const { header, contact } = event;
    const events = [{ ...event, header: { ...header, area }, contact: { ...contact, staff } }];
    await world.call('POST /v1/cases', { by: key, body: { events }, nonce: projectNo });
    return projectNo;
  };
  const enter = (as: Person, projectNo: string) =>
    world.call('POST /v1/entries', { as, body: { ...said, projectNo } });
  const confirm = async (as: Person, id: string, body: object = {}): Promise<string> =>
    outcomeOf(await world.call('POST /v1/entries/{id}/confirm', { as, path: { id }, body }));
  return { world, key, caseIn, enter, confirm };
};

const { operator, secondOperator } = people;
const { department: _department, ...ofNone } = operator;

const insiders: readonly (readonly [string, Person, string])[] = [
  ['the rated department', { ...operator, department: creditCode }, '403 own_department'],
  ['no known department', ofNone, '403 department_missing'],
  ['those who served', { ...operator, id: 'U-SERVED' }, '403 own_work'],
];

describe.each(insiders)('a person of %s', (_what, insider, refused) => {
  it('writes down no rating', async () => {
    const { caseIn, enter } = await setUp();
    expect(outcomeOf(await enter(insider, await caseIn('330602')))).toBe(refused);
  });

  it('neither confirms nor rejects one', async () => {
    const { caseIn, enter, confirm } = await setUp();
    const reply = await enter(secondOperator, await caseIn('330602'));
    const { id } = bodyOf<{ id: string }>(reply);
    expect(await confirm(insider, id)).toBe(refused);
    expect(await confirm(insider, id, { matches: false })).toBe(refused);
  });
});

describe('an entry whose case came to its writer afterwards', () => {
  const colleague: Person = { ...operator, department: '11330602MB1A2B3C46' };
  const corrected = async (
    projectNo: string,
    { world, key }: Awaited<ReturnType<typeof setUp>>,
  ) => {
    const { header } = acceptedEvent({ projectNo, at: fridayMorning });
    const department = { creditCode: colleague.department, name: '越城区交通局' };
    return world.call('POST /v1/cases/{projectNo}/correction', {
      by: key,
      path: { projectNo },
      body: { header: { ...header, department }, reason: '部门有误' },
    });
  };

  it('becomes no rating, and is rejected', async () => {
    const given = await setUp();
    const projectNo = await given.caseIn('330602');
    const { id } = bodyOf<{ id: string }>(await given.enter(colleague, projectNo));
    expect(outcomeOf(await corrected(projectNo, given))).toBe('200');
    expect(await given.confirm(secondOperator, id)).toBe('409 entry_of_concerned');
    expect(given.world.stores.memory.count('rating')).toBe(0);
    expect(await given.confirm(secondOperator, id, { matches: false })).toBe('200');
  });

  it('is read by nobody of that department any more', async () => {
    const given = await setUp();
    const projectNo = await given.caseIn('330602');
    const { id } = bodyOf<{ id: string }>(await given.enter(operator, projectNo));
    const read = async (as: Person) => {
      const list = await given.world.call('GET /v1/entries', { as });
      const item = await given.world.call('GET /v1/entries/{id}', { as, path: { id } });
      return [bodyOf<{ entries: object[] }>(list).entries.length, outcomeOf(item)];
    };
    expect(await read(colleague)).toEqual([1, '200']);
    await corrected(projectNo, given);
    expect(await read(colleague)).toEqual([0, '404 entry_unknown']);
    expect(await read(secondOperator)).toEqual([1, '200']);
    const served = { ...secondOperator, id: 'U-Served' };
    expect(await read(served)).toEqual([0, '404 entry_unknown']);
  });
});

describe('the number of a recording', () => {
  it('is not taken from another area by an entry that waits', async () => {
    const { caseIn, enter, confirm } = await setUp();
    const [here, there] = [await caseIn('330602'), await caseIn('330603')];
    const first: Person = { ...operator, area: '330602' };
    const other: Person = { ...operator, id: 'u-other', area: '330603' };
    const waiting = bodyOf<{ id: string }>(await enter(first, here)).id;
    const { id } = bodyOf<{ id: string }>(await enter(other, there));
    expect(await confirm(secondOperator, id)).toBe('201');
    expect(await confirm(secondOperator, waiting)).toBe('409 record_taken');
    expect(outcomeOf(await enter(operator, await caseIn('330604')))).toBe('409 record_taken');
  });
});
