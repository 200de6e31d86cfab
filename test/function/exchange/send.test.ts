import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import { wellSince } from '../../../shared/domain/exchange/center-health.ts';
import { eachInOrder } from '../../../shared/queue/in-order.ts';
import { fakeStores } from '../../fake/stores.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { unclear } from '../../fake/strict-center.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { recordOf } from '../../support/due-queue.ts';
import { failingSaves, reportWorks } from '../../support/report-works.ts';
import type { ReportWorks } from '../../support/report-works.ts';
import { bodyOf, hall, window, worldOver } from '../world.ts';
import type { World } from '../world.ts';

const minute = 60_000;
const orgCode = '001008006007014';

let stores: FakeStores;
let world: World;
let works: ReportWorks;

beforeEach(() => {
  stores = fakeStores();
  world = worldOver(stores);
  works = reportWorks(stores, world.clock.now);
});

/** A case with all fields of the interface; returns its number and the key that reported it. */
const givenCase = async (events: readonly object[] = []) => {
  const by = await world.integrator();
  const projectNo = nextProjectNo();
  const event = acceptedEvent({ projectNo, at: world.clock.now(), hall, window });
  const header = event.header && {
    ...event.header,
    department: { ...event.header.department, orgCode },
  };
  const all = [{ ...event, header }, ...events.map((more) => ({ projectNo, ...more }))];
  const answer = await world.call('POST /v1/cases', { by, body: { events: all } });
  expect(bodyOf<{ refused: number }>(answer).refused).toBe(0);
  return { by, projectNo };
};

/** A case of a system that omits fields which the province requires. */
const bareCase = async (place: object) => {
  const by = await world.integrator();
  const projectNo = nextProjectNo();
  const { contact, ...event } = acceptedEvent({ projectNo, at: world.clock.now(), ...place });
  const { staff: _staff, ...met } = contact ?? {};
  const answer = await world.call('POST /v1/cases', {
    by,
    body: { events: [{ ...event, contact: met }] },
  });
  expect(bodyOf<{ stored: number }>(answer).stored).toBe(1);
  return projectNo;
};

const registered = () =>
  reportWorks(stores, world.clock.now, { orgCode: async () => '001008006007015' });

describe('a case whose system says less than the province asks for', () => {
  it('gets the code of its department from the register, and no window where none was', async () => {
    works = registered();
    await works.send(await bareCase({}));
    expect(works.center.taken.map(({ body }) => body)).toMatchObject([
      { proDepartCode: '001008006007015', proManager: '网上办理' },
    ]);
  });

  it('is stuck for the department that stands in no register, and for a window without a name', async () => {
    const projectNo = await bareCase({});
    await works.send(projectNo);
    expect(await stores.reports.file(projectNo)).toMatchObject({
      records: [{ state: 'rejected', receipt: { by: 'own_check', message: 'proDepartCode' } }],
    });
    works = registered();
    const atWindow = await bareCase({ hall, window });
    await works.send(atWindow);
    expect(await stores.reports.file(atWindow)).toMatchObject({
      records: [{ state: 'rejected', receipt: { by: 'own_check', message: 'proManager' } }],
    });
  });
});

const rated = async (level = 'dissatisfied', text = '等了太久') => {
  const { by, projectNo } = await givenCase();
  const token = await world.token(by, projectNo);
  const tags = level === 'dissatisfied' ? ['209'] : [];
  const body = { token, level, tags, text, contactConsent: true, clientRef: randomUUID() };
  expect((await world.call('POST /v1/ratings', { body })).status).toBe(201);
  return { projectNo, by };
};

const statesOf = async (projectNo: string): Promise<readonly string[]> =>
  (await stores.reports.file(projectNo)).records.map(({ state }) => state);

const message = (messageId: string, group: string) =>
  ({ messageId, body: '', attributes: { MessageGroupId: group } }) as never;

describe('a case goes out', () => {
  it('service, rating and first step in order, each with its stored receipt', async () => {
    const { projectNo } = await rated();
    await works.send(projectNo);
    expect(works.taken()).toEqual(['service 1', 'rating 1/1', 'step 1']);
    const { records, outbox } = await stores.reports.file(projectNo);
    expect(outbox).toBeUndefined();
    expect(new Set(records.map(({ receipt }) => receipt?.receiptNo))).toEqual(
      new Set(['R1', 'R2', 'R3']),
    );
    expect(works.center.taken[1]?.body).toMatchObject({
      userName: '测试甲',
      writingEvaluation: '等了太久',
      satisfaction: '2',
    });
    expect(works.published).toEqual([
      { ReportsAccepted: 3, ReportsRejected: 0, ReportsUnclear: 0 },
    ]);
  });

  it('once, however often it is called', async () => {
    const { projectNo } = await rated('very_satisfied');
    for (let n = 0; n < 4; n += 1) await works.send(projectNo);
    expect(works.center.calls).toHaveLength(2);
    expect(works.published).toHaveLength(1);
  });

  it('and later events of the same case follow', async () => {
    const { projectNo, by } = await givenCase();
    await works.send(projectNo);
    const finished = {
      eventId: `${projectNo}-finished`,
      type: 'finished',
      projectNo,
      at: world.clock.now(),
      result: { outcome: 'granted' },
    };
    await world.call('POST /v1/cases', { by, body: { events: [finished] } });
    await works.send(projectNo);
    expect(works.taken()).toEqual(['service 1', 'finish']);
  });

  it('stores nothing of a person: neither name, certificate nor words', async () => {
    const { projectNo } = await rated();
    works.center.troubles.push({ instead: unclear('garbage') });
    await works.send(projectNo);
    world.clock.advance(5 * minute);
    await works.resume();
    const kept = JSON.stringify([
      await stores.reports.file(projectNo),
      await stores.center.health(),
    ]);
    for (const personal of ['测试甲', '33060219900101123', '13800000001', '等了太久']) {
      expect(kept).not.toContain(personal);
    }
  });

  it('a call for a case that does not exist is refused for good, a broken one too', async () => {
    const handle = eachInOrder((record) => works.send(JSON.parse(record.body).projectNo as string));
    const unknown = recordOf(JSON.stringify({ projectNo: nextProjectNo() }));
    const message = { ...unknown, attributes: { MessageGroupId: 'g' } } as typeof unknown;
    expect(await handle({ Records: [message] })).toEqual({ batchItemFailures: [] });
    await expect(works.send(nextProjectNo())).rejects.toThrow('a case that does not exist');
    await expect(works.send('not a number')).rejects.toThrow('does not fit');
  });
});

describe('what may go wrong on the way', () => {
  it('a time-out after the center committed: the repeat is a duplicate, which is acceptance', async () => {
    const { projectNo } = await rated();
    works.center.troubles.push({ afterwards: unclear('no_answer') });
    await works.send(projectNo);
    expect(await statesOf(projectNo)).toEqual(['unknown']);
    expect((await stores.reports.file(projectNo)).outbox).toMatchObject({
      state: 'pending',
      attempts: 1,
    });
    world.clock.advance(5 * minute);
    expect(await works.resume()).toEqual([projectNo]);
    expect(works.taken()).toEqual(['service 1', 'rating 1/1', 'step 1']);
    const { records, outbox } = await stores.reports.file(projectNo);
    expect(records.map(({ receipt }) => receipt?.outcome)).toContain('duplicate');
    expect(new Set(records.map(({ state }) => state))).toEqual(new Set(['accepted']));
    expect(outbox).toBeUndefined();
  });

  it.each(['no_answer', 'garbage', 'center_fault'] as const)(
    '%s leaves the record unknown, and it goes out later once',
    async (why) => {
      const { projectNo } = await rated('satisfied');
      works.center.troubles.push({ instead: unclear(why) });
      await works.send(projectNo);
      expect(await statesOf(projectNo)).toEqual(['unknown']);
      expect(await works.resume()).toEqual([]);
      world.clock.advance(5 * minute);
      await works.resume();
      expect(works.taken()).toEqual(['service 1', 'rating 1/1']);
    },
  );

  it.each([1, 2, 3])('a crash at save %i after sending loses and doubles nothing', async (at) => {
    const { store, failNext } = failingSaves(stores.reports);
    const crashing = reportWorks(stores, world.clock.now, { reports: store });
    const { projectNo } = await rated();
    let saves = 0;
    const counting = crashing.center.refuse;
    crashing.center.refuse = (call) => {
      saves += 1;
      if (saves === at) failNext(1);
      return counting(call);
    };
    await expect(crashing.send(projectNo)).rejects.toThrow('gone for a moment');
    await crashing.send(projectNo);
    expect(crashing.taken()).toEqual(['service 1', 'rating 1/1', 'step 1']);
    expect(crashing.center.calls).toHaveLength(4);
    expect(new Set(await statesOf(projectNo))).toEqual(new Set(['accepted']));
  });

  it('two calls of one case at once: one goes on, the other comes again and finds all done', async () => {
    const { projectNo } = await rated();
    const outcomes = await Promise.allSettled([works.send(projectNo), works.send(projectNo)]);
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    await works.send(projectNo);
    expect(works.taken()).toEqual(['service 1', 'rating 1/1', 'step 1']);
    expect(new Set(await statesOf(projectNo))).toEqual(new Set(['accepted']));
  });

  it('messages of one case in a batch stay in order behind the one that failed', async () => {
    const handled: string[] = [];
    const handle = eachInOrder(async ({ messageId }) => {
      handled.push(messageId);
      if (messageId === 'a1') throw new Error('not now');
    });
    const Records = [message('a1', 'a'), message('a2', 'a'), message('b1', 'b')];
    const { batchItemFailures } = await handle({ Records });
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['a1', 'a2']);
    expect(handled.toSorted()).toEqual(['a1', 'b1']);
  });
});

describe('an outage of days', () => {
  it('sends one probe now and then, keeps every case, and then all go out once', async () => {
    const cases = [];
    for (let n = 0; n < 5; n += 1) cases.push((await rated('satisfied', '')).projectNo);
    const down = { instead: unclear('no_answer') };
    works.center.troubles.push(...Array.from({ length: 500 }, () => down));
    for (const projectNo of cases) await works.send(projectNo);
    expect(works.center.calls).toHaveLength(3);
    for (let n = 0; n < 3 * 24 * 12; n += 1) {
      world.clock.advance(5 * minute);
      await works.resume();
    }
    // At most one probe every half an hour, for three days.
    expect(works.center.calls.length).toBeLessThan(3 + 3 * 48 + 10);
    expect(works.center.calls.length).toBeGreaterThan(100);
    expect(works.published.at(-1)).toMatchObject({ ReportsStuck: 0 });
    works.center.troubles.length = 0;
    for (let n = 0; n < 12; n += 1) {
      world.clock.advance(5 * minute);
      await works.resume();
    }
    expect(works.taken()).toHaveLength(10);
    expect(await works.beat()).toEqual([]);
    expect((await stores.center.health()) ?? wellSince).toMatchObject({ failures: 0 });
    for (const projectNo of cases) {
      const { outbox, records } = await stores.reports.file(projectNo);
      expect(outbox).toBeUndefined();
      expect(records.every(({ state }) => state === 'accepted')).toBe(true);
    }
  });

  it('does not stop the others for one case that the center cannot digest', async () => {
    const bad = await rated('satisfied');
    works.center.refuse = ({ body }) =>
      body['projectNo'] === bad.projectNo ? unclear('garbage') : undefined;
    for (let n = 0; n < 4; n += 1) {
      await works.send(bad.projectNo);
      await works.send((await rated('satisfied')).projectNo);
    }
    expect(works.taken()).toHaveLength(8);
    expect(await stores.center.health()).toMatchObject({ failures: 0 });
    expect((await stores.reports.file(bad.projectNo)).outbox).toMatchObject({ attempts: 4 });
  });

  it('says how long the center has been silent', async () => {
    const { projectNo } = await rated('satisfied');
    works.center.troubles.push({ instead: unclear('no_answer') });
    await works.send(projectNo);
    world.clock.advance(90 * minute);
    await works.beat();
    expect(works.published.at(-1)).toEqual({
      ReportsStuck: 0,
      CenterSilentMinutes: 90,
      CallbacksOpen: 0,
    });
  });
});
