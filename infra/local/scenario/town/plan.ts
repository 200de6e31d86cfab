import type { CivilDate, Instant } from '../../../../shared/domain/time/instant.ts';
import { planCases } from './case-plan.ts';
import type { PlannedCase, PlannedEvent } from './case-plan.ts';
import { historyOf, stopAt, stopMinutes } from './day.ts';
import { createRandom } from './random.ts';
import { planRatings } from './rating-plan.ts';
import type { PlannedRating } from './rating-plan.ts';
import type { IntegratorWord } from './table/integrator.table.ts';
import { planActions } from './ticket-plan.ts';
import type { PlannedAction } from './ticket-plan.ts';
import { planWaitingCase } from './waiting-case.ts';

/** What happens when the clock reaches `at`: events, then actions on earlier ratings, then ratings. */
export interface PlannedStop {
  readonly number: number;
  readonly at: Instant;
  readonly events: readonly (PlannedEvent & { readonly integrator: IntegratorWord })[];
  readonly ratings: readonly PlannedRating[];
  readonly actions: readonly PlannedAction[];
}

export interface TownPlan {
  readonly seed: string;
  readonly today: CivilDate;
  readonly cases: readonly PlannedCase[];
  readonly ratings: readonly PlannedRating[];
  /** The stops at which something happens, in order, all before `today`. */
  readonly stops: readonly PlannedStop[];
}

/** The seed of the town that `npm start` loads. */
export const usualSeed = 'shaoxing-2020';

/**
 * The history of the small town up to the day before `today`, as data. The plan depends only on the
 * seed and the day.
 */
export const planTown = (seed: string, today: CivilDate): TownPlan => {
  const days = historyOf(today);
  const choices = createRandom(`${seed}/${today}`);
  const lastStop = days.length * stopMinutes.length - 1;
  const drawn = planCases(days, choices);
  const waiting = planWaitingCase(days);
  const cases = [...drawn, waiting.handled];
  const ratings = [...planRatings(drawn, { random: choices, lastStop }), waiting.rating];
  const actions = planActions(ratings, { cases, lastStop });
  const events = cases.flatMap(({ integrator, events: its }) =>
    its.map((event) => ({ ...event, integrator })),
  );
  const stops = Array.from({ length: lastStop + 1 }, (_, number) => ({
    number,
    at: stopAt(days, number),
    events: events.filter((event) => event.stop === number),
    ratings: ratings.filter((rating) => rating.stop === number),
    actions: actions.filter((action) => action.stop === number),
  }));
  return {
    seed,
    today,
    cases,
    ratings,
    stops: stops.filter(
      ({ events, ratings, actions }) => events.length + ratings.length + actions.length > 0,
    ),
  };
};
