/**
 * One year of the State Council's notice on days off (节假日安排): which days are off and which
 * weekend days are worked instead (调休补班). A year is data; a year without a notice is unknown.
 */
import * as z from 'zod/mini';

import { documentNumber } from '../text/document-number.ts';
import { CivilDate } from '../time/instant.ts';

interface Holiday {
  /** As written in the notice, e.g. 国庆节. */
  readonly name: string;
  readonly off: readonly CivilDate[];
  readonly makeup: readonly CivilDate[];
}

interface HolidayNotice {
  readonly url: string;
  /** 发文字号, e.g. 国办发明电〔2025〕7号. */
  readonly number: string;
}

export interface CalendarYear {
  readonly year: number;
  /** The notices that set the year, oldest first; none for an assumed year. */
  readonly notices: readonly HolidayNotice[];
  readonly holidays: readonly Holiday[];
  /** Set where no notice says so: for trials on one machine, never for deadlines of residents. */
  readonly assumed?: true | undefined;
}

const Holiday = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  off: z.array(CivilDate).check(z.minLength(1), z.maxLength(31)),
  makeup: z.array(CivilDate).check(z.maxLength(31)),
});

const HolidayNotice = z.object({
  url: z.string().check(z.maxLength(300), z.regex(/^https?:\/\/\S+$/)),
  number: z.string().check(z.regex(documentNumber)),
});

export const CalendarYear = z.object({
  year: z.int().check(z.gte(1992), z.lte(9998)),
  notices: z.array(HolidayNotice).check(z.maxLength(10)),
  holidays: z.array(Holiday).check(z.minLength(1), z.maxLength(30)),
  assumed: z.optional(z.literal(true)),
});
