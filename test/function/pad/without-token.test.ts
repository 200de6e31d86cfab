import { describe, expect, it } from 'vitest';

import { addMs, toEpoch } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import type { Key } from '../request.ts';
import { bodyOf, fridayMorning, hall, window } from '../world.ts';
import { answerOf, collect, good, setUp } from './pad-bench.ts';

const minute = 60_000;
const noon = addMs(fridayMorning, 150 * minute);

/** A pad, and a window at which contacts are served and rated. */
const atWindow = async () => {
  const bench = await setUp();
  const { world, integrator, pad } = bench;
  world.clock.advance(210 * minute);
  const report = async (at: Instant, projectNo = nextProjectNo()): Promise<string> => {
    const events = [acceptedEvent({ projectNo, at, hall, window })];
    const reply = await world.call('POST /v1/cases', { by: integrator, body: { events } });
    expect(bodyOf(reply)).toMatchObject({ refused: 0 });
    world.clock.advance(1000);
    return projectNo;
  };
  const press = async (sequence: number, ratedAt: unknown, more: object = good, by: Key = pad) =>
    answerOf(await collect(world, by, { sequence, ratedAt, ...more }));
  const ratingOf = (projectNo: string) =>
    world.stores.ratings.find({ projectNo, serviceNumber: 1, assessNumber: 1 });
  return { ...bench, report, press, ratingOf };
};

describe('what was pressed without a token', () => {
  it.each([
    ['30 minutes before the press', -30 * minute],
    ['5 minutes after it', 5 * minute],
  ])('is bound to a contact %s', async (_what, ms) => {
    const { report, press, ratingOf, pad, world } = await atWindow();
    const projectNo = await report(addMs(noon, ms));
    const answer = await press(1, noon);
    expect(answer).toMatchObject({ held: [{ sequence: 1, bound: true }], refused: [], highest: 1 });
    expect(await ratingOf(projectNo)).toMatchObject({
      channel: 'pad',
      bound: 'window',
      claimedAt: noon,
      pad: { id: pad.accessKey, sequence: 1 },
    });
    expect(world.stores.presses.held()).toEqual([]);
  });

  it.each([
    ['earlier than that', -30 * minute - 1],
    ['later than that', 5 * minute + 1],
  ])('is not bound to a contact %s', async (_what, ms) => {
    const { report, press, ratingOf } = await atWindow();
    const projectNo = await report(addMs(noon, ms));
    const answer = await press(1, noon);
    expect(answer).toMatchObject({ held: [{ sequence: 1, bound: false }], highest: 1 });
    expect(await ratingOf(projectNo)).toBeUndefined();
  });

  it('is bound by the case event that comes after it, and opens its ticket then', async () => {
    const { report, press, ratingOf, world } = await atWindow();
    const bad = { level: 'dissatisfied', tags: ['209'] };
    expect((await press(1, noon, bad)).held).toEqual([{ sequence: 1, bound: false }]);
    world.clock.advance(60 * minute);
    const projectNo = await report(noon);
    const rating = await ratingOf(projectNo);
    expect(rating).toMatchObject({ level: 'dissatisfied', tags: ['209'] });
    expect(rating?.heldSince).toBeDefined();
    expect(String(rating?.heldSince) < String(rating?.receivedAt)).toBe(true);
    expect(await world.stores.tickets.find(`${projectNo}-1`)).toMatchObject({
      openedAt: rating?.receivedAt,
    });
    expect((await press(1, noon, bad)).held).toEqual([{ sequence: 1, bound: true }]);
    expect(world.stores.memory.count('rating')).toBe(1);
  });

  it('tells the supervisor of the hall at once when it is bad, once, and not what it says', async () => {
    const { press, world } = await atWindow();
    const bad = { level: 'dissatisfied', tags: ['209'] };
    await press(1, noon);
    for (const _again of [1, 2]) await press(2, noon, bad);
    const files = await Promise.all(
      world.stores.notices.due().map(({ id }) => world.stores.notices.find(id)),
    );
    const told = files.flatMap((file) =>
      file?.notice.type === 'press_unbound' ? [file.notice] : [],
    );
    expect(told).toHaveLength(1);
    const [notice] = told;
    expect(notice).toMatchObject({
      type: 'press_unbound',
      box: { kind: 'supervisor', of: '330602' },
      hall,
      window,
      sendAt: world.clock.now(),
    });
    expect(JSON.stringify(notice)).not.toMatch(/dissatisfied|209/u);
  });

  it('waits while several were served, until the others are rated', async () => {
    const { report, press, ratingOf, world, integrator } = await atWindow();
    const [a, b] = [await report(noon), await report(addMs(noon, -minute))];
    expect((await press(1, noon)).held).toEqual([{ sequence: 1, bound: false }]);
    const token = await world.token(integrator, a);
    await world.call('POST /v1/ratings', { body: { token, ...good } });
    expect(await ratingOf(b)).toBeUndefined();
    await report(addMs(noon, 40 * minute));
    expect(await ratingOf(b)).toMatchObject({ bound: 'window', pad: { sequence: 1 } });
    expect(await ratingOf(a)).toMatchObject({ channel: 'qr' });
  });

  it('with the same words twice is two presses, of which one contact takes one', async () => {
    const { report, press, ratingOf, world } = await atWindow();
    const projectNo = await report(noon);
    expect((await press(1, noon)).held).toEqual([{ sequence: 1, bound: true }]);
    expect((await press(2, noon)).held).toEqual([{ sequence: 2, bound: false }]);
    expect(await ratingOf(projectNo)).toMatchObject({ pad: { sequence: 1 } });
    expect(world.stores.presses.held()).toMatchObject([{ sequence: 2 }]);
  });

  it('is tried for ten working days, and then left to a person', async () => {
    const { report, press, ratingOf, world } = await atWindow();
    await press(1, noon);
    const [held] = world.stores.presses.held();
    expect(held?.tryUntil).toBe('2026-12-04T16:00:00.000Z');
    world.clock.advance(toEpoch(held?.tryUntil ?? noon) - toEpoch(world.clock.now()) + 1);
    const projectNo = await report(noon);
    expect(await ratingOf(projectNo)).toBeUndefined();
    expect(world.stores.presses.held()).toHaveLength(1);
  });

  it.each([
    ['no time', undefined],
    ['a time that cannot be read', 'noon'],
    ['a time before the pad existed', '2020-11-20T12:00:00+08:00'],
  ])('is never bound to a window by %s', async (_what, ratedAt) => {
    const { report, press, ratingOf } = await atWindow();
    expect((await press(1, ratedAt)).held).toEqual([{ sequence: 1, bound: false }]);
    expect(await ratingOf(await report(noon))).toBeUndefined();
  });

  it('under a number that stands for something else is a conflict', async () => {
    const { press, world } = await atWindow();
    await press(1, noon);
    const answer = await press(1, noon, { level: 'satisfied' });
    expect(answer.refused).toMatchObject([{ sequence: 1, code: 'sequence_taken' }]);
    expect(world.stores.presses.held()).toHaveLength(1);
  });

  it('without a reason is refused like every bad rating, and kept', async () => {
    const { press, world } = await atWindow();
    const answer = await press(1, noon, { level: 'dissatisfied' });
    expect(answer.refused).toMatchObject([{ sequence: 1, code: 'reason_missing' }]);
    expect([world.stores.presses.held().length, world.stores.pads.refused.size]).toEqual([0, 1]);
  });

  it('with an unknown indicator is refused, and the answer names it', async () => {
    const { press } = await atWindow();
    const { refused } = await press(1, noon, { level: 'dissatisfied', tags: ['299'] });
    expect(refused).toMatchObject([{ sequence: 1, code: 'unknown_indicator' }]);
    expect(refused[0]?.detail).toContain('(299)');
  });

  it('stays held after a fault, and does not refuse the case event', async () => {
    const { report, press, ratingOf, world } = await atWindow();
    await press(1, noon);
    const ratings = { ...world.stores.ratings };
    Object.assign(world.stores.ratings, { record: () => Promise.reject(new Error('gone')) });
    const projectNo = await report(noon);
    expect(await ratingOf(projectNo)).toBeUndefined();
    Object.assign(world.stores.ratings, ratings);
    await report(addMs(noon, 50 * minute));
    expect(await ratingOf(projectNo)).toMatchObject({ pad: { sequence: 1 } });
  });
});
