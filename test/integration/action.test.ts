import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { townDepartments } from '../../infra/local/scenario/town/body.ts';
import { callsOf } from '../support/calls.ts';
import {
  departmentOfHandler,
  deskCalls,
  firstHandler,
  secondHandler,
} from '../support/desk-calls.ts';
import type { DeskCalls } from '../support/desk-calls.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { pageOf } from '../support/page-ref.ts';
import { program, sampleFiles } from '../support/sample-file.ts';

const handler = firstHandler!.id;
const [supervisor, reviewer] = ['supervisor-yuecheng', 'reviewer'];
const day = 24 * 60 * 60_000;

const contact = { type: 'recordContact', way: 'phone', outcome: 'reached', note: '已致电致歉' };
const find = { type: 'find', kind: 'complex', cause: 'process' };
const explain = {
  type: 'submit',
  result: 'explained',
  measure: '已向经办科室通报',
  answer: '已为您办结',
};

let loop: Loop;
let desk: DeskCalls;

beforeAll(async () => {
  loop = await startLoop();
  const { calls } = await loop.integrator();
  desk = deskCalls(loop, calls, callsOf(loop, calls));
});

afterAll(async () => {
  await loop?.stop();
});

const follow = async (receipt: string) =>
  (await loop.client.open().get<{ ticket: Record<string, unknown> }>(`/v1/receipts/${receipt}`))
    .body.ticket;

const append = (receipt: string, words: object) =>
  loop.client.open().post<Record<string, unknown>>(`/v1/receipts/${receipt}/append`, {
    clientRef: pageOf(receipt),
    ...words,
  });

const refusal = async (account: string, id: string, action: object): Promise<string> => {
  const { status, body } = await desk.act(account, id, action);
  return `${status} ${body.code}`;
};

const reviewList = async (): Promise<readonly string[]> => {
  const path = '/v1/tickets?view=review&limit=100';
  const { body } = await (await loop.staff(supervisor)).get<{ tickets: { id: string }[] }>(path);
  return body.tickets.map(({ id }) => id);
};

const closed = async () => {
  const rated = await desk.badlyRated();
  for (const action of [contact, find, explain]) await desk.done(handler, rated.id, action);
  await desk.done(supervisor, rated.id, { type: 'approve' });
  return rated;
};

describe('a ticket on the booted template', () => {
  it('goes from contact over a return to closure and a good follow-up', async () => {
    const { id, receipt } = await desk.badlyRated();
    await desk.done(handler, id, contact);
    await desk.done(handler, id, find);
    const evidence = [await desk.upload(id, 'jpeg', sampleFiles.jpeg)];
    const rectified = { ...explain, result: 'rectified', evidence };
    expect((await desk.done(handler, id, rectified)).state).toBe('closure_review');
    await desk.done(supervisor, id, { type: 'return', note: '请补充说明' });
    await desk.done(handler, id, { ...rectified, answer: '已为您办结,并调整流程' });
    const { state, ticket } = await desk.done(supervisor, id, { type: 'approve' });
    expect(state).toBe('closed');
    expect(ticket).toMatchObject({ returns: 1, audit: { intact: true } });

    const seen = await follow(receipt);
    expect(seen).toMatchObject({ state: 'closed', answer: '已为您办结,并调整流程' });
    const first = await append(receipt, { level: 'satisfied', tags: ['413'] });
    const again = await append(receipt, { level: 'satisfied', tags: ['413'] });
    const other = await append(receipt, {
      level: 'very_satisfied',
      clientRef: pageOf('another'),
    });
    expect([first.status, again.status, other.status]).toEqual([201, 200, 409]);
    expect(again.body).toEqual({ ...first.body, repeated: true });
    expect(await follow(receipt)).toMatchObject({ state: 'closed', round: 1 });
    const list = await (
      await loop.staff(handler)
    ).get<{ tickets: { id: string }[] }>('/v1/tickets?view=closed');
    expect(list.body.tickets.map((one) => one.id)).toContain(id);
  });

  it('is dismissed on evidence by the reviewer, and nobody else', async () => {
    const { id, receipt } = await desk.badlyRated();
    const evidence = [await desk.upload(id, 'pdf', sampleFiles.pdf)];
    const claim = { type: 'claimInvalid', grounds: 'mistaken', evidence, note: '评错了部门' };
    await desk.done(handler, id, contact);
    await desk.done(handler, id, claim);
    const rule = { type: 'rule', claim: 'invalid', grant: true, note: '核实为误评' };
    expect(await refusal(handler, id, rule)).toBe('403 role_missing');
    expect(await refusal(supervisor, id, rule)).toBe('403 role_missing');
    const download = await (
      await loop.staff(reviewer)
    ).get<{ downloadUrl: string }>(`/v1/evidence/${evidence[0]}`);
    const file = await fetch(download.body.downloadUrl);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(sampleFiles.pdf);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    await desk.done(reviewer, id, rule);
    expect(await follow(receipt)).toMatchObject({
      state: 'dismissed',
      dismissal: { reason: '核实为误评' },
    });
  });

  it('is never ruled on by its own department', async () => {
    const own = townDepartments.find(({ word }) => word === 'yuecheng-zhengwu')!;
    const { id } = await desk.badlyRated({ creditCode: own.creditCode, name: own.name });
    expect(await refusal(supervisor, id, { type: 'approve' })).toBe('403 own_department');
  });

  it('goes to the hardship register until its review date', async () => {
    const { id, receipt } = await desk.badlyRated();
    await desk.done(handler, id, find);
    const evidence = [await desk.upload(id, 'docx', sampleFiles.docx)];
    const claim = { type: 'claimHardship', reviewOn: '2026-12-15', evidence, note: '须上级决定' };
    await desk.done(handler, id, claim);
    const rule = { type: 'rule', claim: 'hardship', grant: true, note: '情况属实' };
    expect((await desk.done(supervisor, id, rule)).state).toBe('hardship');
    expect(await follow(receipt)).toMatchObject({ reviewOn: '2026-12-15' });
    const register = await (await loop.staff(supervisor)).get<object>('/v1/tickets?view=hardship');
    expect(register.body).toMatchObject({ tickets: [{ id, state: 'hardship' }] });
  });

  it('gets more time once, in time and no more than the rules allow', async () => {
    const { id } = await desk.badlyRated();
    const ask = { type: 'requestExtension', days: 5, note: '须现场勘验' };
    expect(await refusal(handler, id, { ...ask, days: 16 })).toBe('422 extension_too_long');
    await desk.done(handler, id, ask);
    const { ticket } = await desk.done(supervisor, id, {
      type: 'rule',
      claim: 'extension',
      grant: true,
      note: '同意',
    });
    expect(ticket).toMatchObject({ extension: { days: 5 } });
    expect(await refusal(handler, id, ask)).toBe('409 claim_used');
  });

  it('is transferred, and the other department sees it with its clocks running', async () => {
    const { id } = await desk.badlyRated();
    const before = (await desk.show(supervisor, id)).body as { clocks: { rectify: object } };
    const { creditCode } = departmentOfHandler(secondHandler);
    const to = { creditCode, area: '330602' };
    const transfer = { type: 'transfer', to, note: '属该部门职责' };
    expect(await refusal(handler, id, transfer)).toBe('403 role_missing');
    await desk.done(handler, id, { type: 'askTransfer', to, note: '不属本部门' });
    expect(await reviewList()).toContain(id);
    expect(await refusal(secondHandler!.id, id, contact)).toBe('404 ticket_unknown');
    await desk.done(supervisor, id, transfer);
    expect(await reviewList()).not.toContain(id);
    expect((await desk.show(handler, id)).status).toBe(404);
    const after = await desk.show(secondHandler!.id, id);
    expect(after.body).toMatchObject({ creditCode, clocks: { rectify: before.clocks.rectify } });
  });

  it('is not changed by who saw another version, nor twice by one action', async () => {
    const { id } = await desk.badlyRated();
    const action = { ...contact, expectedVersion: 1, actionId: randomUUID() };
    await desk.done(handler, id, action);
    expect(await desk.done(handler, id, action)).toMatchObject({ repeated: true, version: 2 });
    const stale = await desk.act(handler, id, { ...find, expectedVersion: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale_version', version: 2 } });
  });

  it('is not handed in without a contact, nor with a file that is another than its name', async () => {
    const { id } = await desk.badlyRated();
    await desk.done(handler, id, find);
    expect(await refusal(handler, id, explain)).toBe('422 contact_missing');
    await desk.done(handler, id, contact);
    const renamed = await desk.upload(id, 'docx', program);
    const rectified = { ...explain, result: 'rectified', evidence: [renamed] };
    expect(await refusal(handler, id, rectified)).toBe('422 evidence_type_wrong');
    expect(await refusal(handler, id, { ...rectified, evidence: [] })).toBe('422 evidence_missing');
    const missing = { ...rectified, evidence: ['0'.repeat(32)] };
    expect(await refusal(handler, id, missing)).toBe('404 evidence_unknown');
  });

  it('shows the resident’s name after a step that says so, and writes it nowhere', async () => {
    const { id } = await desk.badlyRated();
    const { applicant } = await desk.done(handler, id, { type: 'unmask', note: '须上门核实' });
    expect(applicant).toEqual({
      name: '测试甲',
      mobile: '13800000001',
      laterMobile: null,
    });
    const file = await desk.show(supervisor, id);
    expect(file.body).toMatchObject({
      audit: { steps: [{}, { type: 'unmasked', note: '须上门核实' }] },
    });
    await loop.system.idle();
    const logged = loop.log.map(({ text }) => text).join('\n');
    expect(JSON.stringify(file.body) + logged).not.toMatch(/测试甲|13800000001/);
    expect(logged).not.toMatch(/已致电致歉|须上门核实|已为您办结/);
  });

  it('begins a second round on a bad follow-up', async () => {
    const { id, receipt } = await closed();
    const bad = { level: 'dissatisfied', tags: ['209'], text: '仍未解决' };
    const reply = await append(receipt, bad);
    expect(reply).toMatchObject({ status: 201, body: { reopened: true } });
    expect(await follow(receipt)).toMatchObject({ state: 'open', round: 2, answer: null });
    const file = await desk.show(supervisor, id);
    expect(file.body).toMatchObject({ round: 2, followUp: { text: '仍未解决' } });
    expect(await refusal(handler, id, explain)).toBe('409 illegal_move');
  });

  it('takes no extension after its due moment and no follow-up after its window', async () => {
    const late = await desk.badlyRated();
    const { receipt } = await closed();
    loop.clock.advance(30 * day);
    const ask = { type: 'requestExtension', days: 5, note: '须现场勘验' };
    expect(await refusal(handler, late.id, ask)).toBe('422 extension_late');
    const reply = await append(receipt, { level: 'satisfied', tags: ['413'] });
    expect(reply).toMatchObject({ status: 409, body: { code: 'append_closed' } });
  });

  it('calls nothing that a function’s policy does not grant', () => {
    expect(loop.log.filter(({ text }) => text.includes('AccessDenied'))).toEqual([]);
  });
});
