import '../../support/silent-logs.ts';
import { describe, expect, it, vi } from 'vitest';

import { triesAnHour } from '../../../shared/domain/rating/attempt.ts';
import * as telemetry from '../../../shared/telemetry.ts';
import { closeIt, newDesk } from '../ticket/desk.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

const bad = { level: 'dissatisfied', tags: ['209'], text: '等了九天' };
const good = { level: 'very_satisfied', tags: ['510'] };
const stranger = 'another-page-0001';

const rated = async () => {
  const world = newWorld();
  const key = await world.integrator();
  const projectNo = await world.acceptedCase(key);
  const token = await world.token(key, projectNo);
  const first = await world.call('POST /v1/ratings', { body: { token, ...bad } });
  const contact = { projectNo, serviceNumber: 1 };
  return { world, key, projectNo, token, contact, first };
};

const rate = (world: World, body: object) => world.call('POST /v1/ratings', { body });

describe('content is never a credential', () => {
  it('the words of a rating give an integrator no receipt, over any link of any system', async () => {
    const { world, key, projectNo, token, first } = await rated();
    const { receipt } = bodyOf<{ receipt: string }>(first);
    const portal = await world.integrator(['invitations', 'portal']);
    const links = [
      token,
      await world.token(key, projectNo),
      await world.token(key, projectNo, 'sms'),
      await world.token(portal, projectNo, 'portal'),
    ];
    for (const link of links) {
      const reply = await rate(world, { token: link, clientRef: stranger, ...bad });
      expect(outcomeOf(reply)).toBe('409 already_rated');
      expect(JSON.stringify(reply)).not.toContain(receipt);
    }
  });

  it('a rating cannot be guessed: right and wrong words are answered alike', async () => {
    const { world, token } = await rated();
    const asked = { token, clientRef: stranger };
    const [right, wrong] = [
      await rate(world, { ...asked, ...bad }),
      await rate(world, { ...asked, ...good }),
    ];
    expect(right).toEqual(wrong);
  });

  it('neither link, reference nor words are stored in clear, and equal words look different', async () => {
    const { world, token } = await rated();
    const key = await world.integrator();
    const other = await world.acceptedCase(key);
    const otherToken = await world.token(key, other);
    await rate(world, { token: otherToken, clientRef: 'the-page-of-test', ...bad });
    await rate(world, { token: otherToken, clientRef: stranger, ...bad });
    const { ratings, attempts } = world.stores;
    const find = (projectNo: string) =>
      ratings.find({ projectNo, serviceNumber: 1, assessNumber: 1 });
    const [one, two] = [await find((await keptOf(token, world)) ?? ''), await find(other)];
    expect(one?.fingerprint).not.toBe(two?.fingerprint);
    const kept = await attempts.ofContact({ projectNo: other, serviceNumber: 1 });
    expect(kept).toHaveLength(1);
    const stored = JSON.stringify([one, two, kept]);
    expect(stored).not.toMatch(/the-page-of-test|another-page|等了九天/);
    expect(stored).not.toContain(otherToken);
    expect(JSON.stringify(kept)).not.toContain('dissatisfied');
  });
});

/** The case of a link, by the page that shows it. */
const keptOf = async (token: string, world: World): Promise<string | undefined> => {
  const reply = await world.call('GET /v1/invitations/{token}', { path: { token } });
  return bodyOf<{ projectNo?: string }>(reply).projectNo;
};

describe('what comes after a rating', () => {
  it('from its own page is answered with the first receipt, and kept', async () => {
    const { world, token, contact, first } = await rated();
    const again = await rate(world, { token, ...good });
    expect(again.status).toBe(200);
    expect(again.body).toEqual({ ...bodyOf<object>(first), repeated: true, differs: true });
    const [attempt, ...others] = await world.stores.attempts.ofContact(contact);
    expect(others).toEqual([]);
    const words = await world.stores.keys.decrypt(
      attempt?.sealed ?? '',
      `attempt/${contact.projectNo}/1`,
    );
    expect(JSON.parse(words)).toEqual({ ...good, contactConsent: false });
    const key = { ...contact, assessNumber: 1 } as const;
    expect(await world.stores.ratings.find(key)).toMatchObject({ level: 'dissatisfied' });
  });

  it('is kept once, however often it is sent', async () => {
    const { world, key, contact, token } = await rated();
    for (let sent = 0; sent < 3; sent += 1) {
      await rate(world, { token, clientRef: stranger, ...good });
    }
    const kept = await world.stores.attempts.ofContact(contact);
    const { issuer } = (await world.stores.integrators.find(key.accessKey)) ?? {};
    expect(kept).toMatchObject([{ issuer: String(issuer), assessNumber: 1 }]);
  });

  it('is limited for its link, which says when to try again, and for no other link', async () => {
    const { world, key, projectNo, token, first } = await rated();
    const send = (link: string, clientRef: string) =>
      rate(world, { token: link, clientRef, ...good });
    for (let sent = 0; sent < triesAnHour; sent += 1) {
      expect(outcomeOf(await send(token, `another-page-${1000 + sent}`))).toBe('409 already_rated');
    }
    const reply = await send(token, stranger);
    expect(outcomeOf(reply)).toBe('429 too_many_attempts');
    expect(reply.headers['retry-after']).toBe(String(30 * 60));
    // Its own page is still answered, and so is every other link.
    expect((await rate(world, { token, ...bad })).body).toMatchObject({
      receipt: bodyOf<{ receipt: string }>(first).receipt,
    });
    const other = await world.token(key, projectNo, 'sms');
    expect(outcomeOf(await send(other, stranger))).toBe('409 already_rated');
    world.clock.advance(30 * 60_000);
    expect(outcomeOf(await send(token, stranger))).toBe('409 already_rated');
  });

  it('raises a signal', async () => {
    const { world, token } = await rated();
    const publish = vi.spyOn(telemetry, 'publish').mockReturnValue(undefined);
    await rate(world, { token, clientRef: stranger, ...good });
    await rate(world, { token, clientRef: stranger, ...good });
    expect(publish.mock.calls).toEqual([[{ AttemptsAfterRating: 1 }]]);
    publish.mockRestore();
  });
});

describe('a follow-up', () => {
  it('is known by the receipt and the page; whoever else sends one is refused and kept', async () => {
    const desk = await newDesk();
    await closeIt(desk);
    const first = await desk.append(good);
    expect(first.status).toBe(201);
    const again = await desk.append({ level: 'dissatisfied', tags: ['209'] });
    expect(again.body).toEqual({ ...bodyOf<object>(first), repeated: true, differs: true });
    const other = await desk.append({ ...good, clientRef: stranger });
    expect(outcomeOf(other)).toBe('409 append_used');
    const [projectNo = ''] = desk.receipt.split('-');
    const kept = await desk.world.stores.attempts.ofContact({ projectNo, serviceNumber: 1 });
    expect(kept).toMatchObject([{ assessNumber: 2 }, { assessNumber: 2 }]);
    expect((await desk.file(people.supervisor)).body).toMatchObject({
      followUp: { level: 'very_satisfied' },
    });
  });
});
