/**
 * 月报: what one month of a city or an area comes to. A pure function of the month's sums, so that any
 * reader can reckon every number of it again from the figures.
 */
import type { Area } from '../area/area.ts';
import type { Rate } from '../figures/measure.ts';
import type { DaySpan } from '../figures/scope.ts';
import type { Counts } from '../figures/slot.ts';
import type { Policy } from '../policy/policy.ts';
import type { Language } from '../text/language.ts';
import { civilDateOf, nextDate } from '../time/instant.ts';
import type { CivilDate, Instant } from '../time/instant.ts';
import { monthSpan } from '../time/month.ts';
import type { Month } from '../time/month.ts';
import { partsOf } from './parts.ts';
import type { BulletinParts } from './parts.ts';
import { allRates, standingsOf } from './standing.ts';
import type { Counted, Rates, Standing } from './standing.ts';

/** 覆盖: of what the register lists, how much was rated in the month. */
export interface CoveredInMonth {
  readonly names: Readonly<Record<Language, string>>;
  readonly rate: Rate;
}

interface BulletinFacts {
  readonly month: Month;
  readonly area: Area;
  /** When it was asked for. */
  readonly at: Instant;
  /** The newest change that the figures hold; undefined while there is none. */
  readonly figuresUntil: Instant | undefined;
  readonly policy: Pick<Policy, 'version' | 'scores' | 'source'>;
  readonly counts: Counts;
  readonly countsBefore: Counts;
  readonly coverage: readonly CoveredInMonth[];
}

export interface BulletinSource extends BulletinFacts {
  /** Days that have any count. */
  readonly days: readonly { readonly day: CivilDate; readonly counts: Counts }[];
  /** Of a city; an area has none. */
  readonly areas: readonly Counted[];
  readonly departments: readonly Counted[];
  /** Of a city: a matter is handled in every area, and its figures are the city's. */
  readonly matters: readonly Counted[];
}

export interface Bulletin extends BulletinFacts, BulletinParts {
  readonly span: DaySpan;
  /** Whether the month is over; until then every number may still grow. */
  readonly over: boolean;
  readonly rates: Rates;
  readonly ratesBefore: Rates;
  /** Every day of the month that has begun, in order. */
  readonly days: BulletinSource['days'];
  readonly areas: readonly Standing[];
  readonly departments: readonly Standing[];
  /** 差评事项: those with bad ratings that stand, the most first. */
  readonly matters: readonly Standing[];
  /** 逾期: departments that were late with anything, the most first. */
  readonly late: readonly Counted[];
  /** 挂账: departments that have or had something on the register. */
  readonly hardship: readonly Counted[];
}

/** How many matters are named at most. */
export const worstMatters = 20;

/** 有效差评: bad ratings but those dismissed after review. */
export const badThatStand = (counts: Counts): number =>
  (counts.bad ?? 0) - (counts['state:dismissed'] ?? 0);

const lateSlots = ['contact:late', 'contact:missed', 'rectify:late', 'rectify:missed'] as const;

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
    .toSorted((a, b) => amount(b.counts) - amount(a.counts) || (a.id < b.id ? -1 : 1));

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
  // A nought of a day that has not begun would look like one that was counted.
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
