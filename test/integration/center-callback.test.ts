import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Caller } from '../../infra/local/client/loop-client.ts';
import { confirmProposed } from '../../infra/local/client/two-persons.ts';
import { callsOf } from '../support/calls.ts';
import type { Calls } from '../support/calls.ts';
import { acceptedEvent, nextProjectNo } from '../support/case-facts.ts';
import { joinCity } from '../support/join-city.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';

let dataDir: string;
let loop: Loop;
let calls: Calls;
let system: Caller;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'callback-'));
  loop = await startLoop({ dataDir });
  await joinCity(loop);
  system = (await loop.integrator()).calls;
  calls = callsOf(loop, system);
}, 120_000);

afterAll(async () => {
  await loop?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** With all fields that a report of it requires. */
const reportableCase = async (projectNo = nextProjectNo()): Promise<string> => {
  const { header, ...event } = acceptedEvent({
    projectNo,
    at: new Date(loop.clock.now()).toISOString(),
  });
  if (header === undefined) throw new Error('the first event of a case has its header');
  const department = { ...header.department, orgCode: '001008006007014' };
  const events = [{ ...event, header: { ...header, department } }];
  const { body } = await system.post<{ stored: number }>('/v1/cases', { events });
  expect(body.stored).toBe(1);
  return projectNo;
};

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const callBack = async (operation: string, body: object): Promise<Answer> =>
  (await loop.client.open().post<Answer>('/_local/center/callback', { operation, body })).body;

const evaluation = (projectNo: string, more: object = {}) => ({
  targetId: projectNo,
  evaluationItemModel: {
    id: 71_001,
    assessTime: '2026-11-16 09:00:30',
    channel: 2,
    number: 1,
    rateText: '材料要了两遍',
    evaluationLevelModelList: [{ level: 1 }],
    evaluationTagItemModelList: [{ tagCode: 109 }],
    ...more,
  },
});

describe('a callback of the center on the booted template', () => {
  it('comes too early, comes again, and is one rating with its ticket', async () => {
    const early = await callBack('evaluation.sync', evaluation(nextProjectNo(), { id: 70_999 }));
    expect(early).toMatchObject({ status: 200, body: { kept: { reason: 'case_unknown' } } });
    const projectNo = await reportableCase();
    loop.clock.advance(60_000);
    const first = await callBack('evaluation.sync', evaluation(projectNo));
    expect(first).toEqual({ status: 200, body: { success: true, repeated: false, stored: 1 } });
    const again = await callBack('evaluation.sync', evaluation(projectNo));
    expect(again.body).toEqual({ success: true, repeated: true, stored: 0 });
    const ticket = await calls.ticketOf(projectNo);
    expect(ticket.body).toMatchObject({
      state: 'open',
      level: 'very_dissatisfied',
      channel: 'app',
      words: '材料要了两遍',
    });
    const step = { dealInfo: '已转地市', dealTime: '2026-11-16 09:10:00', status: 20 };
    const course = {
      targetId: projectNo,
      caseModelList: [{ code: 'GD1', caseWorkflowModelList: [step] }],
    };
    expect((await callBack('operation.sync', course)).body).toMatchObject({ stored: 1 });
    expect((await callBack('operation.sync', course)).body).toMatchObject({ stored: 0 });
    const { body } = await calls.ticketOf(projectNo);
    expect(body).toMatchObject({ audit: { intact: true } });
    expect(JSON.stringify(body)).toContain('已转地市');
  }, 60_000);

  it('is not reported back, while what the city did about it is', async () => {
    await loop.system.idle();
    const open = loop.client.open();
    const { body } = await open.get<{ counts: Record<string, number> }>('/_local/center');
    expect(body.counts).toEqual({ evaluation: 2, service: 1, rating: 0, step: 1, finish: 0 });
    const { body: refused } = await open.get<object>('/_local/center?problems');
    expect(refused).toEqual({ problems: [] });
  }, 60_000);

  it('waits for its case, and is taken in by the schedule when it is here', async () => {
    const projectNo = nextProjectNo();
    const early = await callBack('evaluation.sync', evaluation(projectNo, { id: 71_003 }));
    expect(early).toMatchObject({ status: 200, body: { kept: { reason: 'case_unknown' } } });
    await reportableCase(projectNo);
    loop.clock.advance(10 * 60_000);
    await loop.system.idle();
    expect((await calls.ticketOf(projectNo)).body).toMatchObject({ state: 'open', channel: 'app' });
  }, 60_000);

  it('is taken in by two persons where its level cannot be read', async () => {
    const projectNo = await reportableCase();
    loop.clock.advance(60_000);
    const odd = evaluation(projectNo, { id: 71_004, evaluationLevelModelList: [{ level: '差' }] });
    const { kept } = (await callBack('evaluation.sync', odd)).body as { kept: { id: string } };
    const [first, second] = [await loop.staff('sysadmin'), await loop.staff('sysadmin-2')];
    const proposed = await first.post(`/v1/center/callbacks/${kept.id}/take`, {
      level: 'dissatisfied',
      reason: '原文为“差”',
    });
    const { body } = await confirmProposed<object>(second, proposed);
    expect(body).toEqual({ callbackId: kept.id, stored: 1 });
    expect((await calls.ticketOf(projectNo)).body).toMatchObject({ level: 'dissatisfied' });
    const { body: list } = await first.get<object>('/v1/center/callbacks?state=taken');
    expect(JSON.stringify(list)).toContain(kept.id);
  }, 60_000);

  it('still works after a restart, with the key that was kept', async () => {
    const at = loop.clock.now();
    await loop.stop();
    loop = await startLoop({ dataDir, at });
    calls = callsOf(loop, (await loop.integrator()).calls);
    const projectNo = await calls.acceptedCase();
    loop.clock.advance(60_000);
    const answer = await callBack('evaluation.sync', evaluation(projectNo, { id: 71_002 }));
    expect(answer).toMatchObject({ status: 200, body: { stored: 1 } });
    expect((await calls.ticketOf(projectNo)).body).toMatchObject({ state: 'open' });
  }, 120_000);
});
