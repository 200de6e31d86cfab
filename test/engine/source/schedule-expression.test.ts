import { describe, expect, it } from 'vitest';

import { ScheduleError } from '../../../infra/local/engine/source/schedule/cron-field.ts';
import { parseSchedule } from '../../../infra/local/engine/source/schedule/schedule-expression.ts';

interface Question {
  readonly zone?: string;
  readonly after?: string;
  readonly count?: number;
}

const upcoming = (expression: string, question: Question): readonly string[] => {
  const { zone = 'UTC', after = '2026-03-02T00:00:00Z', count = 3 } = question;
  const timetable = parseSchedule(expression, zone);
  const times: string[] = [];
  let at: number | undefined = Date.parse(after);
  while (times.length < count) {
    at = timetable.next(at);
    if (at === undefined) break;
    times.push(new Date(at).toISOString().replace(':00.000Z', 'Z'));
  }
  return times;
};

type Row = readonly [expression: string, after: string, next: readonly string[]];

const inUtc: readonly Row[] = [
  ['cron(0 10 * * ? *)', '2026-03-02T10:00:00Z', ['2026-03-03T10:00Z', '2026-03-04T10:00Z']],
  ['cron(0 10 * * ? *)', '2026-03-02T09:59:59.999Z', ['2026-03-02T10:00Z', '2026-03-03T10:00Z']],
  ['cron(0/15 * * * ? *)', '2026-03-02T00:07:00Z', ['2026-03-02T00:15Z', '2026-03-02T00:30Z']],
  ['cron(*/40 * * * ? *)', '2026-03-02T00:07:00Z', ['2026-03-02T00:40Z', '2026-03-02T01:00Z']],
  [
    'cron(5,35 8-9 ? * MON-FRI *)',
    '2026-03-06T09:05:00Z',
    ['2026-03-06T09:35Z', '2026-03-09T08:05Z'],
  ],
  ['cron(10-30/10 8 * * ? *)', '2026-03-06T08:15:00Z', ['2026-03-06T08:20Z', '2026-03-06T08:30Z']],
  ['cron(0 0 1 * ? *)', '2026-01-31T00:00:00Z', ['2026-02-01T00:00Z', '2026-03-01T00:00Z']],
  ['cron(0 0 31 * ? *)', '2026-01-31T00:00:00Z', ['2026-03-31T00:00Z', '2026-05-31T00:00Z']],
  ['cron(0 0 L * ? *)', '2028-02-01T00:00:00Z', ['2028-02-29T00:00Z', '2028-03-31T00:00Z']],
  ['cron(0 0 LW * ? *)', '2026-01-31T00:00:00Z', ['2026-02-27T00:00Z', '2026-03-31T00:00Z']],
  ['cron(0 0 15W * ? *)', '2026-02-01T00:00:00Z', ['2026-02-16T00:00Z', '2026-03-16T00:00Z']],
  ['cron(0 0 1W * ? *)', '2026-07-31T00:00:00Z', ['2026-08-03T00:00Z', '2026-09-01T00:00Z']],
  ['cron(0 0 31W * ? *)', '2026-04-01T00:00:00Z', ['2026-05-29T00:00Z', '2026-07-31T00:00Z']],
  ['cron(0 0 ? * 2#1 *)', '2026-03-01T00:00:00Z', ['2026-03-02T00:00Z', '2026-04-06T00:00Z']],
  ['cron(0 0 ? * FRI#5 *)', '2026-03-01T00:00:00Z', ['2026-05-29T00:00Z', '2026-07-31T00:00Z']],
  ['cron(0 0 ? * 6L *)', '2026-03-01T00:00:00Z', ['2026-03-27T00:00Z', '2026-04-24T00:00Z']],
  ['cron(0 0 ? * L *)', '2026-03-01T00:00:00Z', ['2026-03-07T00:00Z', '2026-03-14T00:00Z']],
  ['cron(0 0 ? * sun,2 *)', '2026-03-01T00:00:00Z', ['2026-03-02T00:00Z', '2026-03-08T00:00Z']],
  ['cron(0 0 1 JAN,jul ? *)', '2026-03-01T00:00:00Z', ['2026-07-01T00:00Z', '2027-01-01T00:00Z']],
  ['cron(0 0 29 2 ? *)', '2026-03-01T00:00:00Z', ['2028-02-29T00:00Z', '2032-02-29T00:00Z']],
  ['cron(0 0 1 1 ? 2027-2028)', '2026-03-01T00:00:00Z', ['2027-01-01T00:00Z', '2028-01-01T00:00Z']],
  ['rate(1 minute)', '2026-03-02T00:00:00Z', ['2026-03-02T00:01Z', '2026-03-02T00:02Z']],
  ['rate(15 minutes)', '2026-03-02T00:07:00Z', ['2026-03-02T00:15Z', '2026-03-02T00:30Z']],
  ['rate(12 hours)', '2026-03-02T00:00:00Z', ['2026-03-02T12:00Z', '2026-03-03T00:00Z']],
  ['rate(1 day)', '2026-03-02T00:00:00Z', ['2026-03-03T00:00Z', '2026-03-04T00:00Z']],
];

describe('a schedule expression', () => {
  it.each(inUtc)('%s after %s', (expression, after, next) => {
    expect(upcoming(expression, { after, count: next.length })).toEqual(next);
  });

  it.each([
    ['cron(0 0 30 2 ? *)', 'a day that never comes'],
    ['cron(0 0 1 1 ? 2020)', 'a year that is over'],
    ['at(2026-03-01T23:59:59)', 'a moment that is over'],
  ])('%s has no next time: %s', (expression) => {
    expect(upcoming(expression, {})).toEqual([]);
  });

  it.each([
    ['cron(30 7 * * ? *)', ['2026-03-02T23:30Z', '2026-03-03T23:30Z']],
    ['cron(0 0 1 * ? *)', ['2026-03-31T16:00Z', '2026-04-30T16:00Z']],
    ['cron(30 17 ? * MON-FRI *)', ['2026-03-02T09:30Z', '2026-03-03T09:30Z']],
    ['at(2026-03-03T08:00:30)', ['2026-03-03T00:00:30.000Z']],
  ])('%s is meant on the wall clock of Shanghai', (expression, next) => {
    expect(upcoming(expression, { zone: 'Asia/Shanghai', count: next.length })).toEqual(next);
  });

  it('skips a minute that a clock change skips', () => {
    const next = upcoming('cron(30 2 * * ? *)', {
      zone: 'America/New_York',
      after: '2026-03-07T00:00:00Z',
    });
    expect(next).toEqual(['2026-03-07T07:30Z', '2026-03-09T06:30Z', '2026-03-10T06:30Z']);
  });

  it('fires once in an hour that a clock change repeats', () => {
    const next = upcoming('cron(30 1 * * ? *)', {
      zone: 'America/New_York',
      after: '2026-11-01T00:00:00Z',
    });
    expect(next).toEqual(['2026-11-01T05:30Z', '2026-11-02T06:30Z', '2026-11-03T06:30Z']);
  });

  it.each([
    ['cron(0 10 * * * *)', 'exactly one of'],
    ['cron(0 10 ? * ? *)', 'exactly one of'],
    ['cron(0 10 * * ?)', 'six fields'],
    ['cron(60 10 * * ? *)', '60 is not a value of the field minutes'],
    ['cron(0 24 * * ? *)', 'hours'],
    ['cron(0 0 0 * ? *)', 'day-of-month'],
    ['cron(0 0 ? * 8 *)', 'day-of-week'],
    ['cron(0 0 ? * MON#6 *)', 'is not a week'],
    ['cron(0 0 * 13 ? *)', 'month'],
    ['cron(0 0 * * ? 1969)', 'year'],
    ['cron(0/0 * * * ? *)', 'no valid step'],
    ['cron(9-5 * * * ? *)', 'ends before it starts'],
    ['cron(1-2-3 * * * ? *)', 'is not a range'],
    ['cron(, * * * ? *)', 'nothing is not a value'],
    ['rate(0 minutes)', 'rate takes a positive'],
    ['rate(1 minutes)', 'singular'],
    ['rate(2 hour)', 'plural'],
    ['rate(2 weeks)', 'rate takes'],
    ['at(2026-02-30T00:00:00)', 'at takes an existing'],
    ['at(2026-02-03)', 'at takes an existing'],
    ['every day', 'expected rate'],
  ])('%s is refused', (expression, message) => {
    expect(() => parseSchedule(expression, 'UTC')).toThrow(ScheduleError);
    expect(() => parseSchedule(expression, 'UTC')).toThrow(message);
  });

  it('needs a time zone that exists', () => {
    expect(() => parseSchedule('rate(1 day)', 'Asia/Atlantis')).toThrow(RangeError);
  });
});

describe('the latest times of a span', () => {
  const expressions = ['rate(7 minutes)', 'cron(0/7 1-3 * * ? *)', 'cron(30 1 ? * SUN,MON *)'];
  const zones = ['UTC', 'Asia/Shanghai', 'America/New_York'];
  const from = Date.parse('2026-10-30T03:14:15Z');
  const until = Date.parse('2026-11-03T06:30:00Z');

  it.each(expressions.flatMap((expression) => zones.map((zone) => [expression, zone] as const)))(
    'are those that %s would have fired in %s',
    (expression, zone) => {
      const timetable = parseSchedule(expression, zone);
      const all: number[] = [];
      for (let at = timetable.next(from); at !== undefined && at <= until; at = timetable.next(at))
        all.push(at);
      expect(timetable.latest(from, until, 10_000)).toEqual(all);
      expect(timetable.latest(from, until, 5)).toEqual(all.slice(-5));
      expect(timetable.latest(until, until, 5)).toEqual([]);
    },
  );

  it('hold the first showing of an hour during its second', () => {
    const timetable = parseSchedule('cron(30 1 * * ? *)', 'America/New_York');
    const secondShowing = Date.parse('2026-11-01T06:10:00Z');
    expect(timetable.latest(from, secondShowing, 1)).toEqual([Date.parse('2026-11-01T05:30:00Z')]);
  });

  it('includes a single moment once', () => {
    const timetable = parseSchedule('at(2026-11-01T00:00:00)', 'UTC');
    const at = Date.parse('2026-11-01T00:00:00Z');
    expect(timetable.latest(from, until, 5)).toEqual([at]);
    expect(timetable.latest(at, until, 5)).toEqual([]);
    expect(timetable.latest(from, at - 1, 5)).toEqual([]);
  });
});
