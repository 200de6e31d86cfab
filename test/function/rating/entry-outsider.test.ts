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
  return { caseIn, enter, confirm };
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
