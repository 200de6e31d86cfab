import * as z from 'zod/mini';

import type { DaySpan } from '../figures/scope.ts';
import { civilDate, nextDate } from './instant.ts';
import type { CivilDate } from './instant.ts';

const firstDay = (text: string): CivilDate | undefined => civilDate(`${text}-01`);

/** The first month with all its days in range; a monthly report compares with the month before. */
const wholeFirst = '1991-10';

/** A month in Shanghai, `YYYY-MM`, from 1991-11 on; sorts as text. */
export const Month = z
  .string()
  .check(z.refine((text) => text > wholeFirst && firstDay(text) !== undefined, 'wrong_format'))
  .brand<'Month'>();
export type Month = z.output<typeof Month>;

export const monthOf = (day: CivilDate): Month => day.slice(0, 7) as Month;

/** Returns the first and the last day of a month. */
export const monthSpan = (month: Month): DaySpan => {
  const from = firstDay(month);
  if (from === undefined) throw new RangeError('not a month');
  const [next = from] = [firstDay(monthOf(nextDate(from, 31)))];
  return { from, to: nextDate(next, -1) };
};

export const monthBefore = (month: Month): Month => monthOf(nextDate(monthSpan(month).from, -1));
