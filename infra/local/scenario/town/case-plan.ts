import type { CaseHeaderFacts, CaseEventFacts } from '../../../../events/case/event.ts';
import type { CivilDate } from '../../../../shared/domain/time/instant.ts';
import { makeEvent, makeProjectNo } from '../player/case-event.ts';
import { makeApplicant } from './applicant.ts';
import { subtractMinutes, hallStops, stopAt, stopMinutes, stopNumber } from './day.ts';
import { townHalls } from './hall.ts';
import type { TownHall } from './hall.ts';
import { townMatters } from './matter.ts';
import type { TownMatter } from './matter.ts';
import type { Random } from './random.ts';
import type { IntegratorWord } from './table/integrator.table.ts';
import { longestOverduePromise, profiles } from './table/profile.table.ts';
import type { CaseStep, Profile } from './table/profile.table.ts';
import { planWindows, staffOf } from './window-plan.ts';
import type { Desk, WindowPlan } from './window-plan.ts';

/** One event of one case, and the stop of the clock after it. */
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

interface Draft {
  readonly profile: Profile;
  readonly matter: TownMatter;
  /** Undefined: an online application. */
  readonly hall: TownHall | undefined;
  readonly integrator: IntegratorWord;
}

const onlineShare = 32;

const matterFits = (profile: Profile) => (matter: TownMatter) => {
  if (profile.matter === 'immediate') return matter.promisedDays === undefined;
  if (matter.promisedDays === undefined) return false;
  return profile.begins !== 'overdue' || matter.promisedDays <= longestOverduePromise;
};

/** Most residents go to the hall of their county. */
const pickHall = (random: Random): TownHall => {
  const level = random.pick(['city', 'county', 'county', 'county', 'town'] as const);
  return random.pick(townHalls.filter((hall) => hall.level === level));
};

const draftCase = (profile: Profile, random: Random): Draft => {
  const hall = pickHall(random);
  const offered = townMatters.filter(({ department }) => department.area === hall.serves);
  const fitting = offered.filter(matterFits(profile));
  if (fitting.length === 0) return draftCase(profile, random);
  const matter = random.pick(fitting);
  if (matter.department.kind === 'jianshe')
    return { profile, matter, hall, integrator: 'construction' };
  const online = random.below(100) < onlineShare;
  return online
    ? { profile, matter, hall: undefined, integrator: 'online' }
    : { profile, matter, hall, integrator: 'halls' };
};

export const headerOf = (matter: TownMatter, n: number): CaseHeaderFacts => {
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

/** The project number of the `n`-th case of the town. */
export const projectNoOf = (matter: TownMatter, date: CivilDate | undefined, n: number): string =>
  makeProjectNo(matter.department.area, date ?? ('' as CivilDate), 900_000_000 + n);

/** An online contact has no window but a member of staff, because the center requires one. */
const createOnlineDesk = ({ matter }: Draft) => ({
  staff: staffOf(`${matter.department.word}-online`),
});

const sumLongest = (steps: readonly CaseStep[]): number =>
  steps.reduce((sum, { after: [, most] }) => sum + most, 0);

const chooseFirstDay = ({ profile, matter }: Draft, days: number, random: Random): number => {
  const last = days - 1 - sumLongest(profile.steps);
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
  readonly stop: number;
  readonly desk: Desk | undefined;
}

/** Finds a stop on that day, not before `earliest`, with a free window if the step needs one. */
const placeStep = (
  { hall }: Draft,
  { day, earliest, meets }: { day: number; earliest: number; meets: boolean },
  { random, windows }: Making,
): Placed => {
  const stops = hall ? hallStops : stopMinutes.length;
  const stop = Math.max(earliest, stopNumber({ day, stop: random.below(stops) }));
  if (hall === undefined || !meets) return { stop, desk: undefined };
  for (let later = stop; ; later += 1) {
    const isOpen = later % stopMinutes.length < hallStops;
    const desk = isOpen ? windows.findFree(hall, later) : undefined;
    if (desk) return { stop: later, desk };
  }
};

const makeCase = (draft: Draft, n: number, making: Making): PlannedCase => {
  const { days, random } = making;
  const { profile, matter, integrator } = draft;
  let day = chooseFirstDay(draft, days.length, random);
  let earliest = 0;
  let serviceNumber = 0;
  const minutes = random.between(12, 25);
  const projectNo = projectNoOf(matter, days[day], n);
  const events = profile.steps.map((step, index): PlannedEvent => {
    day += random.between(...step.after);
    const { type, meets: service, outcome, procedure, workingDays } = step;
    const meets = service !== undefined;
    const { stop, desk } = placeStep(draft, { day, earliest, meets }, making);
    earliest = stop;
    const at = subtractMinutes(stopAt(days, stop), minutes - index * 2);
    if (meets) serviceNumber += 1;
    const facts = makeEvent(projectNo, index + 1, {
      type,
      at,
      ...(index === 0 && { header: headerOf(matter, n) }),
      ...(meets && {
        contact: { serviceNumber, service, at, ...(desk ?? createOnlineDesk(draft)) },
      }),
      ...(step.step !== undefined && {
        step: { name: step.step, ...(workingDays !== undefined && { workingDays }) },
      }),
      ...(procedure && { procedure }),
      ...(outcome !== undefined && { result: { outcome } }),
    });
    return { stop, facts };
  });
  return { projectNo, profile: profile.name, integrator, events };
};

/** 办件: every case of the town, with all its events. */
export const planCases = (days: readonly CivilDate[], random: Random): readonly PlannedCase[] => {
  const making: Making = { days, random, windows: planWindows(random) };
  const each = profiles.flatMap((profile) => Array.from({ length: profile.count }, () => profile));
  return random
    .shuffle(each)
    .map((profile, index) => makeCase(draftCase(profile, random), index + 1, making));
};
