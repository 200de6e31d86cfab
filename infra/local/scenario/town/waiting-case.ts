import type { CivilDate } from '../../../../shared/domain/time/instant.ts';
import { departmentOf } from './body.ts';
import { headerOf, projectNoOf } from './case-plan.ts';
import type { PlannedCase, PlannedEvent } from './case-plan.ts';
import { subtractMinutes, stopAt, stopNumber } from './day.ts';
import { townHalls } from './hall.ts';
import { townMatters } from './matter.ts';
import type { PlannedRating } from './rating-plan.ts';
import { staffOf } from './window-plan.ts';

/** Beyond the numbers of the cases that are drawn, which are some hundreds. */
const number = 999;

const department = departmentOf('city-renshe');

/** The handler whose work list is never empty in a new town. */
export const waitingHandler = `handler-${department.word}`;

/** 临时窗口: none of the hall's own, so that no drawn case is served there at the same moment. */
const window = 'C02';

export interface Waiting {
  readonly handled: PlannedCase;
  readonly rating: PlannedRating;
}

/** The ticket that the bad rating opens. */
export const waitingTicket = ({ rating }: Waiting): string =>
  `${rating.projectNo}-${rating.serviceNumber}`;

const matter = townMatters.find(
  (one) => one.department === department && one.promisedDays === undefined,
);
const hall = townHalls.find(({ serves }) => serves === department.area);
if (!matter || !hall) throw new RangeError(`${department.word} has no such matter or no hall`);

const contact = {
  serviceNumber: 1,
  service: 'accept',
  hall: hall.code,
  window,
  staff: staffOf(`${hall.code}-${window}`),
} as const;

interface Moment {
  readonly stop: number;
  /** As the integrator writes it. */
  readonly at: string;
}

/** Done on the spot: accepted and finished at once. */
const handledAt = (projectNo: string, { stop, at }: Moment): PlannedCase => {
  const header = headerOf({ matter }, number);
  const event = { projectNo, at } as const;
  const accepted: PlannedEvent['facts'] = {
    ...event,
    eventId: `${projectNo}-1`,
    type: 'accepted',
    header,
    contact: { ...contact, at },
  };
  const finished: PlannedEvent['facts'] = {
    ...event,
    eventId: `${projectNo}-2`,
    type: 'finished',
    result: { outcome: 'granted' },
  };
  return {
    projectNo,
    profile: 'waiting for its department',
    integrator: 'halls',
    events: [
      { stop, facts: accepted },
      { stop, facts: finished },
    ],
  };
};

const ratingAt = (projectNo: string, stop: number): PlannedRating => ({
  projectNo,
  serviceNumber: contact.serviceNumber,
  channel: 'qr',
  words: {
    level: 'dissatisfied',
    tags: ['210'],
    text: '同一份证明交了两次。',
    contactConsent: true,
  },
  stop,
  door: { by: 'invitation', integrator: 'halls' },
  course: { name: 'waiting', channel: 'qr', openedAgo: 1, beats: [] },
});

/**
 * 待办示例: one case of one department that is the same in every town, with a bad rating that nobody
 * has dealt with. All others are drawn, so that nobody could say beforehand whose work list holds
 * anything. `days` are the working days of the history; the last one brings the first reminder.
 */
export const waitingCase = (days: readonly CivilDate[]): Waiting => {
  const day = days.length - 2;
  const projectNo = projectNoOf(department.area, days[day] ?? ('' as CivilDate), number);
  const stop = stopNumber({ day, stop: 1 });
  const at = subtractMinutes(stopAt(days, stop), 20);
  return {
    handled: handledAt(projectNo, { stop, at }),
    rating: ratingAt(projectNo, stop),
  };
};
