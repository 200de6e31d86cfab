import type { CaseEventFacts } from '../../../../events/case/event.ts';
import type { CivilDate } from '../../../../shared/domain/time/instant.ts';
import { makeEvent, ticketIdOf } from '../player/case-event.ts';
import { departmentOf } from './body.ts';
import { headerOf, projectNoOf } from './case-plan.ts';
import type { PlannedCase } from './case-plan.ts';
import { subtractMinutes, stopAt, stopNumber } from './day.ts';
import { townHalls } from './hall.ts';
import { townMatters } from './matter.ts';
import type { PlannedRating } from './rating-plan.ts';
import { staffOf } from './window-plan.ts';

/** Higher than the numbers of the other cases. */
const number = 999;

const department = departmentOf('city-renshe');

/** The handler whose work list in a new town always has an entry. */
export const waitingHandler = `handler-${department.word}`;

/** 临时窗口: not a window of the hall, so that no other case is at it at the same moment. */
const window = 'C02';

export interface Waiting {
  readonly handled: PlannedCase;
  readonly rating: PlannedRating;
}

/** The ticket that the bad rating opens. */
export const findWaitingTicket = ({ rating }: Waiting): string => ticketIdOf(rating);

const matter = townMatters.find(
  (one) => one.department === department && one.promisedDays === undefined,
);
const hall = townHalls.find(({ serves }) => serves === department.area)?.code;
if (!matter || !hall) throw new RangeError(`${department.word} has no such matter or no hall`);

const header = headerOf(matter, number);
const desk = { hall, window, staff: staffOf(`${hall}-${window}`) };

const planRating = (projectNo: string, stop: number): PlannedRating => ({
  projectNo,
  serviceNumber: 1,
  channel: 'qr',
  words: {
    level: 'dissatisfied',
    tags: ['210'],
    text: '同一份证明交了两次。',
    contactConsent: true,
  },
  stop,
  intake: { by: 'invitation', integrator: 'halls' },
  scenario: { name: 'waiting', channel: 'qr', openedAgo: 1, steps: [] },
});

/**
 * 待办示例: one case of one department that is the same in every town, with a bad rating that nobody
 * acts on. The other cases are random, so that only this one has a known handler. `days` are the
 * working days of the history. The last one brings the first reminder.
 */
export const planWaitingCase = (days: readonly CivilDate[]): Waiting => {
  const day = days.length - 2;
  const projectNo = projectNoOf(matter, days[day], number);
  const stop = stopNumber({ day, stop: 1 });
  const at = subtractMinutes(stopAt(days, stop), 20);
  const contact = { serviceNumber: 1, service: 'accept', at, ...desk } as const;
  const result = { outcome: 'granted' } as const;
  const events = [
    { stop, facts: makeEvent(projectNo, 1, { type: 'accepted', at, header, contact }) },
    { stop, facts: makeEvent(projectNo, 2, { type: 'finished', at, result }) },
  ];
  const profile = 'waiting for its department';
  return {
    handled: { projectNo, profile, integrator: 'halls', events },
    rating: planRating(projectNo, stop),
  };
};

const openNumber = 998;

/** Its applicant has a mobile number. */
const endedNumber = 997;

const lastContactAt = (days: readonly CivilDate[]) => {
  const day = days.length - 1;
  const at = subtractMinutes(stopAt(days, stopNumber({ day, stop: 1 })), 20);
  return {
    day: days[day],
    at,
    contact: { serviceNumber: 1, service: 'accept', at, ...desk },
  } as const;
};

/**
 * 待评价示例: a case of the last day of the history that nobody has rated, the same in every town: its
 * events are sent again at each start and stored once.
 */
export const planOpenCase = (days: readonly CivilDate[]): readonly CaseEventFacts[] => {
  const { day, at, contact } = lastContactAt(days);
  const opened = { type: 'accepted', at, header: headerOf(matter, openNumber), contact } as const;
  return [makeEvent(projectNoOf(matter, day, openNumber), 1, opened)];
};

/** 短信邀评示例: one that was finished, so that its applicant is invited by message; sent likewise. */
export const planEndedCase = (days: readonly CivilDate[]): readonly CaseEventFacts[] => {
  const { day, at, contact } = lastContactAt(days);
  const projectNo = projectNoOf(matter, day, endedNumber);
  const accepted = {
    type: 'accepted',
    at,
    header: headerOf(matter, endedNumber),
    contact,
  } as const;
  const finished = { type: 'finished', at, result: { outcome: 'granted' } } as const;
  return [makeEvent(projectNo, 1, accepted), makeEvent(projectNo, 2, finished)];
};
