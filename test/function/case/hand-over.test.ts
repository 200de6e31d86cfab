import { randomUUID } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import type { FakeStores } from '../../fake/stores.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import type { Reply } from '../reply.ts';
import type { Key, Person } from '../request.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

const yuecheng: Person = { id: 'u-yuecheng', roles: ['system_admin'], area: '330602' };
const secondYuecheng: Person = { ...yuecheng, id: 'u-yuecheng-2' };
const ofYuecheng = { areas: ['330602'] } as const;

let world: World & { readonly stores: FakeStores };
let squatter: Key;
let rightful: Key;
let projectNo: string;

interface Item {
  readonly outcome: string;
  readonly problem?: { readonly code: string; readonly detail: string };
}

const report = async (by: Key, event: object, language = 'zh'): Promise<Item> => {
  const given = { by, body: { events: [event] }, nonce: randomUUID() };
  const headers = { 'accept-language': language };
  const reply = await world.call('POST /v1/cases', { ...given, headers });
  return bodyOf<{ items: Item[] }>(reply).items[0]!;
};

const outcomeIn = ({ outcome, problem }: Item): string => problem?.code ?? outcome;

/** What the right system reports: another matter and applicant than were invented. */
const ownEvent = () => {
  const event = acceptedEvent({ projectNo, at: fridayMorning });
  return {
    ...event,
    header: {
      ...event.header,
      matter: { code: '许可-00001-000', name: '医疗机构设置审批' },
      applicant: { kind: 'enterprise', name: '绍兴示例有限公司' },
    },
    contact: { serviceNumber: 1, service: 'apply', at: fridayMorning },
  };
};

const propose = (as: Person, to: string, number = projectNo): Promise<Reply> =>
  world.call('POST /v1/cases/{projectNo}/hand-over', {
    as,
    path: { projectNo: number },
    body: { to, reason: '该流水号由越城区审批系统受理' },
  });

const confirm = (reply: Reply, as: Person): Promise<Reply> =>
  world.call('POST /v1/approvals/{id}/confirm', {
    as,
    path: { id: bodyOf<{ approvalId: string }>(reply).approvalId },
    body: {},
  });

beforeEach(async () => {
  world = newWorld();
  squatter = await world.integrator();
  rightful = await world.integrator(['cases', 'invitations'], ofYuecheng);
  projectNo = await world.acceptedCase(squatter);
});

describe('a number that another system reported first', () => {
  it('is refused with what to do, in both languages', async () => {
    const zh = await report(rightful, ownEvent());
    expect(outcomeIn(zh)).toBe('case_of_other_source');
    expect(zh.problem?.detail).toContain('移交（POST /v1/cases/{projectNo}/hand-over）');
    const en = await report(rightful, ownEvent(), 'en');
    expect(en.problem?.detail).toContain('POST /v1/cases/{projectNo}/hand-over');
  });

  it('is handed over by two persons, and then the right system reports and invites', async () => {
    const proposed = await propose(yuecheng, rightful.accessKey);
    expect(outcomeOf(proposed)).toBe('202');
    expect(outcomeIn(await report(rightful, ownEvent()))).toBe('case_of_other_source');
    expect(outcomeOf(await confirm(proposed, yuecheng))).toBe('403 same_person');
    expect(outcomeOf(await confirm(proposed, people.secondAdmin))).toBe('200');
    expect(outcomeIn(await report(rightful, ownEvent()))).toBe('stored');
    expect(outcomeIn(await report(rightful, ownEvent()))).toBe('repeat');
    const former = acceptedEvent({ projectNo, at: fridayMorning });
    expect(outcomeIn(await report(squatter, former))).toBe('case_of_other_source');
    const read = (by: Key) => world.call('GET /v1/cases/{projectNo}', { by, path: { projectNo } });
    expect((await read(rightful)).body).toMatchObject({
      matter: { code: '许可-00001-000' },
      applicant: { kind: 'enterprise' },
      contacts: [{ service: 'apply' }],
    });
    expect(outcomeOf(await read(squatter))).toBe('404 case_unknown');
    expect(await world.token(rightful, projectNo)).toBeTypeOf('string');
  });

  it('stays on record with who handed it over', async () => {
    await confirm(await propose(yuecheng, rightful.accessKey), people.secondAdmin);
    const step = { eventId: 's2', type: 'step', projectNo, at: fridayMorning };
    expect(outcomeIn(await report(rightful, step))).toBe('stored');
    const path = { projectNo };
    const file = await world.call('GET /v1/oversight/cases/{projectNo}', {
      as: people.supervisor,
      path,
    });
    expect(file.body).toMatchObject({
      source: rightful.accessKey,
      handOvers: [
        {
          from: squatter.accessKey,
          to: rightful.accessKey,
          reason: '该流水号由越城区审批系统受理',
          by: yuecheng.id,
          confirmedBy: people.secondAdmin.id,
        },
      ],
    });
    const { keys } = bodyOf<{ keys: { accessKey: string }[] }>(file);
    expect(keys.map(({ accessKey }) => accessKey).toSorted()).toEqual(
      [squatter.accessKey, rightful.accessKey].toSorted(),
    );
  });

  it('is taken from a system of the city by nobody of an area alone', async () => {
    const proposed = await propose(yuecheng, rightful.accessKey);
    expect(outcomeOf(await confirm(proposed, secondYuecheng))).toBe('404 approval_unknown');
    expect(await world.stores.cases.find(projectNo)).not.toHaveProperty('handOvers');
  });

  it('nor while that system of the city has no key', async () => {
    const path = { accessKey: squatter.accessKey };
    await world.call('DELETE /v1/integrators/{accessKey}', { as: people.admin, path });
    const proposed = await propose(yuecheng, rightful.accessKey);
    expect(outcomeOf(await confirm(proposed, secondYuecheng))).toBe('404 approval_unknown');
    expect(outcomeOf(await confirm(proposed, people.secondAdmin))).toBe('200');
  });

  it('is not handed over once it has left the area of the two persons', async () => {
    await world.integrator(['cases'], { areas: ['330603'] }, rightful.accessKey);
    const former = await world.integrator(['cases'], ofYuecheng);
    projectNo = await world.acceptedCase(former);
    const proposed = await propose(yuecheng, rightful.accessKey);
    const both = { areas: ['330602', '330603'] };
    const wider = await world.integrator(['cases'], both, former.accessKey);
    const { header } = acceptedEvent({ projectNo, at: fridayMorning });
    const corrected = await world.call('POST /v1/cases/{projectNo}/correction', {
      by: wider,
      path: { projectNo },
      body: { header: { ...header, area: '330603' }, reason: '区域有误' },
    });
    expect(outcomeOf(corrected)).toBe('200');
    expect(outcomeOf(await confirm(proposed, secondYuecheng))).toBe('409 approval_superseded');
    expect(await world.stores.cases.find(projectNo)).not.toHaveProperty('handOvers');
  });

  it('is handed over once: confirming again changes nothing', async () => {
    const proposed = await propose(yuecheng, rightful.accessKey);
    await confirm(proposed, people.secondAdmin);
    const known = await world.stores.cases.find(projectNo);
    expect(outcomeOf(await confirm(proposed, people.secondAdmin))).toBe('200');
    expect(await world.stores.cases.find(projectNo)).toEqual(known);
  });

  it('is not handed over when it went to a third system in the meantime', async () => {
    const third = await world.integrator(['cases'], ofYuecheng);
    const [late, first] = [
      await propose(yuecheng, rightful.accessKey),
      await propose(yuecheng, third.accessKey),
    ];
    await confirm(first, people.secondAdmin);
    expect(outcomeOf(await confirm(late, people.secondAdmin))).toBe('409 approval_superseded');
    expect((await world.stores.cases.find(projectNo))?.source).toBe(third.accessKey);
  });

  it('is not handed over by a second proposal after it went back', async () => {
    const [first, second] = [
      await propose(yuecheng, rightful.accessKey),
      await propose(yuecheng, rightful.accessKey),
    ];
    await confirm(first, people.secondAdmin);
    world.clock.advance(60_000);
    const back = await propose(people.admin, squatter.accessKey);
    expect(outcomeOf(await confirm(back, people.secondAdmin))).toBe('200');
    expect(outcomeOf(await confirm(second, people.secondAdmin))).toBe('409 approval_superseded');
    expect((await world.stores.cases.find(projectNo))?.source).toBe(squatter.accessKey);
  });

  it('to a key for more than the district is a matter of persons who reach the key as well', async () => {
    const city = await world.integrator(['cases']);
    const unknown = '404 integrator_unknown';
    expect(outcomeOf(await propose(yuecheng, city.accessKey))).toBe(unknown);
    const proposed = await propose(people.admin, city.accessKey);
    expect(outcomeOf(await confirm(proposed, secondYuecheng))).toBe('404 approval_unknown');
    expect(outcomeOf(await confirm(proposed, people.secondAdmin))).toBe('200');
  });

  it('is moved by no key of its new system for another area', async () => {
    await confirm(await propose(yuecheng, rightful.accessKey), people.secondAdmin);
    const elsewhere = { areas: ['330604'] };
    const beside = await world.integrator(['cases'], elsewhere, rightful.accessKey);
    const event = ownEvent();
    const moved = { ...event, header: { ...event.header, area: '330604' } };
    expect(outcomeIn(await report(beside, moved))).toBe('outside_scope_of_key');
    expect(outcomeIn(await report(rightful, moved))).toBe('outside_scope_of_key');
    expect((await world.stores.cases.find(projectNo))?.area).toBe('330602');
    const both = { areas: ['330602', '330604'] };
    const wide = await world.integrator(['cases'], both, rightful.accessKey);
    expect(outcomeIn(await report(wide, moved))).toBe('stored');
    expect((await world.stores.cases.find(projectNo))?.area).toBe('330604');
  });
});

describe('a hand-over is refused', () => {
  it.each<[string, Person, string]>([
    ['an administrator of another district', { ...yuecheng, area: '330681' }, '404 case_unknown'],
    ['an administrator of a town', { ...yuecheng, area: '330602003' }, '403 role_missing'],
    ['a person without area', { ...yuecheng, area: '' }, '403 role_missing'],
    ['a supervisor', people.supervisor, '403 role_missing'],
    ['a hall administrator', people.hallAdmin, '403 role_missing'],
  ])('to %s, the same with and without a case', async (_who, as, outcome) => {
    expect(outcomeOf(await propose(as, rightful.accessKey))).toBe(outcome);
    const unknown = await propose(as, rightful.accessKey, nextProjectNo());
    expect(outcomeOf(unknown)).toBe(outcome);
  });

  it('to the system that has the case', async () => {
    expect(outcomeOf(await propose(people.admin, squatter.accessKey))).toBe('409 owner_unchanged');
    const beside = await world.integrator(['cases'], ofYuecheng, squatter.accessKey);
    expect(outcomeOf(await propose(yuecheng, beside.accessKey))).toBe('409 owner_unchanged');
  });

  it('to a key that could not report the case', async () => {
    const portal = await world.integrator(['portal']);
    const center = await world.integrator(['center']);
    const others = await world.integrator(['cases'], { numberPrefixes: ['330681'] });
    const district = await world.integrator(['cases'], { areas: ['330681'] });
    const departments = ['11330602XX90000018'];
    const department = await world.integrator(['cases'], { departments });
    const revoked = await world.integrator(['cases']);
    const path = { accessKey: revoked.accessKey };
    await world.call('DELETE /v1/integrators/{accessKey}', { as: people.admin, path });
    const outcomes: string[] = [];
    for (const { accessKey } of [portal, center, others, district, department, revoked]) {
      outcomes.push(outcomeOf(await propose(people.admin, accessKey)));
    }
    outcomes.push(outcomeOf(await propose(people.admin, 'AKnobody')));
    expect(outcomes).toEqual([
      '422 owner_cannot_report',
      '422 owner_cannot_report',
      '422 owner_cannot_report',
      '422 owner_cannot_report',
      '422 owner_cannot_report',
      '404 integrator_unknown',
      '404 integrator_unknown',
    ]);
    // What an administrator of the district does not reach is as unknown as what is not there.
    for (const { accessKey } of [district, center]) {
      expect(outcomeOf(await propose(yuecheng, accessKey))).toBe('404 integrator_unknown');
    }
  });
});
