/** Rules by calendars that were loaded or corrected after a ticket was opened. */
import type { CalendarYear } from '../../../shared/domain/calendar/year.ts';
import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import type { Rules } from '../../../shared/domain/ticket/ticket.ts';
import { calendarOf } from '../../../shared/domain/time/working-days.ts';
import { rulesUnder } from '../../../shared/rules.ts';
import { day } from '../time/shanghai.ts';

interface Days {
  readonly off: readonly string[];
  readonly makeup?: readonly string[];
}

const yearOff = (year: number, { off, makeup = [] }: Days): CalendarYear => ({
  year,
  notices: [{ url: 'https://www.gov.cn/1', number: '国办发明电〔2026〕1号' }],
  holidays: [{ name: '元旦', off: off.map(day), makeup: makeup.map(day) }],
});

const rulesWith = (year: CalendarYear): Rules =>
  rulesUnder(defaultPolicy, calendarOf([...officialCalendarYears, year]));

export const with2027 = rulesWith(yearOff(2027, { off: ['2027-01-01'] }));

/** As if 2026-12-01 had become a day off. */
export const corrected = rulesWith(yearOff(2026, { off: ['2026-12-01'] }));

/** As if Tuesday 2026-11-24 were worked on Saturday 2026-12-05 instead. */
export const swapped = rulesWith(yearOff(2026, { off: ['2026-11-24'], makeup: ['2026-12-05'] }));
