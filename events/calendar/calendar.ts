import * as z from 'zod/mini';

import { documentNumber } from '../../shared/domain/text/document-number.ts';
import { ticketStates } from '../../shared/domain/ticket/terms.ts';
import { Day, Moment, ProjectNo, text, TicketId, wellFormed } from '../primitive.ts';

const Holiday = z.object({
  /** As in the notice, e.g. 国庆节. */
  name: text(40),
  off: z.array(Day).check(z.minLength(1), z.maxLength(31)),
  /** Weekend days that are working days instead. */
  makeup: z.array(Day).check(z.maxLength(31)),
});

const Notice = z.strictObject({
  url: z.string().check(z.maxLength(300), z.regex(/^https?:\/\/\S+$/), wellFormed),
  /** 发文字号, as printed: 国办发明电〔2025〕7号. */
  number: z.string().check(z.regex(documentNumber)),
});

/** 节假日安排 of one year, as in the State Council's notice. */
export const CalendarYearFacts = z.strictObject({
  /** Oldest first; at least one of the State Council, on gov.cn. */
  notices: z.array(Notice).check(z.maxLength(10)),
  holidays: z.array(Holiday).check(z.minLength(1), z.maxLength(30)),
  /** An assumption without a notice; allowed for trials only, and named as one. */
  assumed: z.optional(z.literal(true)),
});
export type CalendarYearFacts = z.infer<typeof CalendarYearFacts>;

const source = {
  /**
   * `none`: there is no notice, and clocks that reach into the year wait for it. `assumed`: loaded
   * without a notice, for a trial.
   */
  source: z.enum(['shipped', 'loaded', 'assumed', 'none']),
  /** 0 for the shipped content; counts the loaded contents. */
  version: z.int().check(z.minimum(0)),
  /** Staff ids of the persons who proposed and confirmed it. */
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
  /** As `PUT /v1/calendar/{year}` takes it; `null` without a notice. */
  content: z.nullable(z.object(CalendarYearFacts.shape)),
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

const Count = z.int().check(z.minimum(0));
const Shift = z.object({ now: z.nullable(Moment), proposed: z.nullable(Moment) });

const CalendarRehearsalLine = z.object({
  id: z.string(),
  state: z.enum(ticketStates),
  /** When it is due; `null` without a running clock or while its calendar is pending. */
  contactDue: Shift,
  rectifyDue: Shift,
  reviewDue: Shift,
});
export type CalendarRehearsalLine = z.infer<typeof CalendarRehearsalLine>;

/** 试算: when the open tickets are due, and when they would be due by this content of the year. */
export const CalendarRehearsal = z.object({
  year: Year,
  at: Moment,
  /** In the whole year; `null` without a notice. */
  workingDays: z.object({ now: z.nullable(z.int()), proposed: z.nullable(z.int()) }),
  /** 七个法定节日以外的放假: days off from Monday to Friday for something else; compare them with the notice. */
  unusual: z.readonly(z.array(z.object({ name: z.string(), off: z.readonly(z.array(Day)) }))),
  tickets: Count,
  /** Open tickets with a deadline that would move. */
  differing: Count,
  counts: z.object({
    contactEarlier: Count,
    contactLater: Count,
    rectifyEarlier: Count,
    rectifyLater: Count,
    reviewEarlier: Count,
    reviewLater: Count,
    /** A deadline that waits for the year would have its date. */
    noLongerWaiting: Count,
  }),
  /** The first 50 tickets with a deadline that would move. */
  lines: z.array(CalendarRehearsalLine),
});
export type CalendarRehearsal = z.infer<typeof CalendarRehearsal>;

const content = { year: Year, yearVersion: z.int().check(z.minimum(1)) };

/**
 * A message of the recount queue: recount one ticket, or the promise of one case, by a calendar
 * that holds that content.
 */
export const RecountMessage = z.union([
  z.strictObject({ ticketId: TicketId, ...content }),
  z.strictObject({ projectNo: ProjectNo, ...content }),
]);
