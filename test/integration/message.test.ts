import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { phonePath } from '../../infra/local/system/phone/phone.ts';
import { bodyOf } from '../function/world.ts';
import { acceptedEvent, nextProjectNo } from '../support/case-facts.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';

interface Phone {
  readonly messages: readonly { requestId: string; mobile: string; text: string }[];
}

let loop: Loop;
beforeAll(async () => {
  loop = await startLoop({ messages: 'gateway' });
});
afterAll(() => loop.stop());

const received = async () =>
  bodyOf<Phone>((await loop.client.open().get(phonePath)) as never).messages;

describe('the phone of a resident', () => {
  it('gets the invitation, the receipt of a bad rating, and nothing twice', async () => {
    const { calls } = await loop.integrator();
    const { key } = await loop.integrator(['messages']);
    const { accessKey, secret } = key;
    const open = loop.client.open();
    expect((await open.post(`${phonePath}/key`, { accessKey, secret })).status).toBe(200);
    const projectNo = nextProjectNo();
    const at = new Date(loop.clock.now()).toISOString();
    const accepted = acceptedEvent({ projectNo, at });
    const finished = {
      eventId: `${projectNo}-finished`,
      type: 'finished',
      projectNo,
      at,
      result: { outcome: 'granted' },
    };
    loop.system.faults.duplicate = 2;
    const stored = await calls.post('/v1/cases', { events: [accepted, finished] });
    expect(stored.status).toBe(200);
    await loop.system.idle();
    const [invitation, ...more] = await received();
    expect(more).toEqual([]);
    expect(invitation).toMatchObject({ mobile: '138****0001' });
    const token = /\/r\/([\w.-]+)$/.exec(invitation?.text ?? '')?.[1];
    const body = {
      token,
      level: 'very_dissatisfied',
      text: '等了九天',
      contactConsent: true,
      clientRef: randomUUID(),
    };
    const rated = await open.post<{ receipt: string }>('/v1/ratings', body);
    expect(rated.status).toBe(201);
    await loop.system.idle();
    const after = await received();
    expect(after).toHaveLength(2);
    const receipt = after.find(({ requestId }) => requestId.startsWith('receipt.'));
    expect(receipt?.text).toMatch(new RegExp(`/receipt/${rated.body.receipt}$`));
    const told = await loop.client.signed(key).post('/v1/messages/receipts', {
      receipts: [{ requestId: receipt?.requestId, delivered: true }],
    });
    expect(told.body).toEqual({ stored: 1, unknown: [] });
  });
});
