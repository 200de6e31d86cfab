import { coverageOf, isCovered } from '../../shared/domain/oversight/coverage.ts';
import type { CoverageLine } from '../../shared/domain/oversight/coverage.ts';
import { hallLevels } from '../../shared/domain/oversight/register.ts';
import type { RatableNoun } from '../../shared/domain/oversight/register.ts';
import { civilDateOf } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { DayCounts } from '../../shared/port/figures/store.ts';
import type { CoverageSummary } from './coverage-summary.ts';

const dayOf = (at: Instant | undefined) => (at === undefined ? null : civilDateOf(at));

const shareOf = (lines: readonly CoverageLine[], since: Instant) => {
  const { rate, unlisted, lastRatedAt } = coverageOf(lines, since);
  return { rate, unlisted, lastRatedOn: dayOf(lastRatedAt) };
};

/** 线上渠道: returns the number of ratings over portal and app, and the day of the last one. */
export const channelShares = (days: readonly DayCounts[]) =>
  (['portal', 'app'] as const).map((channel) => {
    const ratedOn = days.filter(({ counts }) => (counts[`rated_by:${channel}`] ?? 0) > 0);
    return {
      channel,
      rated: ratedOn.reduce((sum, { counts }) => sum + (counts[`rated_by:${channel}`] ?? 0), 0),
      lastRatedOn: ratedOn.at(-1)?.day ?? null,
    };
  });

/** Returns the shares; a rate without a register has the denominator 0 and no value. */
export const sharesOf = (all: readonly CoverageSummary[], since: Instant) => {
  const linesOf = (wanted: CoverageSummary['noun']) =>
    all.filter(({ noun }) => noun === wanted).flatMap(({ lines }) => lines);
  const halls = linesOf('halls');
  return {
    halls: hallLevels.map((level) => ({
      level,
      ...shareOf(
        halls.filter((hall) => hall.level === level),
        since,
      ),
    })),
    allHalls: shareOf(halls, since),
    departments: shareOf(linesOf('departments'), since),
    matters: shareOf(linesOf('matters'), since),
    withoutRegister: all
      .filter(({ hasRegister }) => !hasRegister)
      .map(({ area, noun }) => ({ area, noun })),
  };
};

export interface PlacedLine extends CoverageLine {
  readonly area: string;
}

/** 清单外引用: a line of what no register of its area lists. */
export interface UnlistedLine extends PlacedLine {
  readonly noun: RatableNoun | 'areas' | 'windows';
  readonly hasRegister: boolean;
}

/** Returns what is in no register, area by area. */
export const unlistedIn = (all: readonly CoverageSummary[]): readonly UnlistedLine[] =>
  all.flatMap(({ area, noun, hasRegister, lines }) =>
    lines.filter(({ listed }) => !listed).map((line) => ({ ...line, area, noun, hasRegister })),
  );

export const unlistedView = ({ area, noun, hasRegister, ...line }: UnlistedLine) => ({
  area,
  noun,
  code: line.code,
  name: line.name ?? null,
  hasRegister,
  firstSeenOn: dayOf(line.firstAt),
  lastFinishedOn: dayOf(line.finishedAt),
  lastRatedOn: dayOf(line.ratedAt),
});

export const lineView = ({ area, ...line }: PlacedLine, since: Instant) => ({
  area,
  code: line.code,
  name: line.name ?? null,
  ...(line.level === undefined ? {} : { level: line.level }),
  listed: line.listed,
  rated: isCovered(line, since),
  lastFinishedOn: dayOf(line.finishedAt),
  lastRatedOn: dayOf(line.ratedAt),
});
