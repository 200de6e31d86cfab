/** Which of several held presses gets the contact that its window reports. */
import { describe, expect, it, vi } from 'vitest';

import { addMs } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import * as telemetry from '../../../shared/telemetry.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { bodyOf, fridayMorning, hall, window } from '../world.ts';
import { answerOf, collect, setUp } from './pad-bench.ts';

const minute = 60_000;
const noon = addMs(fridayMorning, 150 * minute);

const atNoon = async () => {
  const bench = await setUp();
  const { world, integrator, pad } = bench;
  world.clock.advance(210 * minute);
  const press = async (sequence: number, ratedAt: Instant | undefined) => {
    const rating = { sequence, ratedAt, level: 'satisfied' };
    return answerOf(await collect(world, pad, rating)).held;
  };
  /** Returns the number of the press that the contact got. */
  const report = async (at: Instant) => {
    const projectNo = nextProjectNo();
    const events = [acceptedEvent({ projectNo, at, hall, window })];
    const reply = await world.call('POST /v1/cases', { by: integrator, body: { events } });
    expect(bodyOf(reply)).toMatchObject({ refused: 0 });
    world.clock.advance(1000);
    const rating = await world.stores.ratings.find({
      projectNo,
      serviceNumber: 1,
      assessNumber: 1,
    });
    return rating?.pad?.sequence;
  };
  return { ...bench, press, report };
};

const heldIn = ({ world }: Awaited<ReturnType<typeof atNoon>>) =>
  world.stores.presses.held().map(({ sequence }) => sequence);

describe('of several held presses', () => {
  const earliest = noon;
  const later = addMs(noon, 2 * minute);
  const latest = addMs(noon, 3 * minute);

  it.each([
    ['in order', [earliest, later, latest], 1],
    ['the other way round', [latest, later, earliest], 3],
    ['with the earliest in the middle', [later, earliest, latest], 2],
    ['with one of no time first', [undefined, later, earliest], 3],
    ['with one of no time last', [later, earliest, undefined], 2],
  ])('the earliest gets the contact when they came %s', async (_how, moments, first) => {
    const bench = await atNoon();
    for (const [index, moment] of moments.entries()) await bench.press(index + 1, moment);
    expect(await bench.report(noon)).toBe(first);
    expect(heldIn(bench)).toEqual([1, 2, 3].filter((sequence) => sequence !== first));
  });

  it('the next gets the contact, and an alarm rises, when the earliest cannot be tried', async () => {
    const alarm = vi.spyOn(telemetry, 'raiseAlarm').mockReturnValue(undefined);
    const bench = await atNoon();
    const { world, pad, press, report } = bench;
    await press(1, earliest);
    await press(2, later);
    const stores = { ...world.stores.presses };
    Object.assign(world.stores.presses, {
      find: (key: Parameters<typeof stores.find>[0]) =>
        key.sequence === 1 ? Promise.reject(new Error('gone')) : stores.find(key),
    });
    expect(await report(noon)).toBe(2);
    const about = { padId: pad.accessKey, sequence: 1 };
    expect(alarm.mock.calls).toEqual([['pressNotTried', new Error('gone'), about]]);
    alarm.mockRestore();
    Object.assign(world.stores.presses, stores);
    expect(heldIn(bench)).toEqual([1]);
    expect(await press(1, earliest)).toEqual([{ sequence: 1, bound: false }]);
    expect(await report(addMs(noon, minute))).toBe(1);
  });
});

describe('a held press', () => {
  it('gets none of two contacts that it can mean, and no third one beside them', async () => {
    const { press, report } = await atNoon();
    await report(noon);
    await report(addMs(noon, -minute));
    expect(await press(1, noon)).toEqual([{ sequence: 1, bound: false }]);
    expect(await report(addMs(noon, -2 * minute))).toBeUndefined();
    expect(await press(1, noon)).toEqual([{ sequence: 1, bound: false }]);
  });
});
