import type { CaseEventFacts, CaseHeaderFacts } from '../../../../events/case/event.ts';
import type { CivilDate } from '../../../../shared/domain/time/instant.ts';
import { makeApplicant } from './applicant.ts';
import { subtractMinutes, hallStops, stopAt, stopMinutes, stopNumber } from './day.ts';
import { townHalls } from './hall.ts';
import type { TownHall } from './hall.ts';
import { townMatters } from './matter.ts';
import type { TownMatter } from './matter.ts';
import type { Random } from './random.ts';
import type { IntegratorWord } from './table/integrator.table.ts';
import { longestOverduePromise, profiles } from './table/profile.table.ts';
import type { Beat, Profile } from './table/profile.table.ts';
import { staffOf, windowPlan } from './window-plan.ts';
import type { WindowPlan } from './window-plan.ts';

/** One event of one case, and the stop of the clock before which it happened. */
export interface PlannedEvent {
  readonly stop: number;
  readonly facts: CaseEventFacts;
}

export interface PlannedCase {
  readonly projectNo: string;
  readonly profile: string;
  readonly integrator: IntegratorWord;
  readonly events: readonly PlannedEvent[];
}

interface Course {
  readonly profile: Profile;
  readonly matter: TownMatter;
  /** Undefined: applied for online. */
  readonly hall: TownHall | undefined;
  readonly integrator: IntegratorWord;
}

const onlineShare = 32;

const matterFits = (profile: Profile) => (matter: TownMatter) => {
  if (profile.matter === 'immediate') return matter.promisedDays === undefined;
  if (matter.promisedDays === undefined) return false;
  return profile.begins !== 'overdue' || matter.promisedDays <= longestOverduePromise;
};

/** City, county and township halls in turn as people really go: most to their county's. */
const pickHall = (random: Random): TownHall => {
  const level = random.pick(['city', 'county', 'county', 'county', 'town'] as const);
  return random.pick(townHalls.filter((hall) => hall.level === level));
};

const courseOf = (profile: Profile, random: Random): Course => {
  const hall = pickHall(random);
  const offered = townMatters.filter(({ department }) => department.area === hall.serves);
  const fitting = offered.filter(matterFits(profile));
  if (fitting.length === 0) return courseOf(profile, random);
  const matter = random.pick(fitting);
  if (matter.department.kind === 'jianshe')
    return { profile, matter, hall, integrator: 'construction' };
  const online = random.below(100) < onlineShare;
  return online
    ? { profile, matter, hall: undefined, integrator: 'online' }
    : { profile, matter, hall, integrator: 'halls' };
};

export const headerOf = ({ matter }: Pick<Course, 'matter'>, n: number): CaseHeaderFacts => {
  const { department, promisedDays } = matter;
  const { creditCode, orgCode, name, area } = department;
  return {
    matter: { code: matter.code, name: matter.name, theme: matter.theme },
    department: { creditCode, orgCode, name },
    area,
    caseKind: promisedDays === undefined ? 'immediate' : 'promised',
    ...(promisedDays === undefined ? {} : { promiseWorkingDays: promisedDays }),
    applicant: makeApplicant(n, { kind: matter.applicant, area: area.slice(0, 6) }),
  };
};

/** 办件统一编号: area, date, nine digits. The city's own begin with 330601. */
export const projectNoOf = (area: string, date: CivilDate, n: number): string => {
  const stem = area === '330600' ? '330601' : area.slice(0, 6);
  return `${stem}${date.slice(2).replaceAll('-', '')}${String(900_000_000 + n)}`;
};

/** Online there is no window, but somebody of the department who deals with it: the center asks who. */
const onlineDesk = ({ matter }: Course) => ({ staff: staffOf(`${matter.department.word}-online`) });

const sumLongest = (beats: readonly Beat[]): number =>
  beats.reduce((sum, { after: [, most] }) => sum + most, 0);

const firstDay = ({ profile, matter }: Course, days: number, random: Random): number => {
  const last = days - 1 - sumLongest(profile.beats);
  if (profile.begins === 'recent') return random.between(Math.max(0, last - 2), last);
  if (profile.begins === 'any') return random.between(0, last);
  return random.between(0, days - 2 - (matter.promisedDays ?? 0));
};

interface Making {
  readonly days: readonly CivilDate[];
  readonly random: Random;
  readonly windows: WindowPlan;
}

interface Placed {
  readonly number: number;
  readonly desk: ReturnType<WindowPlan['free']>;
}

/** A stop on or after `earliest` of that day, and a free window there when the case needs one. */
const placeBeat = (
  { hall }: Course,
  { day, earliest, meets }: { day: number; earliest: number; meets: boolean },
  { random, windows }: Making,
): Placed => {
  const stops = hall ? hallStops : stopMinutes.length;
  const number = Math.max(earliest, stopNumber({ day, stop: random.below(stops) }));
  if (hall === undefined || !meets) return { number, desk: undefined };
  for (let later = number; ; later += 1) {
    const isOpen = later % stopMinutes.length < hallStops;
    const desk = isOpen ? windows.free(hall, later) : undefined;
    if (desk) return { number: later, desk };
  }
};

const caseOf = (course: Course, n: number, making: Making): PlannedCase => {
  const { days, random } = making;
  let day = firstDay(course, days.length, random);
  let stop = 0;
  let contacts = 0;
  const minutes = random.between(12, 25);
  const projectNo = projectNoOf(course.matter.department.area, days[day] ?? ('' as CivilDate), n);
  const events = course.profile.beats.map((beat, index): PlannedEvent => {
    day += random.between(...beat.after);
    const meets = beat.meets !== undefined;
    const { number, desk } = placeBeat(course, { day, earliest: stop, meets }, making);
    stop = number;
    const at = subtractMinutes(stopAt(days, number), minutes - index * 2);
    if (meets) contacts += 1;
    const facts: CaseEventFacts = {
      eventId: `${projectNo}-${index + 1}`,
      type: beat.type,
      projectNo,
      at,
      ...(index === 0 ? { header: headerOf(course, n) } : {}),
      ...(beat.meets
        ? {
            contact: {
              serviceNumber: contacts,
              service: beat.meets,
              at,
              ...(desk ?? onlineDesk(course)),
            },
          }
        : {}),
      ...(beat.step ? { step: { name: beat.step } } : {}),
      ...(beat.outcome ? { result: { outcome: beat.outcome } } : {}),
    };
    return { stop: number, facts };
  });
  return { projectNo, profile: course.profile.name, integrator: course.integrator, events };
};

/** 办件: every case of the town, with each thing that happens to it. */
export const planCases = (days: readonly CivilDate[], random: Random): readonly PlannedCase[] => {
  const making: Making = { days, random, windows: windowPlan(random) };
  const each = profiles.flatMap((profile) => Array.from({ length: profile.count }, () => profile));
  return random
    .shuffled(each)
    .map((profile, index) => caseOf(courseOf(profile, random), index + 1, making));
};
