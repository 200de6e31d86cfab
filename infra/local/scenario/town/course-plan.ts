import { townDepartments } from './body.ts';
import type { PlannedCase } from './case-plan.ts';
import { stopMinutes } from './day.ts';
import type { Beat, Course } from './table/course.table.ts';
import { areaWords } from './table/place.table.ts';

/** One thing that is done about one bad rating, and at which stop of the clock. */
export interface PlannedAction {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly stop: number;
  readonly beat: Beat;
  /** Of the member of staff; undefined where the resident acts. */
  readonly account: string | undefined;
  /** Its place in the course, from 0: together with the ticket it names the action. */
  readonly index: number;
}

interface Followed {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly stop: number;
  readonly course?: Course | undefined;
}

const stopOf = ({ day, stop }: Beat, opened: number): number =>
  (Math.floor(opened / stopMinutes.length) + day) * stopMinutes.length + stop;

/** The handler is of the department, the supervisor of its area, and the reviewer of the city. */
const accountFor = ({ by }: Beat, handled: PlannedCase | undefined): string | undefined => {
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

/** 办理过程: what is done about each bad rating until the history ends, in the order of time. */
export const planActions = (
  ratings: readonly Followed[],
  { cases, lastStop }: { readonly cases: readonly PlannedCase[]; readonly lastStop: number },
): readonly PlannedAction[] =>
  ratings
    .flatMap(({ projectNo, serviceNumber, stop: opened, course }) => {
      const handled = cases.find((one) => one.projectNo === projectNo);
      return (course?.beats ?? []).map((beat, index) => ({
        projectNo,
        serviceNumber,
        stop: stopOf(beat, opened),
        beat,
        account: accountFor(beat, handled),
        index,
      }));
    })
    .filter(({ stop }) => stop <= lastStop)
    .toSorted((a, b) => a.stop - b.stop);

interface Placed {
  readonly stop: number;
}

/**
 * Gives each course to the rating that comes in nearest to when the course wants it; every rating
 * has one at most.
 */
export const assignCourses = <Rating extends Placed>(
  ratings: readonly Rating[],
  courses: readonly Course[],
  lastStop: number,
): ReadonlyMap<Rating, Course> => {
  const given = new Map<Rating, Course>();
  for (const course of courses) {
    const wanted = lastStop - course.openedAgo * stopMinutes.length;
    const distanceOf = ({ stop }: Rating): number => Math.abs(stop - wanted);
    const [nearest] = ratings
      .filter((rating) => !given.has(rating))
      .toSorted((a, b) => distanceOf(a) - distanceOf(b));
    if (nearest) given.set(nearest, course);
  }
  return given;
};
