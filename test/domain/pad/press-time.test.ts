import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  clockBehind,
  readPressTime,
  statedTime,
  timeDoubts,
} from '../../../shared/domain/pad/press-time.ts';
import { addMs } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';

const now = at('2026-11-20T09:30:00+08:00');
const since = at('2026-11-01T09:00:00+08:00');
const minute = 60_000;

describe('how far the clock of a pad is off', () => {
  it.each([
    ['2026-11-20T09:29:00+08:00', minute],
    ['2026-11-20T01:30:01Z', -1000],
    ['noon', undefined],
    [5, undefined],
    [['2026-11-20T09:29:00+08:00'], undefined],
    [undefined, undefined],
  ])('is with %j stated: %j', (stated, behind) => {
    expect(clockBehind(stated, now)).toBe(behind);
  });
});

describe('the time that a pad stated', () => {
  it.each([
    ['2026-11-20T10:30:00+08:00', '2026-11-20T02:30:00.000Z'],
    ['2026-11-20T02:30:00Z', '2026-11-20T02:30:00.000Z'],
    ['noon', 'noon'],
    ['', ''],
    [5, 5],
    [['2026-11-20T10:30:00+08:00'], undefined],
    [true, undefined],
    [null, undefined],
    [undefined, undefined],
  ])('is the same however it was written, and what it was where none is known: %j', (...row) => {
    const [stated, time] = row;
    expect(statedTime(stated)).toBe(time);
  });
});

const read = (stated: unknown, behindMs = 0) => readPressTime(stated, { behindMs, since, now });

describe('the time of a press', () => {
  it.each([
    ['at the server’s time', '2026-11-20T09:30:00+08:00', 0, true],
    ['five minutes ahead', '2026-11-20T09:35:00+08:00', 0, true],
    ['more than five minutes ahead', '2026-11-20T09:35:00.001+08:00', 0, false],
    ['five minutes before the pad existed', '2026-11-01T08:55:00+08:00', 0, true],
    ['earlier than that', '2026-11-01T08:54:59.999+08:00', 0, false],
    ['ahead by a clock that is known to be', '2026-11-20T10:30:00+08:00', -60 * minute, true],
  ])('%s: plausible is %s', (_what, stated, behindMs, isPlausible) => {
    const pressed = read(stated, behindMs);
    expect(pressed.isPlausible).toBe(isPlausible);
    expect(pressed.pressedAt).toBe(addMs(at(stated), behindMs));
  });

  it('is unknown, and no less plausible for it, when none is stated', () => {
    expect(read(undefined)).toEqual({ isPlausible: true });
  });

  it.each([
    ['no time', 'noon'],
    ['a list with a time', ['2026-11-20T09:30:00+08:00']],
    ['nothing', null],
  ])('is unknown, and not plausible, when %s is stated', (_what, stated) => {
    expect(read(stated)).toEqual({ isPlausible: false });
  });

  it('is kept as stated when no clock can show it corrected', () => {
    expect(read('2026-11-20T09:30:00+08:00', 9e15)).toEqual({
      pressedAt: '2026-11-20T01:30:00.000Z',
      isPlausible: false,
    });
  });

  it.each([
    ['none that was stated', undefined, []],
    ['one that is not plausible', '2020-11-20T09:30:00+08:00', []],
    ['what is no time', 'noon', [{ code: 'unreadable_time', sent: 'noon' }]],
    ['nothing in its place', null, [{ code: 'unreadable_time', sent: 'null' }]],
  ])('has the doubts of %s', (_what, stated, doubts) => {
    expect(timeDoubts(stated, read(stated))).toEqual(doubts);
  });

  it('is never a fault, whatever a pad states', () => {
    const clock = fc.oneof(fc.string(), fc.anything(), fc.constant('9999-12-31T23:59:59+08:00'));
    const skew = fc.integer({ min: -3e14, max: 3e14 });
    fc.assert(
      fc.property(clock, skew, (stated, behindMs) => {
        const { pressedAt, isPlausible } = read(stated, behindMs);
        expect(pressedAt === undefined && isPlausible).toBe(stated === undefined);
      }),
    );
  });
});
