import { describe, expect, it } from 'vitest';

import { watchPads } from '../../../functions/pad/watch.ts';
import type { Key } from '../request.ts';
import { bodyOf, hall, newWorld, outcomeOf, people, window } from '../world.ts';
import type { World } from '../world.ts';
import { answerOf, collect, currentToken, good, ratingOf, setUp, signed } from './pad-bench.ts';

const registered = (world: World) =>
  world.byTwo<{ padId: string; code: string }>('POST /v1/pads', {
    as: people.hallAdmin,
    body: { hall, window },
  });
const enrol = async (world: World, code: string) =>
  outcomeOf(await world.call('POST /v1/pads/enrol', { body: { code } }));

const contactAt = async (world: World, pad: Key) =>
  bodyOf<{ contact: unknown }>(await world.call('GET /v1/pads/me/current', { by: pad })).contact;

describe('a pad is enrolled once', () => {
  it('with its code typed loosely, and never again', async () => {
    const world = newWorld();
    const { code } = await registered(world);
    expect(await enrol(world, code.toLowerCase().replaceAll('-', ' '))).toBe('201');
    expect(await enrol(world, code)).toBe('410 enrolment_code_invalid');
  });

  it('by one of two pads that type the same code at once', async () => {
    const world = newWorld();
    const { code } = await registered(world);
    const outcomes = await Promise.all([enrol(world, code), enrol(world, code)]);
    expect(outcomes.toSorted()).toEqual(['201', '410 enrolment_code_invalid']);
  });

  it('within a day', async () => {
    const world = newWorld();
    const { code } = await registered(world);
    world.clock.advance(24 * 60 * 60 * 1000 + 1);
    const before = world.stores.memory.writes();
    expect(await enrol(world, code)).toBe('410 enrolment_code_invalid');
    expect(world.stores.memory.writes()).toBe(before);
  });

  it('but not once it was revoked, although its code was never used', async () => {
    const world = newWorld();
    const { padId, code } = await registered(world);
    await world.call('DELETE /v1/pads/{padId}', { as: people.hallAdmin, path: { padId } });
    expect(await enrol(world, code)).toBe('410 enrolment_code_invalid');
    expect(await world.stores.pads.find(padId)).toMatchObject({ state: 'revoked' });
  });

  it('and is signed for nothing before that', async () => {
    const world = newWorld();
    const { padId } = await registered(world);
    const by = { accessKey: padId, secret: '' };
    const reply = await world.call('GET /v1/pads/me/current', { by });
    expect(outcomeOf(reply)).toBe('401 access_key_unknown');
  });
});

describe('the contact now at the window', () => {
  it('is nobody, then the one served, then nobody again once rated', async () => {
    const { world, pad, integrator } = await setUp();
    expect(await contactAt(world, pad)).toBeNull();
    const projectNo = await world.acceptedCase(integrator);
    expect(await contactAt(world, pad)).toMatchObject({ projectNo, applicant: '测**' });
    const token = await currentToken(world, pad);
    await collect(world, pad, { sequence: 1, token, ...good });
    expect(await contactAt(world, pad)).toBeNull();
  });

  it('is gone after half an hour, for the next person must not see it', async () => {
    const { world, pad, integrator } = await setUp();
    await world.acceptedCase(integrator);
    world.clock.advance(30 * 60_000);
    expect(await contactAt(world, pad)).not.toBeNull();
    world.clock.advance(1);
    expect(await contactAt(world, pad)).toBeNull();
  });

  it('is not shown at another window', async () => {
    const { world, integrator } = await setUp();
    await world.acceptedCase(integrator);
    expect(await contactAt(world, await world.pad({ hall, window: 'B07' }))).toBeNull();
  });
});

describe('a batch in the pad’s own numbers', () => {
  it('names the gaps until they are filled', async () => {
    const { world, pad, nextToken } = await setUp();
    const tokens = [await nextToken(), await nextToken(), await nextToken()];
    const rated = (sequence: number, index: number) => ({
      sequence,
      token: tokens[index],
      ...good,
    });
    const first = answerOf(await collect(world, pad, rated(2, 0), rated(6, 1)));
    expect(first.stored.map(({ sequence }) => sequence)).toEqual([2, 6]);
    expect([first.missing, first.highest]).toEqual([
      [
        [1, 1],
        [3, 5],
      ],
      6,
    ]);
    const second = answerOf(await collect(world, pad, rated(4, 2)));
    expect(second.missing).toEqual([
      [1, 1],
      [3, 3],
      [5, 5],
    ]);
    expect(second.highest).toBe(6);
  });

  it('sent twice is stored once, and nothing else is a repeat, whatever it says', async () => {
    const { world, pad, nextToken } = await setUp();
    const rating = { sequence: 1, token: await nextToken(), level: 'dissatisfied', tags: ['209'] };
    const first = answerOf(await collect(world, pad, rating));
    const again = answerOf(await collect(world, pad, rating, { ...rating, sequence: 2 }));
    expect(first.stored).toEqual([{ sequence: 1 }]);
    expect(again.stored).toEqual([]);
    expect(again.repeats).toEqual([{ sequence: 1 }]);
    expect(again.refused).toMatchObject([{ sequence: 2, code: 'already_rated' }]);
    const { memory } = world.stores;
    expect([memory.count('rating'), memory.count('ticket')]).toEqual([1, 1]);
  });

  it('keeps a refused rating sealed under its number, which is settled', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    const silent = { sequence: 1, token, level: 'very_dissatisfied' };
    const shapeless = { sequence: 2, level: 'good' };
    const answer = answerOf(
      await collect(world, pad, silent, shapeless, 'noise', { sequence: 3, token, ...good }),
    );
    expect(answer.refused.map(({ sequence, code }) => [sequence, code])).toEqual([
      [1, 'reason_missing'],
      [2, 'invalid_input'],
      [null, 'invalid_input'],
    ]);
    expect(answer.stored.map(({ sequence }) => sequence)).toEqual([3]);
    expect([answer.missing, answer.highest]).toEqual([[], 3]);
    const refused = [...world.stores.pads.refused.values()];
    const kept = refused.find(({ sequence }) => sequence === 1);
    expect(kept).toMatchObject({ code: 'reason_missing', sequence: 1 });
    const place = `pad/${pad.accessKey}/refused`;
    expect(JSON.parse(await world.stores.keys.decrypt(kept?.sealed ?? '', place))).toEqual(silent);
    expect(refused.map(({ sequence }) => sequence).toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
  });

  it('counts a rating that waited for days, with both times', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    const ratedAt = '2026-11-20T09:31:00+08:00';
    world.clock.advance(40 * 24 * 60 * 60 * 1000);
    await collect(world, pad, { sequence: 1, token, ratedAt, ...good });
    expect(await ratingOf(world, pad, 1)).toMatchObject({
      channel: 'pad',
      proof: 'pad',
      claimedAt: '2026-11-20T01:31:00.000Z',
      receivedAt: world.clock.now(),
      pad: { id: pad.accessKey, sequence: 1 },
    });
  });

  it('refuses a token of another pad, at a pad and online', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    const other = await world.pad({ hall, window: 'B07' });
    const answer = answerOf(await collect(world, other, { sequence: 1, token, ...good }));
    expect(answer.refused.map(({ code }) => code)).toEqual(['token_of_other_channel']);
    expect(world.stores.memory.count('rating')).toBe(0);
    const reply = await world.call('POST /v1/ratings', { body: { token, ...good } });
    expect(outcomeOf(reply)).toBe('409 token_of_other_channel');
    expect(
      answerOf(await collect(world, pad, { sequence: 1, token, ...good })).stored,
    ).toHaveLength(1);
  });

  it('keeps all numbers when two batches arrive at once', async () => {
    const { world, pad, nextToken } = await setUp();
    const [a, b] = [await nextToken(), await nextToken()];
    const replies = await Promise.all([
      collect(world, pad, { sequence: 1, token: a, ...good }),
      collect(world, pad, { sequence: 2, token: b, ...good }),
    ]);
    expect(replies.map(outcomeOf)).toEqual(['200', '200']);
    expect((await world.stores.pads.find(pad.accessKey))?.received).toEqual([[1, 2]]);
  });
});

describe('a revoked pad', () => {
  it('is refused everything, while what it sent stays', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    await collect(world, pad, { sequence: 1, token, ...good });
    const revoke = async () =>
      outcomeOf(
        await world.call('DELETE /v1/pads/{padId}', {
          as: people.hallAdmin,
          path: { padId: pad.accessKey },
        }),
      );
    expect([await revoke(), await revoke()]).toEqual(['200', '200']);
    const before = world.stores.memory.writes();
    const replies = [
      await collect(world, pad, { sequence: 2, token, ...good }),
      await world.call('GET /v1/pads/me/current', { by: pad }),
      await signed(world, pad, 'POST /v1/pads/me/heartbeat', { waiting: 0 }),
    ];
    expect(replies.map(outcomeOf)).toEqual(replies.map(() => '403 pad_revoked'));
    expect(world.stores.memory.writes()).toBe(before);
    expect(world.stores.memory.count('rating')).toBe(1);
  });
});

describe('signs of life', () => {
  it('are noted, and the answer says what is missing', async () => {
    const { world, pad, nextToken } = await setUp();
    await collect(world, pad, { sequence: 4, token: await nextToken(), ...good });
    const beat = { waiting: 7, version: '1.2.0' };
    const reply = await signed(world, pad, 'POST /v1/pads/me/heartbeat', beat);
    const at = '2026-11-20T09:30:01.000+08:00';
    expect(reply.body).toEqual({ at, missing: [[1, 3]], highest: 4 });
    const list = await world.call('GET /v1/pads', { as: people.hallAdmin, query: { hall } });
    expect(list.body).toMatchObject({
      pads: [
        { padId: pad.accessKey, state: 'enrolled', waiting: 7, highest: 4, missing: [[1, 3]] },
      ],
    });
    expect(JSON.stringify(list.body)).not.toContain('sealed');
  });

  it('that fail to come are counted, with the ratings that are missing', async () => {
    const { world, pad, nextToken } = await setUp();
    await collect(world, pad, { sequence: 4, token: await nextToken(), ...good });
    await world.pad({ hall, window: 'B07' });
    const published: object[] = [];
    const publish = (counts: object) => void published.push(counts);
    const watch = watchPads({ ...world.stores, now: world.clock.now, publish });
    world.clock.advance(5 * 60_000 - 1000);
    await watch();
    world.clock.advance(60_000);
    await watch();
    expect(published).toEqual([
      { PadsEnrolled: 2, PadsSilent: 1, PadRatingsMissing: 3, PressesOpen: 0, RefusedOpen: 0 },
      { PadsEnrolled: 2, PadsSilent: 2, PadRatingsMissing: 3, PressesOpen: 0, RefusedOpen: 0 },
    ]);
  });
});
