import * as z from 'zod/mini';

import { hallLevels, placeKinds, registerNouns } from '../../shared/domain/oversight/register.ts';
import { indicatorGroups, indicatorSets } from '../../shared/domain/rating/indicator-kind.ts';
import { FileReading } from '../case/import.ts';
import { Area, codeText, CreditCode, Moment, OrgCode, text, WindowCode } from '../primitive.ts';

/** Counters and terminals of one hall; the largest halls of the city have some 150 windows. */
const places = z.array(WindowCode).check(z.maxLength(300));

const TimeOfDay = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));

const Hours = z
  .strictObject({
    /** 1 for Monday to 7 for Sunday. */
    days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(
      z.minLength(1),
      z.maxLength(7),
      z.refine((days) => days.every((day, index) => index === 0 || day > (days[index - 1] ?? 0))),
    ),
    from: TimeOfDay,
    to: TimeOfDay,
  })
  .check(z.refine(({ from, to }) => from < to, { path: ['to'] }));

const Contact = z.strictObject({
  name: text(50).check(z.regex(/^[^;；\r\n]+$/u)),
  staffId: z.string().check(z.regex(/^[\w.@-]{1,64}$/)),
});

export const RegisterItem = z.strictObject({
  /**
   * 统一社会信用代码 of a department, 事项编码 of a matter, 大厅编码 of a hall, a code of one's own for
   * a self-built system, 行政区划代码 of an area, 指标代码 of an indicator: three digits, the first of
   * which is its level, from 5 (非常满意) to 1 (非常不满意).
   */
  code: codeText(50),
  /** Of indicators: the Chinese text, which cannot change once it was in force. */
  name: text(200),
  /** Departments and halls: where within the area of the list they are. */
  area: z.optional(Area),
  /** 统一部门编码 of departments: reported to the province when a case has none. */
  orgCode: z.optional(OrgCode),
  /**
   * Of departments: the other areas, 6 digits each, whose cases count in its figures; cases that name
   * it anywhere else count in that area only.
   */
  serves: z.optional(z.array(z.string().check(z.regex(/^\d{6}$/))).check(z.maxLength(20))),
  /** 联络员 of departments, by staff id; phone numbers are not kept here. */
  contacts: z.optional(z.array(Contact).check(z.maxLength(10))),
  /** 敏感事项 of matters: 残疾、低保、生育、医保 and the like. */
  sensitive: z.optional(z.boolean()),
  /** Halls only. */
  level: z.optional(z.enum(hallLevels)),
  /** 窗口 of halls. */
  windows: z.optional(places),
  /** 自助终端 of halls. */
  terminals: z.optional(places),
  /** 办公时间 of halls, with those outside usual hours (错时延时服务). */
  hours: z.optional(z.array(Hours).check(z.maxLength(21))),
  /** Of self-built systems: the department that runs it. */
  department: z.optional(CreditCode),
  /** Of self-built systems: the id that its admission answered; absent until it is admitted. */
  system: z.optional(text(64)),
  /** Of areas. */
  kind: z.optional(z.enum(placeKinds)),
  /** The English text of an indicator, or name of an area of six digits. */
  english: z.optional(text(200)),
  /** What an indicator is about. */
  group: z.optional(z.enum(indicatorGroups)),
  /** Of indicators: `base` is shown at once, `expanded` on "more"; without it only when retired. */
  set: z.optional(z.enum(indicatorSets)),
  /** 停用 of indicators: new ratings cannot have it any more, old ones keep its text. */
  retired: z.optional(z.boolean()),
  /** Of areas of six digits: other codes seen for the same area; what arrives under one is counted for the area. */
  aliases: z.optional(z.array(z.string().check(z.regex(/^\d{6}$/))).check(z.maxLength(10))),
  /** 已撤销, of areas of six digits: nothing new is set up there, and everything it has stays. */
  closed: z.optional(z.boolean()),
});

export const longestRegister = 5000;

const RegisterEntries = z.array(RegisterItem).check(z.maxLength(longestRegister));

/** 清单: the complete list of an area; it replaces the previous one. */
export const RegisterFacts = z.strictObject({
  /**
   * The version that the caller saw, 0 for none; without it the current list is replaced
   * unconditionally.
   */
  expectedVersion: z.optional(z.int().check(z.minimum(0))),
  entries: RegisterEntries,
});

const registerHead = {
  noun: z.enum(registerNouns),
  area: Area,
  /** 0 while no list is stored. */
  version: z.int(),
  /** Staff ids of the persons who proposed and confirmed the list. */
  by: z.optional(z.string()),
  confirmedBy: z.optional(z.string()),
  at: z.optional(Moment),
};

export const RegisterView = z.object({ ...registerHead, entries: z.array(RegisterItem) });

/** What a proposed list changes: at most 200 entries, those that it leaves out first. */
export const RegisterDifference = z.object({
  removed: z.array(RegisterItem),
  changed: z.array(z.object({ before: RegisterItem, after: RegisterItem })),
  added: z.array(RegisterItem),
  /** How many changes there are beside these. */
  more: z.int(),
});

export const RegisterSaved = z.object({
  ...registerHead,
  /** False when the same list was already stored. */
  changed: z.boolean(),
  count: z.int(),
  /** Of an uploaded file: how it was read. */
  reading: z.optional(FileReading),
});

/** Every version that was in force, the newest first. */
export const RegisterVersions = z.object({
  noun: z.enum(registerNouns),
  area: Area,
  versions: z.array(
    z.object({
      version: z.int(),
      by: z.string(),
      confirmedBy: z.string(),
      at: Moment,
      count: z.int(),
    }),
  ),
  cursor: z.nullable(z.string()),
});
