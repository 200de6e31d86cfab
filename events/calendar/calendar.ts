import * as z from 'zod/mini';

import { Day, Moment, ProjectNo, text, TicketId, wellFormed } from '../primitive.ts';

const Holiday = z.object({
  /** As in the notice, e.g. 国庆节. */
  name: text(40),
  off: z.array(Day).check(z.minLength(1), z.maxLength(31)),
  /** Weekend days that are working days instead. */
  makeup: z.array(Day).check(z.maxLength(31)),
});

const Notice = z.string().check(z.maxLength(300), z.regex(/^https?:\/\/\S+$/), wellFormed);

/** 节假日安排 of one year, as in the State Council's notice. */
export const CalendarYearFacts = z.strictObject({
  /** URLs of the notices, oldest first; at least one on gov.cn. */
  notices: z.array(Notice).check(z.minLength(1), z.maxLength(10)),
  holidays: z.array(Holiday).check(z.minLength(1), z.maxLength(30)),
});
export type CalendarYearFacts = z.infer<typeof CalendarYearFacts>;

const source = {
  /** `none`: there is no notice, and clocks that reach into the year wait for it. */
  source: z.enum(['shipped', 'loaded', 'none']),
  /** 0 for the shipped content; counts the loaded contents. */
  version: z.int().check(z.minimum(0)),
  /** Staff ids of whoever proposed and confirmed it. */
  loadedBy: z.optional(z.string()),
  confirmedBy: z.optional(z.string()),
  loadedAt: z.optional(Moment),
};
const CalendarSource = z.object(source);
export type CalendarSource = z.infer<typeof CalendarSource>;

const RecountView = z.object({
  state: z.enum(['running', 'done']),
  /** The second round covers tickets that were opened during the first. */
  round: z.int().check(z.minimum(1), z.maximum(2)),
  /** Tickets and promised cases put on the queue, in both rounds. */
  queued: z.int().check(z.minimum(0)),
});

const Year = z.int().check(z.minimum(1992), z.maximum(9998));

export const CalendarView = z.object({
  year: Year,
  ...source,
  notices: z.array(z.string()),
  holidays: z.array(z.object({ name: z.string(), off: z.array(Day), makeup: z.array(Day) })),
  /** In the whole year; `null` without a notice. */
  workingDays: z.nullable(z.int()),
  /** Open tickets that wait for the notice of this year. */
  waiting: z.int().check(z.minimum(0)),
  /** The recount of the newest loaded content. */
  recount: z.nullable(RecountView),
});
export type CalendarView = z.infer<typeof CalendarView>;

export const CalendarLoaded = z.object({
  year: Year,
  /** False when the same content was already loaded. */
  changed: z.boolean(),
  ...source,
  recount: z.nullable(RecountView),
});
export type CalendarLoaded = z.infer<typeof CalendarLoaded>;

const content = { year: Year, yearVersion: z.int().check(z.minimum(1)) };

/**
 * A message of the recount queue: recount one ticket, or the promise of one case, by a calendar
 * that holds that content.
 */
export const RecountMessage = z.union([
  z.strictObject({ ticketId: TicketId, ...content }),
  z.strictObject({ projectNo: ProjectNo, ...content }),
]);
