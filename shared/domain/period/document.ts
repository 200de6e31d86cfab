/**
 * 周期汇总: the report of a month to the provincial center. The record is a RECONSTRUCTION based on
 * the indicators that are published elsewhere; no official format of it is public, and the document
 * says so. Levels and channels are given by name, because the codes of the specifications
 * contradict each other.
 */
import { averageScore } from '../figures/measure.ts';
import type { Counts, Slot } from '../figures/slot.ts';
import { channels } from '../rating/channel.ts';
import type { Channel } from '../rating/channel.ts';
import { levels } from '../rating/level.ts';
import type { Level } from '../rating/level.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import type { Instant } from '../time/instant.ts';
import type { Month } from '../time/month.ts';

/** One row: of the whole city, of an area, or of a department. */
export interface PeriodRow {
  /** 办件数 */
  readonly cases: number;
  /** 评价数, including the default ratings of upstream systems. */
  readonly ratings: number;
  /** 主动评价数 */
  readonly activeRatings: number;
  readonly levels: Readonly<Record<Level, number>>;
  readonly channels: Readonly<Record<Channel, number>>;
  /** 差评数 */
  readonly badRatings: number;
  /** 无效差评数: dismissed after review. */
  readonly invalidBadRatings: number;
  /** 已回访 */
  readonly contacted: number;
  /** 应整改: the bad ratings that were not dismissed. */
  readonly toRectify: number;
  /** 已整改: submitted. */
  readonly rectified: number;
  /** 按期整改 */
  readonly rectifiedInTime: number;
  /** 已闭环: approved by a second person. */
  readonly closed: number;
  /** 申诉数 */
  readonly appeals: number;
  /** 申诉通过数 */
  readonly appealsGranted: number;
  /** 追评数 */
  readonly followUps: number;
  /** 平均分: the sum of scores and the number of ratings; `value` is null without ratings. */
  readonly averageScore: {
    readonly numerator: number;
    readonly denominator: number;
    readonly value: number | null;
  };
}

/** What a month's figures say, before a number and a time are assigned. */
export interface PeriodContent {
  readonly scores: Readonly<Record<Level, number>>;
  readonly city: PeriodRow & { readonly areaCode: string };
  /** By area code. */
  readonly areas: readonly (PeriodRow & { readonly areaCode: string })[];
  /** By credit code; the area is the city's when a department handles cases of several areas. */
  readonly departments: readonly (PeriodRow & {
    readonly areaCode: string;
    readonly deptCode: string;
  })[];
}

export interface PeriodDocument extends PeriodContent {
  readonly format: 'haochaping-period-1';
  readonly note: string;
  readonly period: Month;
  readonly edition: number;
  /** UTC; when the figures were read. */
  readonly generatedAt: Instant;
  /** UTC; the newest change that the figures include, `null` while there is none. */
  readonly figuresUntil: Instant | null;
}

export const reconstructionNote =
  '本格式为按公开指标重构的周期汇总，非省平台公布的正式格式。 Reconstructed from published indicators; not an official format.';

const sumSlots = (counts: Counts, ...slots: readonly Slot[]): number =>
  slots.reduce((sum, slot) => sum + (counts[slot] ?? 0), 0);

const byName = <Name extends string>(
  names: readonly Name[],
  countOf: (name: Name) => number,
): Readonly<Record<Name, number>> =>
  Object.fromEntries(names.map((name) => [name, countOf(name)])) as Record<Name, number>;

export const periodRow = (counts: Counts, scores: PeriodContent['scores']): PeriodRow => ({
  cases: sumSlots(counts, 'finished'),
  ratings: sumSlots(counts, 'rated', 'default_received'),
  activeRatings: sumSlots(counts, 'rated'),
  levels: byName(levels, (level) => sumSlots(counts, `rated:${level}`)),
  channels: byName(channels, (channel) => sumSlots(counts, `rated_by:${channel}`)),
  badRatings: sumSlots(counts, 'bad'),
  invalidBadRatings: sumSlots(counts, 'state:dismissed'),
  contacted: sumSlots(counts, 'contact:on_time', 'contact:late'),
  toRectify: sumSlots(counts, 'bad') - sumSlots(counts, 'state:dismissed'),
  rectified: sumSlots(counts, 'rectify:on_time', 'rectify:late'),
  rectifiedInTime: sumSlots(counts, 'rectify:on_time'),
  closed: sumSlots(counts, 'state:closed'),
  appeals: sumSlots(counts, 'claim:invalid'),
  appealsGranted: sumSlots(counts, 'granted:invalid'),
  followUps: sumSlots(counts, 'follow_up'),
  averageScore: averageScore(counts, scores),
});

/** Returns the exact text that is frozen, digested and sent. */
export const documentText = (document: PeriodDocument): string => canonicalJson(document);

const numbersIn = ({ scores, city, areas, departments }: PeriodContent): string =>
  canonicalJson({ scores, city, areas, departments });

/** Returns whether a document matches the current figures; its number and times are ignored. */
export const saysTheSame = (text: string, content: PeriodContent): boolean =>
  numbersIn(JSON.parse(text) as PeriodDocument) === numbersIn(content);
