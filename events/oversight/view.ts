import * as z from 'zod/mini';

import { hallLevels, registerNouns } from '../../shared/domain/oversight/register.ts';
import { PromiseView } from '../case/view.ts';
import { RateView } from '../figures/view.ts';
import { Missing } from '../pad/view.ts';
import { Area, Day, HallCode, Moment, ProjectNo, text, WindowCode, OrgCode } from '../primitive.ts';

const cursor = z.nullable(z.string());

/** 黄灯、红灯与待定办件; the applicant is not among it. */
export const PromisedCases = z.object({
  cases: z.array(
    z.object({
      projectNo: ProjectNo,
      matter: z.object({ code: z.string(), name: z.string() }),
      department: z.object({ creditCode: z.string(), name: z.string() }),
      area: Area,
      acceptedAt: Moment,
      promise: PromiseView,
    }),
  ),
  cursor,
});

const padLine = {
  padId: z.string(),
  hall: HallCode,
  window: WindowCode,
  label: z.optional(z.string()),
  state: z.enum(['waiting', 'enrolled', 'revoked']),
  lastSeenAt: z.nullable(Moment),
  /** Whole seconds since the pad was last heard of; `null` when it never was. */
  silentSeconds: z.nullable(z.int()),
  /** 失联: enrolled, and not heard of for five minutes or never. */
  silent: z.boolean(),
  /** Ratings in the pad's own queue when it was last heard of. */
  waiting: z.nullable(z.int()),
  highest: z.int(),
  missing: Missing,
  /** How many numbers that are. */
  missingCount: z.int(),
  /** Ratings that were refused for good; each is kept, sealed. */
  refused: z.object({
    count: z.int(),
    lastAt: z.nullable(Moment),
    byCode: z.array(z.object({ code: z.string(), count: z.int() })),
  }),
};

export const PadOversight = z.object({ at: Moment, pads: z.array(z.object(padLine)), cursor });

export const PadFile = z.object({
  at: Moment,
  ...padLine,
  refusals: z.array(
    z.object({
      /** `null` when no number could be read. */
      sequence: z.nullable(z.int()),
      /** Tells apart what was refused under one number. */
      mark: z.string(),
      at: Moment,
      code: z.string(),
      reason: z.string(),
    }),
  ),
});

const Entry = z.strictObject({
  /** 统一社会信用代码 of a department, 事项编码 of a matter, 大厅编码 of a hall. */
  code: text(50),
  name: text(200),
  /** 统一部门编码 of departments: reported to the province where a case names none. */
  orgCode: z.optional(OrgCode),
  /** Of halls, and of nothing else. */
  level: z.optional(z.enum(hallLevels)),
});

export const longestRegister = 5000;

/** 应评清单: the whole list of an area; it takes the place of the one before. */
export const RegisterFacts = z.strictObject({
  /** The version that was looked at, 0 for none; without it whatever is there is replaced. */
  expectedVersion: z.optional(z.int().check(z.minimum(0))),
  entries: z.array(Entry).check(z.maxLength(longestRegister)),
});

const registerHead = {
  noun: z.enum(registerNouns),
  area: Area,
  /** 0 while nobody has put a list there. */
  version: z.int(),
  by: z.optional(z.string()),
  at: z.optional(Moment),
};

export const RegisterView = z.object({ ...registerHead, entries: z.array(Entry) });

export const RegisterSaved = z.object({
  ...registerHead,
  /** False when the same list was there before. */
  changed: z.boolean(),
  count: z.int(),
});

const coverage = {
  /** Of the register's entries, those that were rated in the span. */
  rate: RateView,
  /** Met in cases or ratings, but in no register; in no rate. */
  unlisted: z.int(),
  lastRatedOn: z.nullable(Day),
};

const span = {
  area: Area,
  from: Day,
  to: Day,
  /** When the newest change was made that is counted; `null` while nothing is. */
  countedUntil: z.nullable(Moment),
};

/** 覆盖情况: portal, app, halls by level, departments and matters. */
export const CoverageView = z.object({
  ...span,
  channels: z.array(
    z.object({
      channel: z.enum(['portal', 'app']),
      rated: z.int(),
      lastRatedOn: z.nullable(Day),
    }),
  ),
  halls: z.array(z.object({ level: z.enum(hallLevels), ...coverage })),
  /** Halls of every level, and those that stand in no register. */
  allHalls: z.object(coverage),
  departments: z.object(coverage),
  matters: z.object(coverage),
  /** Areas that have not listed what should be able to be rated. */
  withoutRegister: z.array(z.object({ area: Area, noun: z.enum(registerNouns) })),
});

export const CoverageLines = z.object({
  ...span,
  of: z.enum(registerNouns),
  lines: z.array(
    z.object({
      area: Area,
      code: z.string(),
      name: z.nullable(z.string()),
      level: z.optional(z.enum(hallLevels)),
      /** Whether the register names it. */
      listed: z.boolean(),
      /** Whether it was rated in the span. */
      rated: z.boolean(),
      lastFinishedOn: z.nullable(Day),
      lastRatedOn: z.nullable(Day),
    }),
  ),
  cursor,
});
