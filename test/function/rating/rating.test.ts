import { describe, expect, it } from 'vitest';

import { at } from '../../fake/clock.ts';
import { bodyOf, newWorld, outcomeOf } from '../world.ts';
import type { World } from '../world.ts';

interface Receipt {
  readonly receipt: string;
  readonly repeated: boolean;
  readonly ticket?: { state: string; contactDue: string; rectifyDue: string };
}

const bad = { level: 'dissatisfied', tags: ['209'], text: '等了九天' };

const invited = async (world: World, channel = 'qr') => {
  const key = await world.integrator();
  const projectNo = await world.acceptedCase(key);
  return { key, projectNo, token: await world.token(key, projectNo, channel) };
};

describe('a resident rates one contact', () => {
  it('stores a good rating in one write and opens no ticket', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const before = world.stores.memory.writes();
    const reply = await world.call('POST /v1/ratings', {
      body: { token, level: 'very_satisfied' },
    });
    expect(outcomeOf(reply)).toBe('201');
    expect(bodyOf<Receipt>(reply)).toEqual({
      receipt: expect.stringMatching(/^\d{21}-1-[0-9A-HJKMNP-TV-Z]{12}$/),
      repeated: false,
    });
    expect(world.stores.memory.writes()).toBe(before + 1);
  });

  it('opens the ticket of a bad rating with both deadlines', async () => {
    const world = newWorld();
    const { token, projectNo } = await invited(world);
    const reply = await world.call('POST /v1/ratings', { body: { token, ...bad } });
    expect(bodyOf<Receipt>(reply).ticket).toEqual({
      state: 'open',
      contactDue: '2026-11-23T17:30:00.000+08:00',
      rectifyDue: '2026-12-11T17:30:00.000+08:00',
    });
    const { memory, tickets } = world.stores;
    expect([memory.count('rating'), memory.count('ticket'), memory.count('step')]).toEqual([
      1, 1, 1,
    ]);
    expect(await tickets.find(`${projectNo}-1`)).toMatchObject({ state: 'open', channel: 'qr' });
  });

  it('answers its own page again with the first receipt, in whatever order and spacing', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const words = { token, level: 'dissatisfied', tags: ['207', '209'], text: '等了九天' };
    const first = await world.call('POST /v1/ratings', { body: words });
    const before = world.stores.memory.writes();
    world.clock.advance(60_000);
    const again = await world.call('POST /v1/ratings', {
      body: { ...words, tags: ['209', '207'], text: ' 等了九天 ' },
    });
    expect([outcomeOf(first), outcomeOf(again)]).toEqual(['201', '200']);
    expect(again.body).toEqual({ ...bodyOf<Receipt>(first), repeated: true });
    expect(world.stores.memory.writes()).toBe(before);
  });

  it.each([
    ['the same words', bad],
    ['another level', { level: 'very_dissatisfied', tags: ['109'] }],
    ['another tag', { ...bad, tags: ['207'] }],
    ['other words', { ...bad, text: '等了十天' }],
    ['consent that was not given', { ...bad, contactConsent: true }],
    ['a good rating', { level: 'satisfied' }],
  ])('refuses a second rating from another page with %s', async (_name, second) => {
    const world = newWorld();
    const { token, projectNo } = await invited(world);
    await world.call('POST /v1/ratings', { body: { token, ...bad } });
    const body = { token, clientRef: 'another-page-0001', ...second };
    const reply = await world.call('POST /v1/ratings', { body });
    expect(outcomeOf(reply)).toBe('409 already_rated');
    expect(bodyOf<{ detail: string }>(reply).detail).toMatch(/追评.*异议/);
    expect(JSON.stringify(reply.body)).not.toContain(projectNo);
    const key = { projectNo, serviceNumber: 1, assessNumber: 1 } as const;
    expect(await world.stores.ratings.find(key)).toMatchObject({ level: 'dissatisfied' });
  });

  it('binds one contact even when two links for it were handed out', async () => {
    const world = newWorld();
    const { key, projectNo, token } = await invited(world, 'portal');
    const other = await world.token(key, projectNo, 'sms');
    const first = await world.call('POST /v1/ratings', { body: { token, ...bad } });
    const second = await world.call('POST /v1/ratings', { body: { token: other, ...bad } });
    expect([outcomeOf(first), outcomeOf(second)]).toEqual(['201', '409 already_rated']);
    expect(world.stores.memory.count('ticket')).toBe(1);
  });

  it('makes one rating, one ticket and one receipt of 100 identical posts', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const replies = await Promise.all(
      Array.from({ length: 100 }, () =>
        world.call('POST /v1/ratings', { body: { token, ...bad } }),
      ),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(99);
    expect(new Set(replies.map((reply) => bodyOf<Receipt>(reply).receipt)).size).toBe(1);
    const { memory } = world.stores;
    expect([memory.count('rating'), memory.count('ticket'), memory.count('step')]).toEqual([
      1, 1, 1,
    ]);
  });

  it('lets one of two different ratings at once win and tells the other', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const replies = await Promise.all([
      world.call('POST /v1/ratings', { body: { token, ...bad } }),
      world.call('POST /v1/ratings', {
        body: { token, level: 'satisfied', clientRef: 'another-page-0001' },
      }),
    ]);
    expect(replies.map(outcomeOf).toSorted()).toEqual(['201', '409 already_rated']);
    expect(world.stores.memory.count('rating')).toBe(1);
  });
});

describe('what a resident sees', () => {
  it('shows the service masked, with the indicators by level and nothing preselected', async () => {
    const world = newWorld();
    const { token, projectNo } = await invited(world);
    const before = world.stores.memory.writes();
    const reply = await world.call('GET /v1/invitations/{token}', { path: { token } });
    expect(reply.body).toMatchObject({
      projectNo,
      rated: false,
      applicant: '测**',
      service: { code: 'accept', name: '受理' },
      servedAt: '2026-11-20T09:30:00.000+08:00',
      expiresAt: '2026-12-05T09:30:00.000+08:00',
      contactDue: '2026-11-23T17:30:00.000+08:00',
    });
    expect(JSON.stringify(reply.body)).not.toMatch(/测试甲|13800000001|selected|default/);
    expect(world.stores.memory.writes()).toBe(before);
  });

  it('names no end for the link of a pad, and no term while its days off are unknown', async () => {
    const world = newWorld(at('2027-12-31T17:00:00+08:00'));
    const pad = await world.pad();
    const key = await world.integrator();
    await world.acceptedCase(key);
    const shown = await world.call('GET /v1/pads/me/current', { by: pad });
    const { token } = bodyOf<{ contact: { token: string } }>(shown).contact;
    const reply = await world.call('GET /v1/invitations/{token}', { path: { token } });
    expect(reply.body).toMatchObject({ expiresAt: null, contactDue: null });
    const { body } = await world.call('GET /r/{token}', { path: { token } });
    expect(String(body)).toContain('将在规定期限内回访');
    expect(String(body)).not.toContain('有效期');
  });

  it('says in the caller’s language that it was rated', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    await world.call('POST /v1/ratings', { body: { token, level: 'satisfied' } });
    const reply = await world.call('GET /v1/invitations/{token}', {
      path: { token },
      headers: { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' },
    });
    expect(reply.body).toMatchObject({ rated: true, service: { name: 'Acceptance' } });
  });

  it('follows a bad rating by its receipt, typed in small letters too', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const rated = await world.call('POST /v1/ratings', { body: { token, ...bad } });
    const { receipt } = bodyOf<Receipt>(rated);
    const reply = await world.call('GET /v1/receipts/{receipt}', {
      path: { receipt: receipt.toLowerCase() },
    });
    expect(reply.body).toMatchObject({
      rating: { level: 'dissatisfied', tags: [{ code: '209' }] },
      ticket: {
        state: 'open',
        contact: { dueAt: '2026-11-23T17:30:00.000+08:00', state: 'running' },
      },
    });
    expect(reply.body).toMatchObject({ rating: { text: '等了九天' } });
  });

  it('knows no receipt with one character changed', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const rated = await world.call('POST /v1/ratings', { body: { token, ...bad } });
    const { receipt } = bodyOf<Receipt>(rated);
    const last = receipt.endsWith('2') ? '3' : '2';
    const reply = await world.call('GET /v1/receipts/{receipt}', {
      path: { receipt: receipt.slice(0, -1) + last },
    });
    expect(outcomeOf(reply)).toBe('404 receipt_unknown');
  });
});

describe('through every channel an invitation is made for', () => {
  it.each(['portal', 'app', 'qr', 'sms', 'terminal'])('%s', async (channel) => {
    const world = newWorld();
    const { token, projectNo } = await invited(world, channel);
    const reply = await world.call('POST /v1/ratings', { body: { token, ...bad } });
    expect(outcomeOf(reply)).toBe('201');
    const key = { projectNo, serviceNumber: 1, assessNumber: 1 } as const;
    expect(await world.stores.ratings.find(key)).toMatchObject({ channel, proof: 'token' });
    expect(world.stores.memory.count('ticket')).toBe(1);
  });
});
