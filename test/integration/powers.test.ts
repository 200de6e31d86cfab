/** What one insider, or one integrator, could do alone; run on the whole system. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { CaseEventFacts } from '../../events/case/event.ts';
import type { Caller, Reply, SigningKey } from '../../infra/local/client/loop-client.ts';
import { wholeCity } from '../../infra/local/client/two-persons.ts';
import { goodWords } from '../support/calls.ts';
import { acceptedEvent, nextProjectNo } from '../support/case-facts.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { pageOf } from '../support/page-ref.ts';

let loop: Loop;
let admin: Caller;
let second: Caller;
let supervisor: Caller;

beforeAll(async () => {
  loop = await startLoop();
  [admin, second, supervisor] = [
    await loop.staff('sysadmin'),
    await loop.staff('sysadmin-2'),
    await loop.staff('supervisor-yuecheng'),
  ];
}, 120_000);

afterAll(() => loop?.stop());

interface Told {
  readonly code?: string;
}
const outcomeOf = ({ status, body }: Reply<Told>): string =>
  [status, body.code].filter((part) => part !== undefined).join(' ');

/** Proposes and confirms alone, which is refused; then another person confirms it. */
const proposedAlone = async <Result>(
  { by, and }: { readonly by: Caller; readonly and: Caller },
  path: string,
  body: object,
): Promise<Result> => {
  const proposed = await by.post<Told & { approvalId: string }>(path, body);
  expect(outcomeOf(proposed)).toBe('202');
  const confirm = `/v1/approvals/${proposed.body.approvalId}/confirm`;
  expect(outcomeOf(await by.post<Told>(confirm, {}))).toBe('403 same_person');
  const done = await and.post<Told & { result: Result }>(confirm, {});
  expect(outcomeOf(done)).toBe('200');
  return done.body.result;
};

const now = (): string => new Date(loop.clock.now()).toISOString();

const eventOf = (more: { readonly hall?: string; readonly window?: string } = {}) =>
  acceptedEvent({ projectNo: nextProjectNo(), at: now(), ...more });

const report = async (by: Caller, event: object): Promise<string> => {
  const { body } = await by.post<{
    items: readonly { outcome: string; problem?: { code: string } }[];
  }>('/v1/cases', { events: [event] });
  const [item] = body.items;
  return item?.problem?.code ?? item?.outcome ?? '';
};

const reported = async (by: Caller): Promise<string> => {
  const event = eventOf();
  expect(await report(by, event)).toBe('stored');
  return event.projectNo;
};

const invite = (by: Caller, projectNo: string) =>
  by.post<Told & { token: string }>('/v1/invitations', {
    projectNo,
    serviceNumber: 1,
    channel: 'qr',
  });

const rate = (token: string): Promise<Reply<Told>> =>
  loop.client.open().post('/v1/ratings', { token, clientRef: pageOf(token), ...goodWords });

describe('one insider alone makes no rating', () => {
  it('with an own key, which two persons admit', async () => {
    const admission = { name: '自建', may: ['cases', 'invitations'], scope: wholeCity };
    const by = { by: admin, and: second };
    const key = await proposedAlone<SigningKey>(by, '/v1/integrators', admission);
    const calls = loop.client.signed(key);
    const projectNo = await reported(calls);
    const { token } = (await invite(calls, projectNo)).body;
    expect(outcomeOf(await rate(token))).toBe('201');
    const file = await supervisor.get<object>(`/v1/oversight/cases/${projectNo}`);
    const { accessKey } = key;
    expect(file.body).toMatchObject({
      timeline: [{ accessKey }],
      ratings: [{ accessKey }],
      keys: [{ accessKey, admittedBy: 'sysadmin', confirmedBy: 'sysadmin-2' }],
    });
  });

  it('with a key of the center, nor with a key that is not the center’s', async () => {
    const admission = { name: '省中心', may: ['center'], scope: wholeCity };
    const by = { by: admin, and: second };
    const center = await proposedAlone<SigningKey>(by, '/v1/integrators', admission);
    const { calls } = await loop.integrator(['cases', 'invitations', 'portal']);
    const targetId = await reported(calls);
    const evaluation = { targetId, evaluationItemModel: null };
    const path = '/v1/center/evaluation.sync';
    expect(outcomeOf(await calls.post<Told>(path, evaluation))).toBe('403 not_permitted');
    const ofCenter = loop.client.signed(center);
    expect(outcomeOf(await invite(ofCenter, targetId))).toBe('403 not_permitted');
    // What the center tells without an evaluation is kept for a person, and rates nothing.
    const told = await ofCenter.post<{ kept?: object; stored: number }>(path, evaluation);
    expect(told.body).toMatchObject({ stored: 0, kept: { reason: expect.any(String) } });
  });

  it('with an own pad, which two persons register', async () => {
    const hallAdmin = await loop.staff('halladmin-yuecheng');
    const place = { hall: '330602-H1', window: 'P01' };
    const by = { by: hallAdmin, and: admin };
    const { code } = await proposedAlone<{ code: string }>(by, '/v1/pads', place);
    const enrolled = await loop.client.open().post<Told>('/v1/pads/enrol', { code });
    expect(outcomeOf(enrolled)).toBe('201');
  });

  it('with invented cases of any department', async () => {
    const departments = ['11330602XX90000018'];
    const { calls } = await loop.integrator(['cases', 'invitations'], { departments });
    const event = eventOf();
    expect(await report(calls, event)).toBe('outside_scope_of_key');
    expect(outcomeOf(await invite(calls, event.projectNo))).toBe('404 case_unknown');
    const { header } = event;
    const department = { ...header?.department, creditCode: departments[0] };
    expect(await report(calls, { ...event, header: { ...header, department } })).toBe('stored');
  });

  it('with the case of another system, for which only a portal invites', async () => {
    const owner = await loop.integrator();
    const projectNo = await reported(owner.calls);
    const other = await loop.integrator();
    expect(outcomeOf(await invite(other.calls, projectNo))).toBe('404 case_unknown');
    const portal = await loop.integrator(['portal']);
    expect(outcomeOf(await invite(portal.calls, projectNo))).toBe('201');
    const away = await loop.integrator(['portal'], { areas: ['330604'] });
    expect(outcomeOf(await invite(away.calls, projectNo))).toBe('404 case_unknown');
  });
});

describe('an integrator', () => {
  it('does not take over the pad of a window outside its scope', async () => {
    const place = { hall: '330602-H1', window: 'P02' };
    const pad = await proposedAlone<{ code: string }>(
      { by: admin, and: second },
      '/v1/pads',
      place,
    );
    const { body } = await loop.client
      .open()
      .post<{ padId: string; key: string }>('/v1/pads/enrol', { code: pad.code });
    const padCalls = loop.client.signed({ accessKey: body.padId, secret: body.key });
    const { calls } = await loop.integrator();
    const own = eventOf(place);
    expect(await report(calls, own)).toBe('stored');
    const stranger = await loop.integrator(['cases'], { areas: ['330604'] });
    const { header, ...invented } = eventOf(place);
    const elsewhere = { ...invented, header: { ...header, area: '330604' } };
    expect(await report(stranger.calls, elsewhere)).toBe('outside_scope_of_key');
    const { body: shown } = await padCalls.get<{ contact: { projectNo: string } | null }>(
      '/v1/pads/me/current',
    );
    expect(shown.contact?.projectNo).toBe(own.projectNo);
  });

  it('that reported a number first hands it to its rightful system, by two persons', async () => {
    const squatter = await loop.integrator();
    const rightful = await loop.integrator();
    const projectNo = await reported(squatter.calls);
    const ofRight: CaseEventFacts = acceptedEvent({ projectNo, at: now() });
    const { header } = ofRight;
    const own = { ...ofRight, header: { ...header, matter: { code: 'M-1', name: '其他事项' } } };
    expect(await report(rightful.calls, own)).toBe('case_of_other_source');
    const handOver = { to: rightful.key.accessKey, reason: '由该系统受理' };
    const path = `/v1/cases/${projectNo}/hand-over`;
    await proposedAlone({ by: admin, and: second }, path, handOver);
    expect(await report(rightful.calls, own)).toBe('stored');
    expect(await report(rightful.calls, own)).toBe('repeat');
    expect(await report(squatter.calls, ofRight)).toBe('case_of_other_source');
    const read = await rightful.calls.get<object>(`/v1/cases/${projectNo}`);
    expect(read.body).toMatchObject({ matter: { code: 'M-1' } });
    const file = await supervisor.get<object>(`/v1/oversight/cases/${projectNo}`);
    expect(file.body).toMatchObject({
      source: rightful.key.accessKey,
      handOvers: [{ from: squatter.key.accessKey, by: 'sysadmin', confirmedBy: 'sysadmin-2' }],
    });
    const elsewhere = await loop.staff('supervisor-keqiao');
    const unseen = await elsewhere.get<Told>(`/v1/oversight/cases/${projectNo}`);
    expect(outcomeOf(unseen)).toBe('404 case_unknown');
  });
});
