import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { dueAt } from '../../../shared/domain/time/deadline.ts';
import type { Due } from '../../../shared/domain/time/deadline.ts';
import { explainDue } from '../../../shared/domain/time/explanation/explain.ts';
import { civilDateOf, minuteOfDay } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { at, clockFace, momentBetween, official, plain } from './shanghai.ts';

const oneDay = { amount: 1, unit: 'working_day' } as const;
const shown = (due: Due): string =>
  due.state === 'running' ? `${due.startedOn} ${clockFace(due.dueAt)}` : `pending ${due.year}`;

/** The days off of two months as the notice of 2026 has them, written down day by day. */
const daysOff = new Set(
  '09-05 09-06 09-12 09-13 09-19 09-25 09-26 09-27 10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-11 10-17 10-18 10-24 10-25 10-31'
    .split(' ')
    .map((day) => `2026-${day}`),
);

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const countFrom = (day: string, amount: number): string => {
  let date = day;
  for (let left = amount; left > 0;) {
    date = dayAfter(date);
    if (!daysOff.has(date)) left -= 1;
  }
  return date;
};

const receivedOn = (received: Instant): string => {
  let day: string = civilDateOf(received);
  const isLate = clockFace(received).slice(11) > '17:30' || received.slice(17) > '00.000Z';
  if (minuteOfDay(received) >= 17 * 60 + 30 && isLate) day = dayAfter(day);
  while (daysOff.has(day)) day = dayAfter(day);
  return day;
};

describe('the day of receipt', () => {
  it.each([
    ['in the office hours', '2026-11-20 17:30', '2026-11-20 2026-11-23 17:30'],
    ['a minute after the cut-off', '2026-11-20 17:31', '2026-11-20 2026-11-23 17:30'],
    ['late in the evening', '2026-11-20 23:59', '2026-11-20 2026-11-23 17:30'],
    ['on a Saturday', '2026-11-21 10:00', '2026-11-21 2026-11-23 17:30'],
    ['on a Sunday', '2026-11-22 23:59', '2026-11-22 2026-11-23 17:30'],
    ['at midnight of Monday', '2026-11-23 00:00', '2026-11-23 2026-11-24 17:30'],
    ['late before a make-up Sunday', '2026-09-18 17:31', '2026-09-18 2026-09-20 17:30'],
    ['in Spring Festival', '2026-02-18 10:00', '2026-02-18 2026-02-24 17:30'],
    ['late on the last day of the year', '2026-12-31 18:00', 'pending 2027'],
    ['in a year without notice', '2027-01-05 10:00', 'pending 2027'],
  ])('is the day itself as received, %s', (_what, received, due) => {
    expect(shown(dueAt(plain, at(received), oneDay))).toBe(due);
  });

  it('makes a term end as an independent count says, in both readings', () => {
    fc.assert(
      fc.property(
        momentBetween('2026-09-01', '2026-10-01'),
        fc.integer({ min: 1, max: 10 }),
        (received, amount) => {
          const term = { amount, unit: 'working_day' } as const;
          const [asReceived, workingDay] = [plain, official].map((one) =>
            dueAt(one, received, term),
          );
          const last = countFrom(civilDateOf(received), amount);
          expect(asReceived).toMatchObject({ state: 'running', dueOn: last });
          const later = countFrom(receivedOn(received), amount);
          expect(workingDay).toMatchObject({ state: 'running', dueOn: later });
        },
      ),
    );
  });

  it('is told with the days that were counted', () => {
    const received = { at: at('2026-11-20 18:00'), term: oneDay };
    const { sentence, days } = explainDue(plain, received, 'zh');
    expect(sentence).toContain('2026年11月20日（星期五）18:00收到，当日不计入');
    expect(sentence).toContain('截止时间为2026年11月23日（星期一）17:30');
    expect(days.map(({ date, because }) => `${date} ${because}`)).toEqual([
      '2026-11-20 receipt_day',
      '2026-11-21 weekend',
      '2026-11-22 weekend',
      '2026-11-23 weekday',
    ]);
  });
});
