import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  atCivil,
  CivilDate,
  civilDate,
  civilDateOf,
  earlier,
  fromEpoch,
  Instant,
  parseInstant,
  later,
  minuteOfDay,
  nextDate,
  toEpoch,
  weekdayOf,
  withOffset,
} from '../../../shared/domain/time/instant.ts';
import { at, dateBetween, day, momentBetween } from './shanghai.ts';

describe('instant', () => {
  it.each([
    ['2026-11-22T17:00:00+08:00', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22T09:00:00Z', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22T09:00:00.5Z', '2026-11-22T09:00:00.500Z'],
    ['2026-11-22T09:00:00.123999999Z', '2026-11-22T09:00:00.123Z'],
    ['2026-11-22T03:30:00-05:30', '2026-11-22T09:00:00.000Z'],
    ['2028-02-29T00:00:00+08:00', '2028-02-28T16:00:00.000Z'],
    ['2026-11-22T17:00+08:00', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22T09:00Z', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22T17:00:00+0800', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22T17:00:00.0000000+08', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22T09:00:00.000+0000', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22T03:30-0530', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22T08:30:00-00:30', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22T08:30:00-0030', '2026-11-22T09:00:00.000Z'],
    ['1991-09-16T00:00:00+08:00', '1991-09-15T16:00:00.000Z'],
    ['9999-12-31T23:59:59.999+08:00', '9999-12-31T15:59:59.999Z'],
  ])('reads %s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  it.each([
    ['no offset', '2026-11-22T17:00:00'],
    ['a blank for the T', '2026-11-22 17:00:00+08:00'],
    ['no seconds and no offset', '2026-11-22T17:00'],
    ['no minutes', '2026-11-22T17+08:00'],
    ['a fraction of a minute', '2026-11-22T17:00.5+08:00'],
    ['a zone by name', '2026-11-22T17:00+08:00[Asia/Shanghai]'],
    ['an unknown zone of hours', '2026-11-22T17:00:00-00'],
    ['an unknown zone without a colon', '2026-11-22T17:00:00-0000'],
    ['an offset of three digits', '2026-11-22T17:00:00+080'],
    ['an offset of one digit', '2026-11-22T17:00:00+8'],
    ['a day that does not exist', '2026-02-30T17:00:00+08:00'],
    ['29 February of a common year', '2027-02-29T17:00:00+08:00'],
    ['month 13', '2026-13-01T17:00:00+08:00'],
    ['day 0', '2026-11-00T17:00:00+08:00'],
    ['hour 24', '2026-11-22T24:00:00+08:00'],
    ['minute 60', '2026-11-22T17:60:00+08:00'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['an offset beyond the earth', '2026-11-22T17:00:00+15:00'],
    ['an unknown zone', '2026-11-22T17:00:00-00:00'],
    ['lower case', '2026-11-22t17:00:00z'],
    ['text after it', '2026-11-22T17:00:00Z '],
    ['a wire form', '20261122T170000'],
    ['a moment before the first whole day without daylight saving', '1991-09-15T15:59:59.999Z'],
    ['a moment after year 9999 in Shanghai', '9999-12-31T16:00:00Z'],
    ['text before it', 'x2026-11-22T17:00:00Z'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it.each([
    ['as it is stored', '2026-11-22T09:00:00.000Z', true],
    ['with text before it', 'x2026-11-22T09:00:00.000Z', false],
    ['with text after it', '2026-11-22T09:00:00.000Zx', false],
    ['with an offset', '2026-11-22T09:00:00.000+08:00', false],
    ['without milliseconds', '2026-11-22T09:00:00Z', false],
    ['with fewer digits', '226-1-2T9:0:0.0Z', false],
    ['with letters', 'yyyy-mm-ddThh:mm:ss.msxZ', false],
  ])('takes a moment %s: %s %s', (_what, text, taken) => {
    expect(Instant.safeParse(text).success).toBe(taken);
  });

  it('keeps the order of time as the order of text', () => {
    fc.assert(
      fc.property(
        momentBetween('1991-09-16', '2099-12-31'),
        momentBetween('1991-09-16', '2099-12-31'),
        (a, b) => {
          expect(a < b).toBe(toEpoch(a) < toEpoch(b));
          expect(toEpoch(earlier(a, b))).toBe(Math.min(toEpoch(a), toEpoch(b)));
          expect(toEpoch(later(a, b))).toBe(Math.max(toEpoch(a), toEpoch(b)));
        },
      ),
    );
  });

  it('comes back from its epoch and from the form of answers', () => {
    fc.assert(
      fc.property(momentBetween('1991-09-16', '9999-12-31'), (moment) => {
        expect(fromEpoch(toEpoch(moment))).toBe(moment);
        expect(parseInstant(withOffset(moment))).toBe(moment);
      }),
    );
  });

  it('reads one moment in every form that formatters write', () => {
    fc.assert(
      fc.property(momentBetween('1991-09-17', '9999-12-30'), (moment) => {
        const text = withOffset(moment);
        const minute = `${text.slice(0, 16)}+08:00`;
        const forms = [':00+08:00', ':00.000+0800', ':00+08', '+0800', '+08'];
        const read = forms.map((form) => parseInstant(text.slice(0, 16) + form));
        expect(new Set(read)).toEqual(new Set([parseInstant(minute)]));
        expect(toEpoch(parseInstant(minute)!)).toBe(Math.floor(toEpoch(moment) / 60_000) * 60_000);
      }),
    );
  });

  it('refuses an epoch out of range as a fault', () => {
    expect(() => fromEpoch(0)).toThrow(RangeError);
    expect(() => fromEpoch(Number.NaN)).toThrow(RangeError);
    expect(() => fromEpoch(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('civil time', () => {
  it.each([
    ['2026-11-21T23:59:00.000Z', '2026-11-22', 7 * 60 + 59],
    ['2026-11-22T00:01:00.000Z', '2026-11-22', 8 * 60 + 1],
    ['2026-11-21T15:59:59.999Z', '2026-11-21', 23 * 60 + 59],
    ['2026-11-21T16:00:00.000Z', '2026-11-22', 0],
    ['2026-12-31T16:00:00.000Z', '2027-01-01', 0],
  ])('reads %s as %s, minute %i', (utc, date, minute) => {
    const moment = parseInstant(utc)!;
    expect(civilDateOf(moment)).toBe(date);
    expect(minuteOfDay(moment)).toBe(minute);
  });

  it('answers with the offset of Shanghai', () => {
    expect(withOffset(parseInstant('2026-11-22T09:00:00Z')!)).toBe('2026-11-22T17:00:00.000+08:00');
    expect(withOffset(parseInstant('2026-12-31T16:30:00Z')!)).toBe('2027-01-01T00:30:00.000+08:00');
  });

  it('finds back the day and minute it made a moment from', () => {
    fc.assert(
      fc.property(
        dateBetween('1991-09-16', '2099-12-31'),
        fc.integer({ min: 0, max: 1_439 }),
        (date, minute) => {
          const moment = atCivil(date, minute);
          expect(civilDateOf(moment)).toBe(date);
          expect(minuteOfDay(moment)).toBe(minute);
        },
      ),
    );
    expect(atCivil(day('2026-11-22'), 1_440)).toBe(at('2026-11-23 00:00'));
    expect(() => atCivil(day('2026-11-22'), 1_441)).toThrow(RangeError);
    expect(() => atCivil(day('2026-11-22'), -1)).toThrow(RangeError);
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-11-09', 1, '2026-11-10'],
    ['2026-11-01', 27, '2026-11-28'],
    ['2026-11-02', 27, '2026-11-29'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-01-01', 365, '2027-01-01'],
  ])('steps from %s by %i to %s', (from, n, to) => {
    expect(nextDate(day(from), n)).toBe(to);
  });

  it('does not step out of range', () => {
    expect(() => nextDate(day('1991-09-16'), -1)).toThrow(RangeError);
    expect(() => nextDate(day('9999-12-31'))).toThrow(RangeError);
  });

  it('numbers the week from Monday', () => {
    const week = [16, 17, 18, 19, 20, 21, 22].map((n) => weekdayOf(day(`2026-11-${n}`)));
    expect(week).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('says that a text is not a civil date', () => {
    expect(CivilDate.safeParse('2026-02-29').error?.issues[0]?.message).toBe('not a civil date');
  });

  it.each([
    'x2026-11-22',
    '2026-02-29',
    '2026-2-9',
    '1991-09-15',
    '2026-11-22T00:00:00Z',
    '',
    '2026-00-10',
  ])('refuses %j as a civil date', (text) => {
    expect(civilDate(text)).toBeUndefined();
  });
});
