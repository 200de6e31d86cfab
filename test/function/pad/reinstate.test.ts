import { describe, expect, it } from 'vitest';

import { approvalOf, confirm } from '../approval-calls.ts';
import type { Key, Person } from '../request.ts';
import { bodyOf, hall, outcomeOf, people, window } from '../world.ts';
import type { World } from '../world.ts';
import { answerOf, collect, good, ratingOf, setUp, signed } from './pad-bench.ts';

const secondHallAdmin: Person = { id: 'u-hall-2', roles: ['hall_admin'], area: '330602' };
const elsewhere: Person = { id: 'u-hall-3', roles: ['hall_admin'], area: '330681' };
const reason = 'found again in the office';

const revoke = (world: World, padId: string) =>
  world.call('DELETE /v1/pads/{padId}', { as: people.hallAdmin, path: { padId } });

const propose = (world: World, padId: string, as: Person = people.hallAdmin) =>
  world.call('POST /v1/pads/{padId}/reinstate', { as, path: { padId }, body: { reason } });

interface Registered {
  readonly padId: string;
  readonly code: string;
}

const reinstate = async (world: World, padId: string): Promise<Registered> => {
  const done = await confirm(world, approvalOf(await propose(world, padId)), secondHallAdmin);
  return bodyOf<{ result: Registered }>(done).result;
};

const registered = (world: World): Promise<Registered> =>
  world.byTwo<Registered>('POST /v1/pads', { as: people.hallAdmin, body: { hall, window } });

const enrol = (world: World, body: { readonly code: string; readonly padId?: string }) =>
  world.call('POST /v1/pads/enrol', { body });

const enrolAgain = async (world: World, { code, padId }: Registered): Promise<Key> => {
  const { key } = bodyOf<{ key: string }>(await enrol(world, { code, padId }));
  return { accessKey: padId, secret: key };
};

describe('a revoked pad whose device still holds ratings', () => {
  it('is put back by two persons, and sends them under its own numbers', async () => {
    const { world, pad, nextToken } = await setUp();
    const { accessKey: padId } = pad;
    const first = await nextToken();
    await collect(world, pad, { ...good, sequence: 1, token: first });
    const held = { ...good, sequence: 2, token: await nextToken() };
    await signed(world, pad, 'POST /v1/pads/me/heartbeat', { waiting: 1 });
    expect(bodyOf(await revoke(world, padId))).toMatchObject({ waiting: 1, missing: [] });
    expect(outcomeOf(await collect(world, pad, held))).toBe('403 pad_revoked');

    const again = await enrolAgain(world, await reinstate(world, padId));
    expect(again.accessKey).toBe(padId);
    expect(answerOf(await collect(world, again, held))).toMatchObject({
      stored: [{ sequence: 2 }],
      missing: [],
      highest: 2,
    });
    expect(outcomeOf(await collect(world, pad, held))).toBe('401 signature_invalid');
  });

  it('shows who revoked it, who put it back, and why', async () => {
    const { world, pad } = await setUp();
    await revoke(world, pad.accessKey);
    await reinstate(world, pad.accessKey);
    const reply = await world.call('GET /v1/pads', { as: people.hallAdmin, query: { hall } });
    const [line] = bodyOf<{ pads: readonly object[] }>(reply).pads;
    expect(line).toMatchObject({
      state: 'waiting',
      suspensions: [
        {
          revokedBy: people.hallAdmin.id,
          reinstatedBy: people.hallAdmin.id,
          confirmedBy: secondHallAdmin.id,
          reason,
        },
      ],
    });
    expect(line).not.toHaveProperty('revokedBy');
  });

  it('keeps the time of a press while it was revoked, with a doubt', async () => {
    const { world, pad, nextToken } = await setUp();
    const before = { ...good, sequence: 1, token: await nextToken(), ratedAt: world.clock.now() };
    const token = await nextToken();
    world.clock.advance(60_000);
    await revoke(world, pad.accessKey);
    world.clock.advance(60_000);
    const during = { ...good, sequence: 2, token, ratedAt: world.clock.now() };
    world.clock.advance(60_000);
    const again = await enrolAgain(world, await reinstate(world, pad.accessKey));
    await collect(world, again, before, during);
    expect((await ratingOf(world, pad, 1))?.doubts).toBeUndefined();
    expect((await ratingOf(world, pad, 2))?.doubts).toEqual([{ code: 'pad_was_revoked' }]);
  });

  it('is not put back by one person, by somebody elsewhere, or while it is in use', async () => {
    const { world, pad } = await setUp();
    const { accessKey: padId } = pad;
    expect(outcomeOf(await propose(world, padId))).toBe('409 pad_not_revoked');
    await revoke(world, padId);
    expect(outcomeOf(await propose(world, padId, elsewhere))).toBe('404 pad_unknown');
    const id = approvalOf(await propose(world, padId));
    expect(outcomeOf(await confirm(world, id, people.hallAdmin))).toBe('403 same_person');
    expect(outcomeOf(await collect(world, pad, { ...good, sequence: 1 }))).toBe('403 pad_revoked');
  });

  it('answers its code once, also to two confirmations at the same time', async () => {
    const { world, pad } = await setUp();
    await revoke(world, pad.accessKey);
    const id = approvalOf(await propose(world, pad.accessKey));
    const replies = await Promise.all([
      confirm(world, id, secondHallAdmin),
      confirm(world, id, secondHallAdmin),
    ]);
    const codes = replies.flatMap((reply) => bodyOf<{ result?: Registered }>(reply).result ?? []);
    expect(codes).toHaveLength(1);
  });
});

describe('the code of a pad', () => {
  it('is not spent by a device that holds the ratings of another pad', async () => {
    const { world, pad } = await setUp();
    const { padId, code } = await registered(world);
    const refused = await enrol(world, { code, padId: pad.accessKey });
    expect(outcomeOf(refused)).toBe('409 enrolment_of_other_pad');
    expect(outcomeOf(await enrol(world, { code, padId }))).toBe('201');
  });

  it('is worth nothing once the pad was revoked, even when it is put back', async () => {
    const { world } = await setUp();
    const { padId, code } = await registered(world);
    await revoke(world, padId);
    world.clock.advance(1000);
    const { code: newer } = await reinstate(world, padId);
    expect(outcomeOf(await enrol(world, { code }))).toBe('410 enrolment_code_invalid');
    expect(outcomeOf(await enrol(world, { code: newer }))).toBe('201');
  });
});
