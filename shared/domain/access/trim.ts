/**
 * 到期删除: acts older than their period are taken out from the beginning of the log. Before that, an
 * act marks how far: by the number of the last one, which is how many were ever taken out, and its
 * hash, on which the rest of the chain goes on.
 */
import { cityCode } from '../area/area.ts';
import { actYearLimits, yearsBefore } from '../case/retention/rules.ts';
import { civilDate, civilDateOf } from '../time/instant.ts';
import type { CivilDate, Instant } from '../time/instant.ts';
import { monthOf } from '../time/month.ts';
import type { Month } from '../time/month.ts';
import type { Act, ActFacts } from './act.ts';

const call = 'SCHEDULE access/acts';

export interface TrimMark {
  readonly at: Instant;
  /** The last act that was due; the numbers begin at 1 and have no gaps. */
  readonly removed: number;
  /** Of that act. */
  readonly hash: string;
  /** The last day whose acts were due. */
  readonly until: CivilDate;
}

export const trimFacts = (
  last: Pick<Act, 'number' | 'hash'>,
  { at, until }: Pick<TrimMark, 'at' | 'until'>,
): ActFacts => ({
  phase: 'asked',
  at,
  by: 'system',
  roles: [],
  area: cityCode,
  call,
  subject: { removed: String(last.number), hash: last.hash, until },
});

/** Returns undefined for an act that marks nothing. */
export const trimMarkOf = (act: Act): TrimMark | undefined => {
  if (act.phase !== 'asked' || act.call !== call) return undefined;
  const { removed = '', hash = '', until = '' } = act.subject;
  const day = civilDate(until);
  return day && { at: act.at, removed: Number(removed), hash, until: day };
};

/** The last act that was there when a month began. */
export interface MonthMark {
  readonly month: Month;
  readonly number: number;
}

/** Whether what was written after the last due day is said to be due, or that day is too late. */
const isTooLate = ({ at, removed, until }: TrimMark, months: readonly MonthMark[]): boolean => {
  const later = months.filter(({ month }) => month > monthOf(until));
  return (
    until > yearsBefore(civilDateOf(at), actYearLimits.fewest) ||
    later.some(({ number }) => removed > number)
  );
};

interface Beginning {
  /** The first act that is there. */
  readonly first: Act;
  /** The last one that the mark takes out, while the removal has not come so far. */
  readonly last: Act | undefined;
  readonly months: readonly MonthMark[];
}

/** Whether a log may begin so: with the first act of all, or as the newest mark says. */
export const isWholeFrom = (
  { first, last, months }: Beginning,
  mark: TrimMark | undefined,
): boolean => {
  if (first.number === 1) return first.previous === '';
  if (mark === undefined || isTooLate(mark, months)) return false;
  if (first.number <= mark.removed) return last?.hash === mark.hash;
  const isNext = first.number === mark.removed + 1 && first.previous === mark.hash;
  return isNext && civilDateOf(first.at) > mark.until;
};
