import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import { dueAt } from '../../../shared/domain/time/deadline.ts';
import type { Term } from '../../../shared/domain/time/deadline.ts';
import { explainDue } from '../../../shared/domain/time/explanation/explain.ts';
import { holidayInEnglish } from '../../../shared/domain/time/explanation/holiday-name.ts';
import { civilDateOf, nextDate } from '../../../shared/domain/time/instant.ts';
import { addWorkingDays, calendarOf } from '../../../shared/domain/time/working-days.ts';
import { at, day, momentBetween, official } from './shanghai.ts';

const workingDays = (amount: number) => ({ amount, unit: 'working_day' }) as const;
const calendarDays = (amount: number) => ({ amount, unit: 'calendar_day' }) as const;

describe('the sentence', () => {
  type Row = readonly [what: string, received: string, term: Term, zh: string, en: string];
  const rows: readonly Row[] = [
    [
      'over National Day',
      '2026-09-18 10:00',
      workingDays(15),
      '2026年9月18日（星期五）10:00收到，当日不计入；期限15个工作日。9月20日（星期日）计入：调休上班；9月25日至27日不计入：中秋节放假；10月1日至7日不计入：国庆节放假；10月10日（星期六）计入：调休上班；周末休息2天不计入。截止时间为2026年10月15日（星期四）17:30。',
      'Received on Friday 18 September 2026 at 10:00; that day does not count. The term is 15 working days: Sunday 20 September counts (make-up working day); 25 to 27 September do not count (Mid-Autumn Festival); 1 to 7 October do not count (National Day); Saturday 10 October counts (make-up working day); 2 weekend days do not count. Due on Thursday 15 October 2026 at 17:30.',
    ],
    [
      'after the cut-off',
      '2026-11-20 17:31',
      workingDays(1),
      '2026年11月20日（星期五）17:31收到，已过当日截止时间，视为11月23日（星期一）收到，该日不计入；期限1个工作日。截止时间为2026年11月24日（星期二）17:30。',
      'Received on Friday 20 November 2026 at 17:31, after the cut-off; taken as received on Monday 23 November, which does not count. The term is 1 working day. Due on Tuesday 24 November 2026 at 17:30.',
    ],
    [
      'on a day off, with one weekend day of the term in sight',
      '2026-02-20 19:00',
      workingDays(5),
      '2026年2月20日（星期五）19:00收到，当日为休息日，视为2月24日（星期二）收到，该日不计入；期限5个工作日。2月28日（星期六）计入：调休上班；周末休息1天不计入。截止时间为2026年3月2日（星期一）17:30。',
      'Received on Friday 20 February 2026 at 19:00, a day off; taken as received on Tuesday 24 February, which does not count. The term is 5 working days: Saturday 28 February counts (make-up working day); 1 weekend day does not count. Due on Monday 2 March 2026 at 17:30.',
    ],
    [
      'into a year without notice',
      '2026-12-11 09:00',
      workingDays(15),
      '2026年12月11日（星期五）09:00收到，当日不计入；期限15个工作日。周末休息6天不计入。数至2026年12月31日已计14个工作日，2027年节假日安排尚未公布，截止时间暂不能确定，公布后自动计算。',
      'Received on Friday 11 December 2026 at 09:00; that day does not count. The term is 15 working days: 6 weekend days do not count. 14 working days counted up to 31 December 2026; the holiday notice for 2027 is not published yet, so the due date is open and will be set when it is.',
    ],
    [
      'received in a year without notice',
      '2027-01-05 10:00',
      workingDays(1),
      '2027年1月5日（星期二）10:00收到；期限1个工作日。2027年节假日安排尚未公布，截止时间暂不能确定，公布后自动计算。',
      'Received on Tuesday 5 January 2027 at 10:00. The term is 1 working day. The holiday notice for 2027 is not published yet, so the due date is open and will be set when it is.',
    ],
    [
      'in calendar days that end on a day off',
      '2026-09-18 10:00',
      calendarDays(15),
      '2026年9月18日（星期五）10:00收到，当日不计入；期限15个自然日。期限届满日10月3日（星期六）为休息日，顺延至10月8日（星期四）。截止时间为2026年10月8日（星期四）17:30。',
      'Received on Friday 18 September 2026 at 10:00; that day does not count. The term is 15 calendar days: Saturday 3 October is a day off, so the term ends on Thursday 8 October. Due on Thursday 8 October 2026 at 17:30.',
    ],
  ];

  it.each(rows)('%s', (_what, ...[received, term, zh, en]) => {
    expect(explainDue(official, { at: at(received), term }, 'zh').sentence).toBe(zh);
    expect(explainDue(official, { at: at(received), term }, 'en').sentence).toBe(en);
  });

  it('keeps days off apart that do not follow each other', () => {
    const split = { name: '特别假', off: [day('2026-11-24'), day('2026-11-26')], makeup: [] };
    const years = officialCalendarYears.map((year) =>
      year.year === 2026 ? { ...year, holidays: [split] } : year,
    );
    const timetable = { ...official, calendar: calendarOf(years) };
    const received = { at: at('2026-11-23 10:00'), term: workingDays(2) };
    expect(explainDue(timetable, received, 'en').sentence).toContain(
      'Tuesday 24 November does not count (特别假); Thursday 26 November does not count (特别假)',
    );
    expect(explainDue(timetable, received, 'zh').sentence).toContain(
      '11月24日（星期二）不计入：特别假放假；11月26日（星期四）不计入：特别假放假',
    );
  });
});

describe('the days', () => {
  it('say whether they count, why, and by which notice', () => {
    const received = { at: at('2026-09-18 17:31'), term: workingDays(4) };
    const { days } = explainDue(official, received, 'zh');
    expect(days.map((day) => [day.text, day.number])).toEqual([
      ['9月18日（星期五）不计入：收到时已过当日截止时间', undefined],
      ['9月19日（星期六）不计入：周末休息', undefined],
      ['9月20日（星期日）不计入：收到当日', undefined],
      ['9月21日（星期一）计入：工作日', 1],
      ['9月22日（星期二）计入：工作日', 2],
      ['9月23日（星期三）计入：工作日', 3],
      ['9月24日（星期四）计入：工作日', 4],
    ]);
  });

  it('carry make-up days and holidays with their notice', () => {
    const notices = ['https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'];
    const received = { at: at('2026-09-18 10:00'), term: workingDays(15) };
    const { days } = explainDue(official, received, 'en');
    expect(days.find(({ date }) => date === '2026-09-20')).toEqual({
      date: '2026-09-20',
      weekday: 7,
      counts: true,
      number: 1,
      because: 'makeup',
      name: '国庆节',
      notices,
      text: 'Sunday 20 September counts: a make-up working day',
    });
    expect(days.find(({ date }) => date === '2026-09-26')).toMatchObject({
      counts: false,
      because: 'holiday',
      notices,
      text: 'Saturday 26 September does not count: Mid-Autumn Festival',
    });
  });

  it('are empty when receipt itself lies in a year without notice', () => {
    const received = { at: at('2027-01-05 10:00'), term: workingDays(1) };
    const explained = explainDue(official, received, 'zh');
    expect(explained).toMatchObject({ state: 'pending_calendar', year: 2027, days: [] });
  });

  const story = [
    momentBetween('2018-01-01', '2026-12-31'),
    fc.integer({ min: 1, max: 30 }),
    fc.constantFrom('working_day', 'calendar_day'),
  ] as const;

  it('run without a gap from receipt to due, and their count is the term', () => {
    fc.assert(
      fc.property(...story, (received, amount, unit) => {
        const term = { amount, unit } as const;
        const explained = explainDue(official, { at: received, term }, 'zh');
        fc.pre(explained.state === 'running');
        const { days } = explained;
        expect(days[0]?.date).toBe(civilDateOf(received));
        expect(days.at(-1)?.date).toBe(explained.dueOn);
        for (const [index, { date }] of days.slice(1).entries()) {
          expect(date).toBe(nextDate(days[index]!.date));
        }
        const numbers = days.flatMap((day) => day.number ?? []);
        expect(numbers).toEqual(Array.from({ length: amount }, (_, index) => index + 1));
      }),
    );
  });

  it('agree with addWorkingDays and dueAt', () => {
    fc.assert(
      fc.property(story[0], story[1], (received, amount) => {
        const term = workingDays(amount);
        const explained = explainDue(official, { at: received, term }, 'en');
        expect(explained).toMatchObject(dueAt(official, received, term));
        fc.pre(explained.state === 'running');
        const last = explained.days.findLast(({ counts }) => counts);
        const counted = addWorkingDays(official.calendar, explained.startedOn, amount);
        expect(counted).toEqual({ ok: true, date: last?.date });
      }),
    );
  });
});

it('joins the names of holidays that fall together', () => {
  expect(holidayInEnglish('国庆节、中秋节')).toBe('National Day and Mid-Autumn Festival');
  expect(holidayInEnglish('特别假')).toBe('特别假');
});
