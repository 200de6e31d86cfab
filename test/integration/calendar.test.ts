import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { CalendarRehearsal } from '../../events/calendar/calendar.ts';
import type { PolicyRehearsal } from '../../events/policy/policy.ts';
import type { Caller, ProblemBody } from '../../infra/local/client/loop-client.ts';
import { confirmProposed } from '../../infra/local/client/two-persons.ts';
import { defaultPolicy } from '../../shared/domain/policy/shipped.ts';
import { rulesLagMs } from '../../shared/port/policy/rulebook.ts';
import { corrected2026, factsOf, invented2027 } from '../support/calendar-year.ts';
import { badWords, callsOf, goodWords } from '../support/calls.ts';
import type { Calls, Receipt } from '../support/calls.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';

interface File {
  readonly policyVersion: number;
  readonly clocks: { readonly rectify: { readonly state: string; readonly dueAt?: string } };
  readonly audit: {
    readonly intact: boolean;
    readonly steps: readonly { readonly type: string; readonly facts: object }[];
  };
}

let loop: Loop;
let calls: Calls;
let admin: Caller;
let second: Caller;

/** The last weeks of a year without a notice for the next one. */
const december14 = Date.parse('2026-12-14T01:00:00.000Z');
const minute = 60_000;

beforeAll(async () => {
  loop = await startLoop({ at: december14 });
  calls = callsOf(loop, (await loop.integrator()).calls);
  [admin, second] = await Promise.all([loop.staff('sysadmin'), loop.staff('sysadmin-2')]);
}, 60_000);

afterAll(async () => {
  await loop?.stop();
});

const rated = async (words: object = badWords) => {
  const projectNo = await calls.acceptedCase();
  const token = await calls.tokenFor(projectNo);
  const { status, body } = await calls.rate(token, words);
  expect(status).toBe(201);
  return { projectNo, token, body };
};

const fileOf = async (projectNo: string): Promise<File> =>
  (await calls.ticketOf(projectNo)).body as unknown as File;

const recountsOf = ({ audit }: File) => audit.steps.filter(({ type }) => type === 'recounted');

const propose = <Body>(year: number, facts: object) =>
  admin.put<Body>(`/v1/calendar/${year}`, facts);

/** Proposes as one administrator and confirms as the other. */
const load = async (year: number, facts: object) =>
  confirmProposed<object>(second, await propose<object>(year, facts));

describe('calendar years on the booted template', () => {
  let waiting: string;
  let token: string;
  let before: Receipt;

  it('leave a deadline open-ended that reaches into a year without notice', async () => {
    ({ projectNo: waiting, token, body: before } = await rated());
    expect(before.ticket).toMatchObject({ rectifyDue: null });
    const { body } = await admin.get<object>('/v1/calendar/2027');
    expect(body).toMatchObject({ source: 'none', waiting: 1, workingDays: null });
  });

  it('are refused by path when they do not hold together', async () => {
    const [first, ...rest] = factsOf(invented2027).holidays;
    const holidays = [{ ...first, makeup: ['2027-01-01', '2027-01-05'] }, ...rest];
    const reply = await propose<ProblemBody>(2027, { ...factsOf(invented2027), holidays });
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ code: 'calendar_invalid' });
    expect(reply.body.errors?.map(({ path, problem }) => [path, problem])).toEqual([
      ['/holidays/0/makeup/0', 'makeup_on_ordinary_working_day'],
      ['/holidays/0/makeup/0', 'off_and_makeup'],
      ['/holidays/0/makeup/1', 'makeup_on_ordinary_working_day'],
      ['/holidays/0/makeup', 'too_many_makeup_days'],
    ]);
    const handler = await loop.staff('supervisor-yuecheng');
    const denied = await handler.put<ProblemBody>('/v1/calendar/2027', factsOf(invented2027));
    expect([denied.status, denied.body.code]).toEqual([403, 'role_missing']);
  });

  it('change nothing by a dry run, nor by one person alone', async () => {
    const facts = factsOf(invented2027);
    const tried = await admin.post<CalendarRehearsal>('/v1/calendar/2027/dry-run', facts);
    expect(tried.status).toBe(200);
    expect(tried.body).toMatchObject({ differing: 1, counts: { noLongerWaiting: 1 } });
    expect(tried.body.lines.map(({ id }) => id)).toEqual([`${waiting}-1`]);
    const proposed = await propose<{ approvalId: string }>(2027, facts);
    expect(proposed.status).toBe(202);
    const path = `/v1/approvals/${proposed.body.approvalId}`;
    const own = await admin.post<ProblemBody>(`${path}/confirm`, {});
    expect([own.status, own.body.code]).toEqual([403, 'same_person']);
    await loop.system.idle();
    const { body } = await admin.get<object>('/v1/calendar/2027');
    expect(body).toMatchObject({ source: 'none', waiting: 1 });
    const withdrawn = await admin.post(`${path}/refuse`, { note: '先不载入' });
    expect(withdrawn.status).toBe(200);
  });

  it('date the tickets that waited, by themselves, with one step, though orders are doubled', async () => {
    loop.system.faults.duplicate = 2;
    const { status, body } = await load(2027, factsOf(invented2027));
    expect(status).toBe(200);
    const persons = { loadedBy: 'sysadmin', confirmedBy: 'sysadmin-2' };
    expect(body).toMatchObject({ changed: true, version: 1, ...persons });
    await loop.system.idle();
    delete loop.system.faults.duplicate;
    const file = await fileOf(waiting);
    expect(file.clocks.rectify).toMatchObject({
      state: 'running',
      dueAt: '2027-01-05T09:30:00.000Z',
    });
    expect(recountsOf(file)).toMatchObject([{ facts: { year: 2027 } }]);
    expect(file.audit.intact).toBe(true);
    const { body: year } = await admin.get<object>('/v1/calendar/2027');
    expect(year).toMatchObject({ source: 'loaded', ...persons, waiting: 0 });
  });

  it('change nothing when they are loaded again', async () => {
    const { status, body } = await propose<object>(2027, factsOf(invented2027));
    expect(status).toBe(200);
    expect(body).toMatchObject({ changed: false, version: 1 });
    await loop.system.idle();
    expect(recountsOf(await fileOf(waiting))).toHaveLength(1);
  });

  it('find in their second round what was opened by an instance that had not seen them', async () => {
    // An instance that took a rating within the last minute still uses the old calendar.
    const { projectNo, body } = await rated();
    expect(body.ticket?.rectifyDue).toBeNull();
    loop.clock.advance(10 * minute);
    await loop.system.idle();
    const file = await fileOf(projectNo);
    expect(file.clocks.rectify).toMatchObject({ dueAt: '2027-01-05T09:30:00.000Z' });
    const { body: year } = await admin.get<object>('/v1/calendar/2027');
    expect(year).toMatchObject({ waiting: 0, recount: { state: 'done' } });
  });

  it('move an open ticket when they are corrected, but not what was opened and said then', async () => {
    const { body } = await load(2026, factsOf(corrected2026));
    expect(body).toMatchObject({ changed: true, version: 1 });
    await loop.system.idle();
    expect(recountsOf(await fileOf(waiting))).toHaveLength(1);
    const holidays = [
      ...factsOf(corrected2026).holidays,
      { name: '测试放假', off: ['2026-12-16'], makeup: [] },
    ];
    await load(2026, { ...factsOf(corrected2026), holidays });
    await loop.system.idle();
    const file = await fileOf(waiting);
    expect(file.clocks.rectify).toMatchObject({ dueAt: '2027-01-06T09:30:00.000Z' });
    expect(recountsOf(file)).toMatchObject([
      { facts: { year: 2027 } },
      {
        facts: {
          year: 2026,
          before: { rectify: { dueAt: '2027-01-05T09:30:00.000Z' } },
          clocks: { rectify: { dueAt: '2027-01-06T09:30:00.000Z' } },
        },
      },
    ]);
    expect(file.audit.intact).toBe(true);
    const again = await calls.rate(token, badWords);
    expect(again.status).toBe(200);
    expect(again.body.ticket).toEqual(before.ticket);
  });
});

describe('policies on the booted template', () => {
  const { version: _version, ...shipped } = defaultPolicy;
  const threeDays = { amount: 3, unit: 'working_day' } as const;
  const strict = {
    ...shipped,
    source: { official: false, zh: '测试规则，并非官方规定', en: 'Rules of a test' },
    clocks: { ...shipped.clocks, rectify: threeDays, redo: threeDays },
  };
  let old: string;

  it('are proposed and tried without changing anything', async () => {
    ({ projectNo: old } = await rated());
    const proposed = await admin.post<object>('/v1/policies', strict);
    expect(proposed.status).toBe(202);
    expect(proposed.body).toMatchObject({ version: 3, state: 'proposed' });
    const tried = await admin.post<PolicyRehearsal>('/v1/policies/3/dry-run', {});
    expect(tried.status).toBe(200);
    expect(tried.body).toMatchObject({
      differing: tried.body.tickets,
      counts: { rectifyEarlier: tried.body.tickets, rectifyLater: 0, notOpened: 0 },
    });
    expect(tried.body.lines.map(({ id }) => id)).toContain(`${old}-1`);
    expect((await fileOf(old)).policyVersion).toBe(2);
  });

  it('are put in force by a second person, for new tickets only', async () => {
    const own = await admin.post<ProblemBody>('/v1/policies/3/activate', {});
    expect([own.status, own.body.code]).toEqual([403, 'same_person']);
    const done = await second.post<object>('/v1/policies/3/activate', {});
    expect(done.body).toMatchObject({ state: 'active', changed: true });
    loop.clock.advance(rulesLagMs);
    const { projectNo, body } = await rated();
    expect(body.ticket?.rectifyDue).toBe('2026-12-18T17:30:00.000+08:00');
    const [kept, fresh] = [await fileOf(old), await fileOf(projectNo)];
    expect([kept.policyVersion, fresh.policyVersion]).toEqual([2, 3]);
    expect(kept.clocks.rectify).toMatchObject({ dueAt: '2027-01-06T09:30:00.000Z' });
  });

  it('name the default as a default, and put it in force again', async () => {
    const proposed = await second.post<object>('/v1/policies/2/activate', {});
    expect(proposed.status).toBe(202);
    const alone = await second.post<ProblemBody>('/v1/policies/2/activate', {});
    expect([alone.status, alone.body.code]).toEqual([403, 'same_person']);
    const { body } = await admin.post<object>('/v1/policies/2/activate', {});
    expect(body).toMatchObject({
      state: 'active',
      source: { official: false, text: expect.stringContaining('产品默认值') },
    });
    loop.clock.advance(rulesLagMs);
    expect((await fileOf((await rated()).projectNo)).policyVersion).toBe(2);
    expect((await rated(goodWords)).body.ticket).toBeUndefined();
  });
});

it('calls nothing that a function’s policy does not grant', () => {
  expect(loop.log.length).toBeGreaterThan(0);
  expect(loop.log.filter(({ text }) => text.includes('AccessDenied'))).toEqual([]);
});
