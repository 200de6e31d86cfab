import { townDepartments } from './body.ts';
import type { PlannedCase } from './case-plan.ts';
import { stopMinutes } from './day.ts';
import { areaWords } from './table/place.table.ts';
import type { TicketScenario, TicketStep } from './table/ticket-scenario.table.ts';

/** One step of a ticket scenario, for one bad rating and at one stop of the clock. */
export interface PlannedAction {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly stop: number;
  readonly step: TicketStep;
  /** Of the member of staff; undefined for the resident. */
  readonly account: string | undefined;
  /** The position in the scenario, from 0. Ticket and index identify the action. */
  readonly index: number;
}

interface RatingWithScenario {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly stop: number;
  readonly scenario?: TicketScenario | undefined;
}

const stopOf = ({ when: [day, stop] }: TicketStep, opened: number): number =>
  (Math.floor(opened / stopMinutes.length) + day) * stopMinutes.length + stop;

/** The handler is of the department, the supervisor of its area, and the reviewer of the city. */
const accountFor = ({ by }: TicketStep, handled: PlannedCase | undefined): string | undefined => {
  const header = handled?.events[0]?.facts.header;
  const department = townDepartments.find(
    ({ creditCode }) => creditCode === header?.department.creditCode,
  );
  if (department === undefined) throw new RangeError('a bad rating of no department of the town');
  if (by === 'handler') return `handler-${department.word}`;
  const area = areaWords.find((place) => place.area === department.area.slice(0, 6));
  if (by === 'supervisor') return `supervisor-${area?.word ?? 'city'}`;
  return by === 'reviewer' ? 'reviewer' : undefined;
};

/** 办理过程: the steps after each bad rating up to the end of the history, in the order of time. */
export const planActions = (
  ratings: readonly RatingWithScenario[],
  { cases, lastStop }: { readonly cases: readonly PlannedCase[]; readonly lastStop: number },
): readonly PlannedAction[] =>
  ratings
    .flatMap(({ projectNo, serviceNumber, stop: opened, scenario }) => {
      const handled = cases.find((one) => one.projectNo === projectNo);
      return (scenario?.steps ?? []).map((step, index) => ({
        projectNo,
        serviceNumber,
        stop: stopOf(step, opened),
        step,
        account: accountFor(step, handled),
        index,
      }));
    })
    .filter(({ stop }) => stop <= lastStop)
    .toSorted((a, b) => a.stop - b.stop);

/** Assigns each scenario to the rating that is nearest to its time. A rating has at most one. */
export const assignScenarios = <Rating extends { readonly stop: number }>(
  ratings: readonly Rating[],
  scenarios: readonly TicketScenario[],
  lastStop: number,
): ReadonlyMap<Rating, TicketScenario> => {
  const assigned = new Map<Rating, TicketScenario>();
  for (const scenario of scenarios) {
    const wanted = lastStop - scenario.openedAgo * stopMinutes.length;
    const distanceOf = ({ stop }: Rating): number => Math.abs(stop - wanted);
    const [nearest] = ratings
      .filter((rating) => !assigned.has(rating))
      .toSorted((a, b) => distanceOf(a) - distanceOf(b));
    if (nearest) assigned.set(nearest, scenario);
  }
  return assigned;
};
