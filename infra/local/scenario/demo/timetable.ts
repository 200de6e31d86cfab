import type { CalendarYear } from '../../../../shared/domain/calendar/year.ts';
import type { Policy } from '../../../../shared/domain/policy/policy.ts';
import { timetableUnder } from '../../../../shared/domain/policy/timetable.ts';
import type { Timetable } from '../../../../shared/domain/time/deadline.ts';
import {
  civilDate,
  civilDateOf,
  fromEpoch,
  yearOf,
} from '../../../../shared/domain/time/instant.ts';
import { calendarOf } from '../../../../shared/domain/time/working-days.ts';
import { expectPresent } from '../player/expectation.ts';
import type { Stage } from './stage.ts';

const by = 'auditor';

const expectDate = (text: string) => expectPresent(civilDate(text), `a civil date, not ${text}`);

export const viewYear = (stage: Stage, year: number) =>
  stage.play('readCalendar', { by, at: { year } });

const readYear = async (stage: Stage, year: number): Promise<readonly CalendarYear[]> => {
  const { content } = await viewYear(stage, year);
  if (content === null) return [];
  const { notices, holidays } = content;
  const days = holidays.map(({ name, off, makeup }) => ({
    name,
    off: off.map(expectDate),
    makeup: makeup.map(expectDate),
  }));
  return [{ year, notices, holidays: days }];
};

/** The policy of that version, from the API of the instance. */
export const readPolicy = async (stage: Stage, version: number): Promise<Policy> => ({
  ...(await stage.play('readPolicy', { by, at: { version } })).policy,
  version,
});

/** This year and its neighbours in the calendar of the instance, without years that have no notice. */
export const readTimetable = async (stage: Stage, policy: Policy): Promise<Timetable> => {
  const now = yearOf(civilDateOf(fromEpoch(stage.clock.now())));
  const years = await Promise.all([now - 1, now, now + 1].map((year) => readYear(stage, year)));
  return timetableUnder(policy, calendarOf(years.flat()));
};
