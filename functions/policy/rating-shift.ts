import type { PolicyRehearsal } from '../../events/policy/policy.ts';
import { cityCode } from '../../shared/domain/area/area.ts';
import type { Counts } from '../../shared/domain/figures/slot.ts';
import type { Policy } from '../../shared/domain/policy/policy.ts';
import { levels } from '../../shared/domain/rating/level.ts';
import type { Level } from '../../shared/domain/rating/level.ts';
import { civilDateOf, nextDate } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';

export interface RatingShiftDeps {
  readonly rulebook: Rulebook;
  readonly figures: Pick<FigureStore, 'sums'>;
}

/** A whole year, so that every season is in it. */
const daysBack = 365;

const countOf = (counts: Counts, isCounted: (level: Level) => boolean): number =>
  levels
    .filter((level) => isCounted(level))
    .reduce((sum, level) => sum + (counts[`rated:${level}`] ?? 0), 0);

/**
 * Counts the first ratings of the city in the last 12 months that this policy would judge otherwise
 * than the policy in force. Those that are already stored keep their judgement.
 */
export const countShiftedRatings = async (
  { badLevels }: Policy,
  { rulebook, figures }: RatingShiftDeps,
  at: Instant,
): Promise<PolicyRehearsal['ratings']> => {
  const { policy } = await rulebook.now();
  const to = civilDateOf(at);
  const from = nextDate(to, 1 - daysBack);
  const [city] = await figures.sums([{ kind: 'city', id: cityCode }], { from, to });
  const counts = city?.counts ?? {};
  const [isBad, wasBad] = [new Set(badLevels), new Set(policy.badLevels)];
  return {
    from,
    to,
    rated: countOf(counts, () => true),
    newlyBad: countOf(counts, (level) => isBad.has(level) && !wasBad.has(level)),
    noLongerBad: countOf(counts, (level) => wasBad.has(level) && !isBad.has(level)),
  };
};
