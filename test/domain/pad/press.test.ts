import { describe, expect, it } from 'vitest';

import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import {
  isOfPress,
  lastTry,
  needsPerson,
  pressedAt,
  pressStates,
  spanOf,
  stateOfPress,
} from '../../../shared/domain/pad/press.ts';
import type { Press } from '../../../shared/domain/pad/press.ts';
import { calendarOf } from '../../../shared/domain/time/working-days.ts';
import { at } from '../../fake/clock.ts';

const noon = at('2026-11-20T12:00:00+08:00');
const press: Press = {
  hall: '330602-H1',
  window: 'A03',
  padId: 'p1',
  sequence: 7,
  claimedAt: noon,
  arrivedAt: at('2026-11-20T12:00:02+08:00'),
  sealed: '1.s',
  tryUntil: at('2026-12-05T00:00:00+08:00'),
  version: 1,
};

describe('the contact of a press', () => {
  it('was reported up to half an hour before it, or up to five minutes after', () => {
    expect(spanOf(noon)).toEqual({
      from: at('2026-11-20T11:30:00+08:00'),
      to: at('2026-11-20T12:05:00+08:00'),
    });
  });

  it('is looked for at the time that the pad states', () => {
    expect(pressedAt(press)).toBe(noon);
    const { claimedAt: _claimed, ...undated } = press;
    expect(pressedAt(undated)).toBeUndefined();
    expect(pressedAt({ ...press, claimImplausible: true })).toBeUndefined();
  });
});

describe('the last try to bind a press', () => {
  const calendar = calendarOf(officialCalendarYears);

  it.each([
    ['on a Friday', '2026-11-20T12:00:00+08:00', '2026-12-05T00:00:00+08:00'],
    ['in the last minute of a day', '2026-11-20T23:59:59+08:00', '2026-12-05T00:00:00+08:00'],
    ['on a Sunday', '2026-11-22T12:00:00+08:00', '2026-12-05T00:00:00+08:00'],
    // Off from 1 to 7 October; Saturday the 10th is worked.
    ['before National Day', '2026-09-30T12:00:00+08:00', '2026-10-21T00:00:00+08:00'],
  ])('is the end of the tenth working day after one %s', (_when, arrived, last) => {
    expect(lastTry(calendar, at(arrived))).toBe(at(last));
  });

  it('is fourteen days after it in a year of which nobody knows the days off', () => {
    expect(lastTry(calendarOf([]), noon)).toBe(at('2026-12-04T12:00:00+08:00'));
  });
});

describe('a person', () => {
  it.each([
    ['at the last moment of the tries', press, press.tryUntil, false],
    ['after the tries', press, at('2026-12-05T00:00:00.001+08:00'), true],
    ['at once, when its time is unknown', { ...press, claimedAt: undefined }, noon, true],
    ['at once, when its time is not plausible', { ...press, claimImplausible: true }, noon, true],
  ] as const)('has to find the contact of a press %s: %#', (_when, one, now, needed) => {
    expect(needsPerson(one, now)).toBe(needed);
  });

  it('has not, once two persons found that no rating can be made of it', () => {
    const settled = { note: '无法归属', by: 'u1', confirmedBy: 'u2', at: noon };
    expect(pressStates).toEqual(['held', 'settled']);
    expect([stateOfPress(press), stateOfPress({ settled })]).toEqual(['held', 'settled']);
    expect(needsPerson({ ...press, settled }, at('2026-12-06T00:00:00+08:00'))).toBe(false);
    expect(needsPerson({ ...press, claimImplausible: true, settled }, noon)).toBe(false);
  });
});

describe('a rating', () => {
  it.each([
    ['of the same pad and number', { id: 'p1', sequence: 7 }, true],
    ['of another number', { id: 'p1', sequence: 8 }, false],
    ['of another pad', { id: 'p2', sequence: 7 }, false],
    ['that came from no pad', undefined, false],
  ])('%s is what was pressed: %#', (_what, pad, is) => {
    expect(isOfPress({ pad }, press)).toBe(is);
  });
});
