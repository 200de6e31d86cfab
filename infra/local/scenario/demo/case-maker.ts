import type { CaseEventFacts } from '../../../../events/case/event.ts';
import { fromEpoch, withOffset } from '../../../../shared/domain/time/instant.ts';
import { makeEvent, numberCases } from '../player/case-event.ts';
import { departmentOf } from '../town/body.ts';
import { headerOf } from '../town/case-plan.ts';
import { townHalls } from '../town/hall.ts';
import { townMatters } from '../town/matter.ts';
import { inventedNames } from '../town/table/person.table.ts';

/** 越城区市场监督管理局, at the hall of its district. */
export const department = departmentOf('yuecheng-shichang');
export const handler = 'handler-yuecheng-shichang';
/** Of the same department, with every role that decides in other departments. */
export const head = 'head-yuecheng-shichang';
/** Of the area, in another department. */
export const supervisor = 'supervisor-yuecheng';
export const hall = townHalls.find(({ serves }) => serves === department.area)?.code ?? '';

/** The staff at the window of the demo. The center refuses a contact without staff. */
const staff = { id: `${hall}-demo`, name: inventedNames.at(-50) ?? '' };

/** Makes case events with numbers that no earlier run used. */
export interface CaseMaker {
  /** An acceptance at the window of the demo one minute ago. */
  createCase(): CaseEventFacts;
  /** The same with a promise in working days. */
  createPromisedCase(workingDays: number): CaseEventFacts;
}

const makeHeader = (projectNo: string, promiseWorkingDays?: number) => {
  const isPromised = promiseWorkingDays !== undefined;
  const matter = townMatters.find(
    (one) => one.department === department && (one.promisedDays !== undefined) === isPromised,
  );
  if (matter === undefined) throw new RangeError('the department of the demo has no such matter');
  const header = headerOf({ ...matter, applicant: 'person' }, Number(projectNo.slice(-8)));
  return isPromised ? { ...header, promiseWorkingDays } : header;
};

export const createCaseMaker = (now: () => number, window: string): CaseMaker => {
  // The numbers of a run start at the tenth of a second at which the run starts.
  const first = Math.floor(Date.now() / 100) % 100_000_000;
  const nextNumber = numberCases({ area: department.area, digit: 8, first, now });
  const createEvent = (promiseWorkingDays?: number): CaseEventFacts => {
    const projectNo = nextNumber();
    const at = withOffset(fromEpoch(now() - 60_000));
    return makeEvent(projectNo, 1, {
      type: 'accepted',
      at,
      header: makeHeader(projectNo, promiseWorkingDays),
      contact: { serviceNumber: 1, service: 'accept', at, hall, window, staff },
    });
  };
  return { createCase: () => createEvent(), createPromisedCase: createEvent };
};
