import type { CaseEventFacts, CaseHeaderFacts } from '../../../../events/case/event.ts';
import { civilDateOf, fromEpoch, withOffset } from '../../../../shared/domain/time/instant.ts';
import { makeApplicant } from '../town/applicant.ts';
import { departmentOf } from '../town/body.ts';
import { townHalls } from '../town/hall.ts';
import { townMatters } from '../town/matter.ts';
import { inventedNames } from '../town/table/person.table.ts';

/** 越城区市场监督管理局, at the hall of its district. */
export const department = departmentOf('yuecheng-shichang');
export const handler = 'handler-yuecheng-shichang';
/** Of the same department, with every role that rules elsewhere. */
export const head = 'head-yuecheng-shichang';
/** Of the area, in another department. */
export const supervisor = 'supervisor-yuecheng';
export const hall = townHalls.find(({ serves }) => serves === department.area)?.code ?? '';

const matterThat = (isPromised: boolean) =>
  townMatters.find(
    (one) => one.department === department && (one.promisedDays !== undefined) === isPromised,
  );

/** Who sits at the demo's window; the center takes no contact without. */
const staff = { id: `${hall}-demo`, name: inventedNames.at(-50) ?? '' };

/** Case events whose numbers no earlier run has used. */
export interface FreshCases {
  /** A resident at the demo's window, one minute ago. */
  accepted(): CaseEventFacts;
  /** The same with a promise of so many working days. */
  promised(workingDays: number): CaseEventFacts;
}

/** A run counts on from the tenth of a second at which it began. */
const firstNumber = (): number => Math.floor(Date.now() / 100) % 100_000_000;

const headerOf = (n: number, promiseWorkingDays: number | undefined): CaseHeaderFacts => {
  const matter = matterThat(promiseWorkingDays !== undefined);
  const { creditCode, orgCode, name, area } = department;
  return {
    matter: { code: matter?.code ?? '', name: matter?.name ?? '' },
    department: { creditCode, orgCode, name },
    area,
    applicant: makeApplicant(n, { kind: 'person', area }),
    ...(promiseWorkingDays === undefined
      ? { caseKind: 'immediate' }
      : { caseKind: 'promised', promiseWorkingDays }),
  };
};

export const freshCases = (now: () => number, window: string): FreshCases => {
  let count = firstNumber();
  const createEvent = (promiseWorkingDays?: number): CaseEventFacts => {
    count = (count + 1) % 100_000_000;
    const at = fromEpoch(now() - 60_000);
    const day = civilDateOf(at).slice(2).replaceAll('-', '');
    const projectNo = `${department.area}${day}8${String(count).padStart(8, '0')}`;
    const place = { hall, window, staff };
    return {
      eventId: `${projectNo}-1`,
      type: 'accepted',
      projectNo,
      at: withOffset(at),
      header: headerOf(count, promiseWorkingDays),
      contact: { serviceNumber: 1, service: 'accept', at: withOffset(at), ...place },
    };
  };
  return { accepted: () => createEvent(), promised: createEvent };
};
