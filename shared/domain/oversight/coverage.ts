/**
 * 覆盖率: what should be ratable, what was rated, and when last. "Rated" means really rated by a
 * resident since a given moment. What appears in a case without being in the register is listed
 * separately and is in no rate.
 */
import { shareOf } from '../figures/measure.ts';
import type { Rate } from '../figures/measure.ts';
import type { FigureMember } from '../figures/member.ts';
import { compareTexts } from '../text/order.ts';
import { later } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { HallLevel, RegisterEntry } from './register.ts';

export interface CoverageLine {
  readonly code: string;
  readonly name?: string | undefined;
  readonly level?: HallLevel | undefined;
  /** Whether the register of its area lists it. */
  readonly listed: boolean;
  readonly firstAt?: Instant | undefined;
  readonly finishedAt?: Instant | undefined;
  readonly ratedAt?: Instant | undefined;
}

type Met = Pick<FigureMember, 'id' | 'name' | 'lastFinishedAt' | 'lastRatedAt'> &
  Partial<Pick<FigureMember, 'firstAt'>>;

const byCode = (a: CoverageLine, b: CoverageLine): number => compareTexts(a.code, b.code);

const toTimes = (met: Met | undefined) => ({
  firstAt: met?.firstAt,
  finishedAt: met?.lastFinishedAt,
  ratedAt: met?.lastRatedAt,
});

/**
 * Returns every entry of one area's register and everything seen there that is not in it, by code.
 */
export const coverageLines = (
  entries: readonly RegisterEntry[],
  met: readonly Met[],
): readonly CoverageLine[] => {
  const metById = new Map(met.map((one) => [one.id, one]));
  const listed = entries.map(({ code, name, level }) => ({
    code,
    name,
    level,
    listed: true,
    ...toTimes(metById.get(code)),
  }));
  const codes = new Set(entries.map(({ code }) => code));
  const others = met
    .filter(({ id }) => !codes.has(id))
    .map((one) => ({ code: one.id, name: one.name, listed: false, ...toTimes(one) }));
  return [...listed, ...others].toSorted(byCode);
};

export const isCovered = ({ ratedAt }: CoverageLine, since: Instant): boolean =>
  (ratedAt ?? '') >= since;

export interface Coverage {
  /** The share of the register's entries that were rated. */
  readonly rate: Rate;
  /** Seen, but in no register. */
  readonly unlisted: number;
  readonly lastRatedAt?: Instant | undefined;
}

export const coverageOf = (lines: readonly CoverageLine[], since: Instant): Coverage => {
  const listed = lines.filter((line) => line.listed);
  const numerator = listed.filter((line) => isCovered(line, since)).length;
  const denominator = listed.length;
  const moments = lines.flatMap(({ ratedAt }) => (ratedAt === undefined ? [] : [ratedAt]));
  const [first, ...others] = moments;
  return {
    rate: shareOf(numerator, denominator),
    unlisted: lines.length - denominator,
    lastRatedAt: first && others.reduce(later, first),
  };
};
