import { CalendarView } from '../../../../events/calendar/calendar.ts';
import { PolicyView } from '../../../../events/policy/policy.ts';
import type { CalendarYear } from '../../../../shared/domain/calendar/year.ts';
import type { Policy } from '../../../../shared/domain/policy/policy.ts';
import type { Timetable } from '../../../../shared/domain/time/deadline.ts';
import {
  civilDate,
  civilDateOf,
  fromEpoch,
  yearOf,
} from '../../../../shared/domain/time/instant.ts';
import { calendarOf } from '../../../../shared/domain/time/working-days.ts';
import { expectBody, NotAsTold } from './expectation.ts';
import type { Stage } from './stage.ts';

const expectDate = (text: string) => {
  const date = civilDate(text);
  if (date === undefined) throw new NotAsTold('a civil date in the calendar', `came: ${text}`);
  return date;
};

export const yearView = async (stage: Stage, year: number) => {
  const shown = await (await stage.as('auditor')).get(`/v1/calendar/${year}`);
  return expectBody(shown, 200, CalendarView);
};

const readYear = async (stage: Stage, year: number): Promise<readonly CalendarYear[]> => {
  const { source, notices, holidays } = await yearView(stage, year);
  if (source === 'none') return [];
  const days = holidays.map(({ name, off, makeup }) => ({
    name,
    off: off.map(expectDate),
    makeup: makeup.map(expectDate),
  }));
  return [{ year, notices, holidays: days }];
};

/** The rules of that version as the instance tells them. */
export const policyOf = async (stage: Stage, version: number): Promise<Policy> => {
  const shown = await (await stage.as('auditor')).get(`/v1/policies/${version}`);
  return expectBody(shown, 200, PolicyView).policy;
};

/** This year and its neighbours by the instance's own calendar; a year without notice is left out. */
export const timetableOf = async (stage: Stage, { office }: Policy): Promise<Timetable> => {
  const now = yearOf(civilDateOf(fromEpoch(stage.clock.now())));
  const years = await Promise.all([now - 1, now, now + 1].map((year) => readYear(stage, year)));
  return { calendar: calendarOf(years.flat()), office };
};
