import { acceptedAt, caseState } from '../../shared/domain/case.ts';
import type { Case } from '../../shared/domain/case.ts';
import { civilDateOf, withOffset } from '../../shared/domain/time.ts';
import type { CivilDate, Instant } from '../../shared/domain/time.ts';
import { addWorkingDays } from '../../shared/domain/working-days.ts';
import type { Calendar } from '../../shared/domain/working-days.ts';
import { pathParameter } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { integratorOf } from '../../shared/http/integrator.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { Rulebook } from '../../shared/port/rulebook.ts';
import type { CaseDoor } from './receive.ts';

export interface ShowDoor extends CaseDoor {
  readonly rulebook: Rulebook;
}

interface PromiseState {
  readonly workingDays: number;
  readonly dueOn: CivilDate | null;
  readonly pendingCalendarYear?: number;
  readonly overdue: boolean | null;
}

const finishedAt = (known: Case): Instant | undefined =>
  known.timeline.find((entry) => entry.type === 'finished')?.at;

/** 承诺时限: the last working day of the promise, and whether the case went past it. */
const promiseOf = (known: Case, calendar: Calendar, at: Instant): PromiseState | undefined => {
  const start = acceptedAt(known);
  if (known.promiseWorkingDays === undefined || start === undefined) return undefined;
  const workingDays = known.promiseWorkingDays;
  const due = addWorkingDays(calendar, civilDateOf(start), workingDays);
  if (!due.ok) return { workingDays, dueOn: null, pendingCalendarYear: due.year, overdue: null };
  return { workingDays, dueOn: due.date, overdue: civilDateOf(finishedAt(known) ?? at) > due.date };
};

const view = (known: Case, calendar: Calendar, at: Instant) => {
  const promise = promiseOf(known, calendar, at);
  return {
    projectNo: known.projectNo,
    state: caseState(known),
    matter: known.matter,
    department: known.department,
    area: known.area,
    caseKind: known.caseKind,
    applicant: {
      kind: known.applicant.kind,
      name: known.applicant.maskedName,
      mobile: known.applicant.maskedMobile,
    },
    timeline: known.timeline.map((entry) => ({ ...entry, at: withOffset(entry.at) })),
    contacts: known.contacts.map((contact) => ({ ...contact, at: withOffset(contact.at) })),
    ...(promise === undefined ? {} : { promise }),
  };
};

/**
 * `GET /v1/cases/{projectNo}`: the case with its timeline and promise, for the system that reports
 * it. Another system's case does not exist for the caller.
 */
export const showCase =
  (door: ShowDoor): HttpHandler =>
  async (request) => {
    const { system } = await integratorOf(request, door, 'cases');
    const known = await door.cases.find(pathParameter(request, 'projectNo'));
    if (known === undefined || known.source !== system) throw new Problem('case_unknown');
    const { calendar } = await door.rulebook.now();
    return { status: 200, body: view(known, calendar, door.now()) };
  };
