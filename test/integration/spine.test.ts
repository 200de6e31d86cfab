import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Caller } from '../../infra/local/client/loop-client.ts';
import { townAccounts } from '../../infra/local/scenario/town/accounts.ts';
import { badWords, callsOf } from '../support/calls.ts';
import type { Calls } from '../support/calls.ts';
import { acceptedEvent, nextProjectNo } from '../support/case-facts.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { pageOf } from '../support/page-ref.ts';

let loop: Loop;
let integrator: Caller;
let calls: Calls;

beforeAll(async () => {
  loop = await startLoop();
  ({ calls: integrator } = await loop.integrator());
  calls = callsOf(loop, integrator);
});

afterAll(async () => {
  await loop?.stop();
});

describe('the spine on the booted template', () => {
  it.each(['portal', 'app', 'qr', 'sms', 'terminal'])('rates over %s', async (channel) => {
    const token = await calls.tokenFor(await calls.acceptedCase(), channel);
    const shown = await loop.client.open().get<object>(`/v1/invitations/${token}`);
    expect(shown.body).toMatchObject({ rated: false, applicant: '测**', channel });
    const answer = await calls.rate(token, { level: 'satisfied', tags: ['408'] });
    expect(answer.status).toBe(201);
    expect(answer.body.ticket).toBeUndefined();
  });

  it('answers the page that rated with the first receipt, and every other page with 409', async () => {
    const token = await calls.tokenFor(await calls.acceptedCase());
    const first = await calls.rate(token, { level: 'satisfied' });
    const again = await calls.rate(token, { level: 'very_satisfied' });
    const other = await calls.rate(token, { level: 'satisfied', clientRef: pageOf('another') });
    expect([first.status, again.status, other.status]).toEqual([201, 200, 409]);
    const { receipt } = first.body;
    expect(again.body).toMatchObject({ receipt, repeated: true, differs: true });
    expect(other.body).toMatchObject({ code: 'already_rated' });
  });

  it('opens a ticket with its clocks and first step in the same write', async () => {
    const projectNo = await calls.acceptedCase();
    const { status, body } = await calls.rate(await calls.tokenFor(projectNo), badWords);
    expect(status).toBe(201);
    expect(body.ticket).toEqual({
      state: 'open',
      contactDue: '2026-11-17T17:30:00.000+08:00',
      rectifyDue: '2026-12-07T17:30:00.000+08:00',
    });
    const file = await calls.ticketOf(projectNo);
    expect(file.body).toMatchObject({
      words: badWords.text,
      audit: { intact: true, steps: [{ number: 1, type: 'opened' }] },
    });
    const seen = await loop.client.open().get<object>(`/v1/receipts/${body.receipt}`);
    expect(seen.body).toMatchObject({ ticket: { state: 'open', round: 1 } });
  });

  it('tells the department of its ticket once, though every delivery is doubled', async () => {
    const handler = townAccounts.find(
      ({ area, roles }) => area === '330602' && roles.includes('handler'),
    )!;
    const projectNo = nextProjectNo();
    const at = new Date(loop.clock.now()).toISOString();
    const event = acceptedEvent({ projectNo, at });
    const department = { creditCode: handler.department, name: handler.departmentName };
    await integrator.post('/v1/cases', {
      events: [{ ...event, header: { ...event.header, department } }],
    });
    loop.system.faults.duplicate = 2;
    await calls.rate(await calls.tokenFor(projectNo), badWords);
    await loop.system.idle();
    delete loop.system.faults.duplicate;
    const inbox = await (await loop.staff(handler.id)).get<object>('/v1/inbox');
    expect(inbox.body).toMatchObject({
      notices: [{ type: 'ticket_opened', ticketId: `${projectNo}-1` }],
    });
    expect((inbox.body as { notices: object[] }).notices).toHaveLength(1);
  });

  it('makes one rating, one ticket and one receipt of 100 identical posts', async () => {
    const projectNo = await calls.acceptedCase();
    const token = await calls.tokenFor(projectNo);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => calls.rate(token, badWords)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(99);
    expect(new Set(answers.map(({ body }) => body.receipt)).size).toBe(1);
    const overseer = await loop.staff('supervisor-yuecheng');
    const list = await overseer.get<{ tickets: { id: string }[] }>('/v1/tickets?view=area');
    expect(list.body.tickets.filter(({ id }) => id.startsWith(projectNo))).toHaveLength(1);
  });

  it('counts a deadline into a year without a calendar as pending, and says so', async () => {
    const later = await startLoop({ at: Date.parse('2026-12-14T01:00:00.000Z') });
    try {
      const { calls: system } = await later.integrator();
      const its = callsOf(later, system);
      const projectNo = await its.acceptedCase();
      const { body } = await its.rate(await its.tokenFor(projectNo), badWords);
      expect(body.ticket).toMatchObject({
        contactDue: '2026-12-15T17:30:00.000+08:00',
        rectifyDue: null,
      });
      const { body: file } = await its.ticketOf(projectNo);
      expect(file).toMatchObject({
        clocks: { rectify: { state: 'pending_calendar', year: 2027 } },
      });
    } finally {
      await later.stop();
    }
  });

  it('calls nothing that a function’s policy does not grant', () => {
    const denied = loop.log.filter(({ text }) => text.includes('AccessDenied'));
    expect(loop.log.length).toBeGreaterThan(0);
    expect(denied).toEqual([]);
  });

  it('writes nothing personal into logs', () => {
    const all = loop.log.map(({ text }) => text).join('\n');
    expect(all).not.toMatch(/测试甲|13800000001|33060219900101|等了两个小时/);
  });
});
