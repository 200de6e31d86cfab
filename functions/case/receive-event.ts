import type { CaseEventAnswer } from '../../events/case/event-answer.ts';
import { CaseEventFacts } from '../../events/case/event.ts';
import { isSameApplicant } from '../../shared/domain/case/applicant.ts';
import type { Applicant } from '../../shared/domain/case/applicant.ts';
import { withClocks } from '../../shared/domain/case/attention.ts';
import { contactOf } from '../../shared/domain/case/case.ts';
import type { Case, CaseEvent } from '../../shared/domain/case/case.ts';
import { keptOfContact } from '../../shared/domain/case/contact.ts';
import { foldCaseEvent } from '../../shared/domain/case/event.ts';
import {
  isPromiseCorrected,
  keptMembers,
  keptOfApplicant,
} from '../../shared/domain/case/header.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { isAhead } from '../../shared/domain/time/clock-tolerance.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { parseInput } from '../../shared/http/body.ts';
import { conflictTries } from '../../shared/http/conflict-tries.ts';
import type { IntegratorDeps } from '../../shared/http/integrator.ts';
import { Problem, problemBody } from '../../shared/http/problem/problem.ts';
import type { Integrator } from '../../shared/port/access/integrator-store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import { retry } from '../../shared/retry.ts';
import { rulesInForce } from '../../shared/rules.ts';
import type { HomesDeps } from '../figures/homes.ts';
import { bindHeld } from '../pad/press/bind-press.ts';
import type { BindDeps } from '../pad/press/bind-press.ts';
import { completeApplicant, withComparedMarks } from './applicant.ts';
import { caseEventOf } from './event/case-event.ts';
import { withOwnArea, withStoredArea } from './event/own-area.ts';
import { refuseForeignDepartment } from './event/own-department.ts';
import { refuseCaseOutside, refuseEventOutside } from './within-scope.ts';

export interface CaseDeps extends IntegratorDeps, BindDeps, HomesDeps {
  readonly places: Pick<Places, 'now'>;
}

/** The key that reports, and the system that owns it. */
export type Reporter = Pick<Integrator, 'system' | 'accessKey' | 'scope'>;

/** How often an event is applied again after a version conflict on its case. */
const rounds = conflictTries(8);

/** Returns the case with what is told of the applicant merged in, and its terms recounted. */
export const completeCase = async (next: Case, told: Applicant, deps: CaseDeps): Promise<Case> => {
  const { timetable } = await rulesInForce(deps.rulebook);
  const applicant = await completeApplicant(next, told, deps.keys);
  return withClocks({ ...next, applicant }, timetable);
};

interface Answer {
  readonly outcome: 'stored' | 'repeat';
  /** Paths of what the header says otherwise than the case, which keeps what it has. */
  readonly notTaken?: string[];
}

interface Stored {
  readonly answer: Answer;
  readonly whole: Case;
}

/** Paths of what an event says otherwise than the case, in which it is not to be found. */
const notTakenOf = (whole: Case, { eventId, header, contact }: CaseEvent): readonly string[] => {
  const entry = whole.timeline.find((one) => one.eventId === eventId);
  const { promiseWorkingDays: days } = isPromiseCorrected(whole) ? whole : (entry ?? {});
  const told = header?.promiseWorkingDays;
  return [
    ...keptMembers(whole, header),
    ...(told === undefined || told === days ? [] : ['/header/promiseWorkingDays']),
    ...keptOfApplicant(whole, header),
    ...keptOfContact(whole, contact),
  ];
};

/** Encrypted again, or counted again, a case is still the same. */
const isSameCase = (whole: Case, known: Case | undefined): boolean =>
  known !== undefined &&
  whole.version === known.version &&
  isSameApplicant(whole.applicant, known.applicant);

const storeEvent = (
  event: CaseEvent,
  { system, scope }: Reporter,
  deps: CaseDeps,
): Promise<Stored> =>
  retry(async () => {
    const stored = await deps.cases.find(event.projectNo);
    const known = event.header && stored ? await withComparedMarks(stored, deps.keys) : stored;
    const decision = foldCaseEvent(known, await withStoredArea(event, known, deps), system);
    if (!decision.ok) throw new Problem(decision.reason);
    refuseCaseOutside(scope, known, decision.next);
    const { outcome, next } = decision;
    const whole = await completeCase(next, event.header?.applicant ?? next.applicant, deps);
    const notTaken = notTakenOf(whole, event);
    const answer = { outcome, ...(notTaken.length > 0 && { notTaken: [...notTaken] }) };
    // A repeat may tell what its first delivery left out.
    if (outcome === 'repeat' && isSameCase(whole, known)) return { answer, whole };
    const version = (known?.version ?? 0) + 1;
    const isSaved = (await deps.cases.save({ ...whole, version })) === 'saved';
    return isSaved ? { answer, whole } : undefined;
  }, rounds);

/**
 * Notes the contact at its window, as the case has it: one event may tell the hall and another one
 * the window. Then binds what was pressed there without a token. Also for a repeat: the first
 * delivery may have failed between the writes.
 */
const showAtWindow = async (
  { contact: told, projectNo }: CaseEvent,
  whole: Case,
  deps: CaseDeps,
): Promise<void> => {
  const contact = told && contactOf(whole, told.serviceNumber);
  if (contact?.hall === undefined || contact.window === undefined) return;
  const { hall, window, serviceNumber, at } = contact;
  await deps.cases.putCurrentContact({ hall, window }, { projectNo, serviceNumber, at });
  // A press that arrives meanwhile looks for the contact after it is held, so one finds the other.
  await bindHeld({ hall, window }, deps);
};

const refuseFuture = ({ at, contact }: CaseEvent, now: Instant): void => {
  if (isAhead(at, now) || (contact && isAhead(contact.at, now)))
    throw new Problem('time_in_future');
};

export interface EventStored extends Answer {
  readonly eventId: string;
}

/**
 * Applies one event to its case, for every channel.
 * @throws Problem when it is invalid or contradicts stored data
 */
export const receiveEvent = async (
  given: unknown,
  by: Reporter,
  deps: CaseDeps,
): Promise<EventStored> => {
  const facts = await withOwnArea(parseInput(CaseEventFacts, given), deps);
  refuseEventOutside(by.scope, facts);
  await refuseForeignDepartment(by.scope, facts.header, deps);
  const receivedAt = deps.now();
  const event = await caseEventOf(facts, { accessKey: by.accessKey, receivedAt }, deps.keys);
  refuseFuture(event, receivedAt);
  const { answer, whole } = await storeEvent(event, by, deps);
  await showAtWindow(event, whole, deps);
  return { eventId: event.eventId, ...answer };
};

/** Returns the problem of one batch member for the answer. */
export const memberProblem = (
  fault: Problem,
  language: Language,
): NonNullable<CaseEventAnswer['problem']> => {
  const { code, detail, errors } = problemBody(fault, language);
  return {
    code,
    detail,
    errors: errors?.map(({ path, problem, detail: words, allowed }) => ({
      path,
      problem,
      detail: words,
      ...(allowed === undefined ? {} : { allowed }),
    })),
  };
};
