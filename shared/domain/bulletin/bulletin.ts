/**
 * 月报: the monthly report of a city or an area. A pure function of the month's sums, so any reader
 * can recompute every number in it from the figures.
 */
import type { Area } from '../area/area.ts';
import type { Rate } from '../figures/measure.ts';
import type { DaySpan } from '../figures/scope.ts';
import type { Counts } from '../figures/slot.ts';
import type { Policy } from '../policy/policy.ts';
import type { Language } from '../text/language.ts';
import { compareTexts } from '../text/order.ts';
import { duties } from '../ticket/tally-counts.ts';
import { civilDateOf, nextDate } from '../time/instant.ts';
import type { CivilDate, Instant } from '../time/instant.ts';
import { monthSpan } from '../time/month.ts';
import type { Month } from '../time/month.ts';
import { partsOf } from './parts.ts';
import type { BulletinParts } from './parts.ts';
import { allRates, standingsOf } from './standing.ts';
import type { Counted, Rates, Standing } from './standing.ts';

/** 覆盖: how much of the register was rated in the month. */
export interface CoveredInMonth {
  readonly names: Readonly<Record<Language, string>>;
  readonly rate: Rate;
}

interface BulletinFacts {
  readonly month: Month;
  readonly area: Area;
  /** When the report was requested. */
  readonly at: Instant;
  /** The newest change that the figures include; undefined while there is none. */
  readonly figuresUntil: Instant | undefined;
  readonly policy: Pick<Policy, 'version' | 'scores' | 'source'>;
  readonly counts: Counts;
  readonly countsBefore: Counts;
  readonly coverage: readonly CoveredInMonth[];
}

export interface BulletinSource extends BulletinFacts {
  /** Days with at least one count. */
  readonly days: readonly { readonly day: CivilDate; readonly counts: Counts }[];
  /** Filled for a city; empty for an area. */
  readonly areas: readonly Counted[];
  readonly departments: readonly Counted[];
  /** Filled for a city only: a matter is handled in every area, so its figures are city-wide. */
  readonly matters: readonly Counted[];
}

export interface Bulletin extends BulletinFacts, BulletinParts {
  readonly span: DaySpan;
  /** Whether the month is over. Until then every number may still grow. */
  readonly over: boolean;
  readonly rates: Rates;
  readonly ratesBefore: Rates;
  /** Every day of the month that has begun, in order. */
  readonly days: BulletinSource['days'];
  readonly areas: readonly Standing[];
  readonly departments: readonly Standing[];
  /** 差评事项: matters with valid bad ratings, the most first. */
  readonly matters: readonly Standing[];
  /** 逾期: departments with any overdue duty, the most first. */
  readonly late: readonly Counted[];
  /** 挂账: departments that have or had tickets on the hardship register. */
  readonly hardship: readonly Counted[];
}

/** The maximum number of matters listed. */
export const worstMatters = 20;

/** Returns 有效差评: the bad ratings except those dismissed after review. */
export const badThatStand = (counts: Counts): number =>
  (counts.bad ?? 0) - (counts['state:dismissed'] ?? 0);

const lateSlots = duties.flatMap((duty) => [`${duty}:late`, `${duty}:missed`] as const);

export const lateIn = (counts: Counts): number =>
  lateSlots.reduce((sum, slot) => sum + (counts[slot] ?? 0), 0);

const everHeld = (counts: Counts): number =>
  Math.max(counts.hardship ?? 0, counts['state:hardship'] ?? 0);

const mostFirst = (
  counted: readonly Counted[],
  amount: (counts: Counts) => number,
): readonly Counted[] =>
  counted
    .filter(({ counts }) => amount(counts) > 0)
    .toSorted((a, b) => amount(b.counts) - amount(a.counts) || compareTexts(a.id, b.id));

const badShare = ({ places }: Standing): number => places.bad.rate.value ?? 0;

const rankWorst = ({ matters, policy }: BulletinSource): readonly Standing[] =>
  standingsOf(mostFirst(matters, badThatStand), policy.scores)
    .toSorted(
      (a, b) => badThatStand(b.counts) - badThatStand(a.counts) || badShare(b) - badShare(a),
    )
    .slice(0, worstMatters);

const everyDay = (
  { from, to }: DaySpan,
  { days: counted, at }: BulletinSource,
): BulletinSource['days'] => {
  const known = new Map(counted.map(({ day, counts }) => [day, counts]));
  const today = civilDateOf(at);
  const days: CivilDate[] = [];
  // A zero for a day that has not begun would look like a counted zero.
  for (let day = from; day <= to && day <= today; day = nextDate(day)) days.push(day);
  return days.map((day) => ({ day, counts: known.get(day) ?? {} }));
};

export const bulletinOf = (source: BulletinSource): Bulletin => {
  const { counts, countsBefore, policy, departments } = source;
  const span = monthSpan(source.month);
  return {
    ...source,
    span,
    over: civilDateOf(source.at) > span.to,
    rates: allRates(counts, policy.scores),
    ratesBefore: allRates(countsBefore, policy.scores),
    days: everyDay(span, source),
    ...partsOf(counts),
    areas: standingsOf(source.areas, policy.scores),
    departments: standingsOf(departments, policy.scores),
    matters: rankWorst(source),
    late: mostFirst(departments, lateIn),
    hardship: mostFirst(departments, everHeld),
  };
};
