import { describe, expect, it } from 'vitest';

import type { CalendarYear } from '../../../shared/domain/calendar/year.ts';
import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import { meetClock, startClock, stopClock } from '../../../shared/domain/time/clock.ts';
import type { Term } from '../../../shared/domain/time/deadline.ts';
import { clockPhrases } from '../../../shared/domain/time/explanation/clock-phrase.ts';
import { dayReasons } from '../../../shared/domain/time/explanation/count.ts';
import { explainDue } from '../../../shared/domain/time/explanation/explain.ts';
import { holidayInEnglish } from '../../../shared/domain/time/explanation/holiday-name.ts';
import { dayText, sentenceOf } from '../../../shared/domain/time/explanation/words.ts';
import { calendarOf } from '../../../shared/domain/time/working-days.ts';
import { at, day, official } from './shanghai.ts';

const oneDay = { amount: 1, unit: 'working_day' } as const;
const months =
  'January February March April May June July August September October November December';

describe('moments in words', () => {
  it.each(months.split(' ').map((name, index) => [index + 1, name] as const))(
    'of month %i',
    (month, name) => {
      const moment = at(`2026-${String(month).padStart(2, '0')}-09 07:05`);
      expect(clockPhrases.en.stopped(moment)).toBe(
        `No longer counted since 9 ${name} 2026 at 07:05.`,
      );
      expect(clockPhrases.zh.stopped(moment)).toBe(`2026年${month}月9日07:05起不再计时。`);
      const { sentence } = explainDue(official, { at: moment, term: oneDay }, 'en');
      expect(sentence).toMatch(new RegExp(`^Received on [A-Z][a-z]+day 9 ${name} 2026 at 07:05`));
    },
  );

  it('say that a duty was met, in time or late', () => {
    const clock = startClock(official, at('2026-11-19 10:00'), oneDay);
    const [early, late] = ['2026-11-20 09:00', '2026-11-23 09:00'].map((moment) =>
      meetClock(clock, at(moment)),
    );
    if (early?.state !== 'met' || late?.state !== 'met') throw new Error('must be met');
    expect(clockPhrases.en.met(early)).toBe('Done in time on 20 November 2026 at 09:00.');
    expect(clockPhrases.en.met(late)).toBe(
      'Done on 23 November 2026 at 09:00, after it was due on 20 November 2026 at 17:30.',
    );
    const undated = { ...late, dueAt: undefined };
    expect(clockPhrases.en.met(undated)).toBe('Done in time on 23 November 2026 at 09:00.');
    expect(clockPhrases.zh.met(undated)).toBe('已于2026年11月23日09:00按期完成。');
    expect(stopClock(at('2026-11-23 09:00')).state).toBe('stopped');
  });
});

const daysOf = (received: string, unit: 'working_day' | 'calendar_day', amount = 1) =>
  (['zh', 'en'] as const).map((language) => {
    const term = { amount, unit };
    const { days } = explainDue(official, { at: at(received), term }, language);
    return days.map(({ text, because, counts }) => [text, because, counts]);
  });

describe('days in words', () => {
  it.each([
    ['16', '星期一', 'Monday'],
    ['17', '星期二', 'Tuesday'],
    ['18', '星期三', 'Wednesday'],
    ['19', '星期四', 'Thursday'],
    ['20', '星期五', 'Friday'],
    ['21', '星期六', 'Saturday'],
    ['22', '星期日', 'Sunday'],
  ])('%s November is %s, %s', (date, zh, en) => {
    const received = { at: at(`2026-11-${date} 10:00`), term: oneDay };
    expect(explainDue(official, received, 'zh').sentence).toContain(`11月${date}日（${zh}）`);
    expect(explainDue(official, received, 'en').sentence).toContain(`${en} ${date} November 2026`);
  });

  it('of a calendar-day term that ends on a day off', () => {
    const [zh, en] = daysOf('2026-11-20 10:00', 'calendar_day');
    expect(zh).toEqual([
      ['11月20日（星期五）不计入：收到当日', 'receipt_day', false],
      ['11月21日（星期六）计入：按自然日计算', 'calendar_day', true],
      ['11月22日（星期日）不计入：周末休息', 'weekend', false],
      ['11月23日（星期一）不计入：期限届满日为休息日，顺延至本日', 'next_working_day', false],
    ]);
    expect(en).toEqual([
      ['Friday 20 November does not count: the day of receipt', 'receipt_day', false],
      ['Saturday 21 November counts: every calendar day counts', 'calendar_day', true],
      ['Sunday 22 November does not count: a weekend day off', 'weekend', false],
      [
        'Monday 23 November does not count: the term ended on a day off and moves to this day',
        'next_working_day',
        false,
      ],
    ]);
  });

  it('of a term received too late, and on a holiday', () => {
    const [, late] = daysOf('2026-11-20 17:31', 'working_day');
    expect(late?.map(([text]) => text)).toEqual([
      'Friday 20 November does not count: received after the cut-off of this day',
      'Saturday 21 November does not count: a weekend day off',
      'Sunday 22 November does not count: a weekend day off',
      'Monday 23 November does not count: the day of receipt',
      'Tuesday 24 November counts: a working day',
    ]);
    const [zh, en] = daysOf('2026-10-07 10:00', 'working_day', 2);
    expect(zh?.map(([text]) => text)).toEqual([
      '10月7日（星期三）不计入：国庆节放假',
      '10月8日（星期四）不计入：收到当日',
      '10月9日（星期五）计入：工作日',
      '10月10日（星期六）计入：调休上班',
    ]);
    expect(en?.[0]?.[0]).toBe('Wednesday 7 October does not count: National Day');
    expect(en?.[3]?.[0]).toBe('Saturday 10 October counts: a make-up working day');
  });

  it('of a break that crosses months, and of one that is one day', () => {
    const term = { amount: 20, unit: 'working_day' } as const;
    const spring = explainDue(official, { at: at('2025-01-20 10:00'), term }, 'en').sentence;
    expect(spring).toContain('28 January to 4 February do not count (Spring Festival)');
    const zh = explainDue(official, { at: at('2025-01-20 10:00'), term }, 'zh').sentence;
    expect(zh).toContain('1月28日至2月4日不计入：春节放假');
  });
});

const sentence = (
  received: string,
  term: Term,
  timetable = official,
  language: 'zh' | 'en' = 'zh',
) => explainDue(timetable, { at: at(received), term }, language).sentence;

describe('what a sentence says of exceptions', () => {
  it('is nothing for calendar days that end on a working day', () => {
    expect(sentence('2026-11-16 10:00', { amount: 1, unit: 'calendar_day' })).toBe(
      '2026年11月16日（星期一）10:00收到，当日不计入；期限1个自然日。截止时间为2026年11月17日（星期二）17:30。',
    );
  });

  it('tells two holidays apart that follow each other', () => {
    const days = [
      { name: '甲节', off: [day('2026-11-24')], makeup: [] },
      { name: '乙节', off: [day('2026-11-25')], makeup: [] },
    ];
    const years = officialCalendarYears.map((year) =>
      year.year === 2026 ? { ...year, holidays: days } : year,
    );
    const timetable = { ...official, calendar: calendarOf(years) };
    expect(sentence('2026-11-23 10:00', oneDay, timetable)).toContain(
      '11月24日（星期二）不计入：甲节放假；11月25日（星期三）不计入：乙节放假',
    );
  });

  it('is nothing for a holiday without a name, which a day may still have', () => {
    const off = { date: day('2026-11-24'), weekday: 2, counts: false, because: 'holiday' } as const;
    const received = { at: at('2026-11-23 10:00'), term: oneDay };
    const count = {
      received,
      startedOn: day('2026-11-23'),
      due: { state: 'pending_calendar', year: 2027 },
      days: [off],
    } as const;
    expect(sentenceOf(count, 'zh')).not.toContain('不计入：');
    expect(dayText(off, 'zh')).toBe('11月24日（星期二）不计入：放假');
    expect(dayText(off, 'en')).toBe('Tuesday 24 November does not count: a public holiday');
  });

  it('counts the inner days of a calendar-day term, also of a year without a notice', () => {
    const year2028: CalendarYear = { year: 2028, notices: [], holidays: [] };
    const years = [...officialCalendarYears, year2028];
    const timetable = { ...official, calendar: calendarOf(years) };
    const term = { amount: 366, unit: 'calendar_day' } as const;
    const { days } = explainDue(timetable, { at: at('2026-12-31 10:00'), term }, 'en');
    expect(days.filter(({ because }) => because === 'calendar_day')).toHaveLength(366);
    expect(days[1]).toStrictEqual({
      date: '2027-01-01',
      weekday: 5,
      counts: true,
      because: 'calendar_day',
      number: 1,
      text: 'Friday 1 January counts: every calendar day counts',
    });
    expect(days.at(-1)?.date).toBe('2028-01-03');
  });

  it('is no day before the first year', () => {
    expect(explainDue(official, { at: at('1991-10-01 10:00'), term: oneDay }, 'en').days).toEqual(
      [],
    );
  });

  it('has a name for each reason', () => {
    expect(dayReasons.join(' ')).toBe(
      'weekday weekend holiday makeup receipt_day after_cut_off calendar_day next_working_day',
    );
  });
});

describe('holidays in English', () => {
  it.each([
    ['元旦', "New Year's Day"],
    ['春节', 'Spring Festival'],
    ['清明节', 'Qingming Festival'],
    ['劳动节', 'Labour Day'],
    ['端午节', 'Dragon Boat Festival'],
    ['中秋节', 'Mid-Autumn Festival'],
    ['国庆节', 'National Day'],
  ])('%s is %s', (zh, en) => {
    expect(holidayInEnglish(zh)).toBe(en);
  });
});
