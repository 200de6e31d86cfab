import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { acceptedEvent } from '../../support/case-facts.ts';
import { messageWorks } from '../../support/message-works.ts';
import type { MessageWorks } from '../../support/message-works.ts';
import { bodyOf, newWorld, people } from '../world.ts';

const day = 24 * 60 * 60_000;

let works: MessageWorks;

const texts = (): readonly string[] => works.taken.map(({ text }) => text);
const kinds = (): readonly string[] => works.taken.map(({ kind }) => kind);
const outcome = async (id: string) => {
  const message = await works.find(id);
  return [message?.state, message?.reason].filter((part) => part !== undefined).join(' ');
};

const finishedCase = async () => {
  const world = newWorld();
  const by = await world.integrator();
  const projectNo = await world.acceptedCase(by);
  works = messageWorks(world.stores, world.clock);
  return { world, by, projectNo, id: `invitation.${projectNo}-1` };
};

const tokenIn = (text: string): string => /\/r\/([\w.-]+)$/.exec(text)?.[1] ?? '';

describe('an invitation', () => {
  it('has a link that rates, is counted, and is followed by one reminder and a call', async () => {
    const { world, projectNo, id } = await finishedCase();
    await works.send(id);
    expect(kinds()).toEqual(['invitation']);
    const token = tokenIn(texts()[0]!);
    const shown = await world.call('GET /v1/invitations/{token}', { path: { token } });
    expect(shown.body).toMatchObject({ projectNo, channel: 'sms', rated: false });
    expect(world.stores.invitations).toBeDefined();
    world.clock.advance(day);
    await works.sweep();
    expect(kinds()).toEqual(['invitation', 'invitation_reminder']);
    expect(texts()[1]).toContain('可于12月');
    const operator = { as: people.operator };
    const none = await world.call('GET /v1/messages/call-list', operator);
    expect(none.body).toMatchObject({ calls: [] });
    world.clock.advance(2 * day);
    await works.sweep();
    const listed = await world.call('GET /v1/messages/call-list', operator);
    expect(bodyOf<{ calls: object[] }>(listed).calls).toEqual([
      expect.objectContaining({ projectNo, applicant: '测**', mobile: '138****0001' }),
    ]);
    await world.call('POST /v1/ratings', { body: { token, level: 'satisfied' } });
    const after = await world.call('GET /v1/messages/call-list', operator);
    expect(after.body).toMatchObject({ calls: [] });
    expect(works.taken).toHaveLength(2);
  });

  it('is not sent to who rated, nor for whom another channel asked', async () => {
    const { world, by, projectNo, id } = await finishedCase();
    await world.token(by, projectNo);
    await works.send(id);
    expect(await outcome(id)).toBe('suppressed invited_elsewhere');
    const second = await world.acceptedCase(by);
    const own = `invitation.${second}-1`;
    await works.send(own);
    const token = tokenIn(texts()[0]!);
    await world.call('POST /v1/ratings', { body: { token, level: 'satisfied' } });
    world.clock.advance(3 * day);
    await works.sweep();
    expect(kinds()).toEqual(['invitation']);
    expect(await outcome(`invitation_reminder.${second}-1`)).toBe('suppressed rated');
    expect(await outcome(`call.${second}-1`)).toBe('suppressed rated');
  });

  it('is left out when the person got enough today; what is told of a rating waits', async () => {
    const { world, by } = await finishedCase();
    const sent = [];
    for (let count = 0; count < 4; count += 1) sent.push(await world.acceptedCase(by));
    for (const projectNo of sent) await works.send(`invitation.${projectNo}-1`);
    expect(kinds()).toHaveLength(3);
    expect(await outcome(`invitation.${sent[3]}-1`)).toBe('suppressed daily_cap');
    const token = tokenIn(texts()[0]!);
    const body = { token, level: 'very_dissatisfied', text: '等了九天' };
    await world.call('POST /v1/ratings', { body });
    await works.tell(`${sent[0]}-1`);
    expect(kinds()).toHaveLength(3);
    world.clock.advance(day);
    await works.sweep();
    expect(kinds()).toContain('receipt');
  });

  it('is refused by its link, and a receipt is not', async () => {
    const { world, by, projectNo, id } = await finishedCase();
    await works.send(id);
    const token = tokenIn(texts()[0]!);
    await world.call('POST /v1/messages/opt-out', { body: { token, refuse: true } });
    const second = await world.acceptedCase(by);
    await works.send(`invitation.${second}-1`);
    expect(await outcome(`invitation.${second}-1`)).toBe('suppressed opted_out');
    const body = { token, level: 'very_dissatisfied', text: '等了九天' };
    await world.call('POST /v1/ratings', { body });
    await works.tell(`${projectNo}-1`);
    expect(kinds()).toEqual(['invitation', 'receipt']);
  });

  it('needs a number', async () => {
    const { world, by } = await finishedCase();
    const event = acceptedEvent({ projectNo: '330602261120000000999', at: world.clock.now() });
    const { mobile: _none, ...applicant } = event.header!.applicant;
    const header = { ...event.header!, applicant };
    await world.call('POST /v1/cases', { by, body: { events: [{ ...event, header }] } });
    const id = 'invitation.330602261120000000999-1';
    await works.send(id);
    expect(await outcome(id)).toBe('suppressed no_number');
  });
});

describe('a lost receipt', () => {
  it('is sent again at most once a day, and the answer never tells of a rating', async () => {
    const world = newWorld();
    const by = await world.integrator();
    const projectNo = await world.acceptedCase(by);
    const token = await world.token(by, projectNo);
    works = messageWorks(world.stores, world.clock);
    const again = `receipt_again.${projectNo}-1.20261120`;
    const ask = () => world.call('POST /v1/receipts/resend', { body: { token } });
    const before = await ask();
    await works.send(again);
    expect(await outcome(again)).toBe('suppressed outdated');
    await world.call('POST /v1/ratings', { body: { token, level: 'satisfied' } });
    expect(await ask()).toMatchObject({ status: before.status, body: before.body });
    world.clock.advance(day);
    const next = `receipt_again.${projectNo}-1.20261121`;
    await works.send(next);
    await works.send(next);
    expect(kinds()).toEqual(['receipt_again']);
    const wrong = await world.call('POST /v1/receipts/resend', { body: { token: 'x' } });
    expect(wrong.status).toBeGreaterThanOrEqual(400);
  });
});
