import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { confirmProposed } from '../../infra/local/client/two-persons.ts';
import { startLadderTown } from '../support/ladder-town.ts';
import type { LadderTown } from '../support/ladder-town.ts';
import { isSignedBy, startHookReceiver } from '../support/webhook-receiver.ts';
import type { WebhookReceiver } from '../support/webhook-receiver.ts';

let town: LadderTown;
let receiver: WebhookReceiver;

beforeAll(async () => {
  [town, receiver] = await Promise.all([startLadderTown(), startHookReceiver()]);
});

afterAll(async () => {
  await town?.stop();
  await receiver?.stop();
});

const minute = 60_000;

const propose = async (more: object) => {
  const admin = await town.loop.staff('sysadmin');
  const box = { name: '试用', form: 'signed', box: 'department', area: '330602' };
  return admin.post<{ approvalId: string }>('/v1/webhooks', { ...box, ...more });
};

const admit = async (more: object) => {
  const second = await town.loop.staff('sysadmin-2');
  const proposed = await propose(more);
  const reply = await confirmProposed<{ id: string; secret: string }>(second, proposed);
  expect([proposed.status, reply.status]).toEqual([202, 200]);
  return reply.body;
};

describe('a webhook on the booted template', () => {
  it('gets nothing while only one person has said so', async () => {
    const { body } = await propose({ url: `${receiver.url}/alone` });
    const admin = await town.loop.staff('sysadmin');
    const own = await admin.post<{ code: string }>(`/v1/approvals/${body.approvalId}/confirm`, {});
    expect([own.status, own.body.code]).toEqual([403, 'same_person']);
    await town.desk.badlyRated();
    await town.loop.system.idle();
    expect(receiver.received).toEqual([]);
    expect((await admin.get<object>('/v1/webhooks')).body).toEqual({ webhooks: [] });
  }, 60_000);

  it('gets each notice once, signed, though it fails twice and all is doubled', async () => {
    const { id, secret } = await admit({ url: `${receiver.url}/notices?to=desk` });
    town.loop.system.faults.duplicate = 2;
    receiver.answers.push(500, 503);
    const ticket = await town.desk.badlyRated();
    await town.loop.system.idle();
    const inbox = await town.inbox('department');
    expect(inbox.map(({ ticketId }) => ticketId)).toContain(ticket.id);
    expect(receiver.received).toHaveLength(1);
    await town.walk(1, 5 * minute);
    expect(receiver.received).toHaveLength(2);
    await town.walk(4, 5 * minute);
    expect(receiver.received).toHaveLength(3);
    await town.walk(12, 10 * minute);
    expect(receiver.received).toHaveLength(3);
    const ids = receiver.received.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(ids).size).toBe(1);
    expect(receiver.received.filter((one) => !isSignedBy(one, secret))).toEqual([]);
    expect(isSignedBy(receiver.received[0]!, 'another secret')).toBe(false);
    expect(JSON.parse(receiver.received[0]!.body)).toMatchObject({
      type: 'ticket_opened',
      ticketId: ticket.id,
    });
    delete town.loop.system.faults.duplicate;
    await (await town.loop.staff('sysadmin')).delete(`/v1/webhooks/${id}`);
  }, 60_000);

  it('of a robot gets a text of its notices', async () => {
    const before = receiver.received.length;
    await admit({ form: 'robot', secret: 'SEC1', url: `${receiver.url}/robot?access_token=T` });
    const { id } = await town.desk.badlyRated();
    await town.loop.system.idle();
    const [post] = receiver.received.slice(before);
    expect(post!.query).toMatch(/^access_token=T&timestamp=\d{13}&sign=[\w%]+$/);
    expect(JSON.parse(post!.body)).toMatchObject({ msgtype: 'text' });
    expect(post!.body).toContain(id);
    const log = town.loop.log.map(({ text }) => text).join('\n');
    expect(log).not.toMatch(/SEC1|access_token/);
    expect(log).not.toContain('AccessDenied');
  }, 60_000);
});
