import * as z from 'zod/mini';

import { stepProblems } from '../../events/oversight/view.ts';
import type { StepProblem } from '../../events/oversight/view.ts';
import { Area } from '../../events/primitive.ts';
import { caseState } from '../../shared/domain/case/case.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { CivilDate } from '../../shared/domain/time/instant.ts';
import { areaAskedBy } from '../../shared/http/known-area.ts';
import { listsWithin, overAreas } from '../../shared/http/oversight/over-areas.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { readQuery } from '../../shared/http/query.ts';
import { requireReach } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { CaseStore, PromisedList } from '../../shared/port/case/store.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { Page, Paging } from '../../shared/port/page.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import { rulesInForce } from '../../shared/rules.ts';
import { irregularityViews, stepViews } from '../case/step-view.ts';
import { canView, overseenHead } from './overseen.ts';
import type { Viewer } from './overseen.ts';

export interface OverseenStepsDeps {
  readonly now: Now;
  readonly cases: Pick<CaseStore, 'promised' | 'finished'>;
  readonly rulebook: Rulebook;
  readonly places: Pick<Places, 'now'>;
}

const Asked = z.object({
  problem: z._default(z.enum(stepProblems), 'late'),
  finishedOn: z.optional(CivilDate),
  area: z.optional(Area),
  ...pageAsked,
});
type Asked = z.infer<typeof Asked>;

const lateSteps = (known: Case, { timetable, at }: Viewer) =>
  stepViews(known, timetable, at).filter(({ light }) => light === 'red');

const hasProblem: Readonly<Record<StepProblem, (known: Case, viewer: Viewer) => boolean>> = {
  late: (known, viewer) => lateSteps(known, viewer).length > 0,
  irregular: (known, { timetable, at }) => irregularityViews(known, timetable, at).length > 0,
};

/** The parts of an area's list of running cases: a case that waits may have a late step as well. */
const runningParts = {
  turned: (area: string, { at }: Viewer): PromisedList => ({ area, turnedBy: at }),
  suspended: (area: string): PromisedList => ({ area, awaiting: 'resumption' }),
  pending: (area: string): PromisedList => ({ area, awaiting: 'calendar' }),
} as const;
type RunningPart = keyof typeof runningParts;

const separator = '/';

const partsOf = (area: string): readonly string[] =>
  Object.keys(runningParts).map((part) => [area, part].join(separator));

const pageFor = async (
  asked: Asked,
  viewer: Viewer,
  { cases, places }: OverseenStepsDeps,
): Promise<Page<Case>> => {
  const list = await places.now();
  const areas = listsWithin(areaAskedBy(viewer.staff, asked.area, list), list);
  const { problem, finishedOn: day } = asked;
  const only = (known: Case): boolean =>
    canView(viewer, known) && hasProblem[problem](known, viewer);
  if (day !== undefined) {
    return overAreas(areas, asked, (area, page) =>
      cases.finished({ area, day }, { ...page, only }),
    );
  }
  const readPart = (name: string, page: Paging<Case>): Promise<Page<Case>> => {
    const [area = '', part] = name.split(separator);
    const list = runningParts[part as RunningPart](area, viewer);
    return cases.promised(list, { ...page, only });
  };
  return overAreas(areas.flatMap(partsOf), asked, readPart);
};

const toLine = (known: Case, viewer: Viewer) => ({
  ...overseenHead(known),
  state: caseState(known),
  lateSteps: lateSteps(known, viewer),
  irregularities: irregularityViews(known, viewer.timetable, viewer.at),
});

/**
 * `GET /v1/oversight/steps?problem=late|irregular`: lists running cases with a step past its own
 * term, or whose steps are missing or irregular; with `finishedOn` the cases that were finished on
 * that day.
 */
export const overseeSteps =
  (deps: OverseenStepsDeps): StaffHandler =>
  async (request, staff) => {
    const asked = readQuery(Asked, request);
    requireReach(staff, asked.area ?? staff.area);
    const { timetable } = await rulesInForce(deps.rulebook);
    const viewer = { staff, at: deps.now(), timetable };
    const { items, cursor } = await readPage(() => pageFor(asked, viewer, deps));
    const cases = items.map((known) => toLine(known, viewer));
    return { status: 200, body: { cases, cursor: cursor ?? null } };
  };
