/**
 * 差评整改上报, one record for each step of a ticket. RECONSTRUCTION: the province's own table is
 * not public; the sources are named in step-codes.table.ts.
 *
 * A record is made from the events alone, never from the ticket as it is now: a record that is sent
 * again says what it said the first time.
 */
import type { Case } from '../../case/case.ts';
import type { TicketEventType } from '../../ticket/event/facts.ts';
import type { Step } from '../../ticket/step/step.ts';
import type { Clock } from '../../time/deadline.ts';
import { civilDateOf, daysBetween } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import { wireTime } from '../../time/wire-time.ts';
import type { Corrections } from '../case-report.ts';
import { clocksIn, deadlinesOf, dueOf, extendedTo } from '../reported-deadline.ts';
import type { CenterCodes } from './center-codes.ts';
import { omitEmpty } from './field.ts';
import type { Body } from './field.ts';
import { noWarning, stepWords, warnings } from './step-codes.table.ts';
import { stepEffects } from './step-effects.table.ts';
import type { PlainStep, StepMoment } from './step-effects.table.ts';

export interface StepSource {
  readonly known: Case;
  readonly serviceNumber: number;
  readonly before: readonly PlainStep[];
  /** The step that is reported, after those before it. */
  readonly step: PlainStep;
  /** The steps after it: a deadline that had no calendar is dated by one of them. */
  readonly later: readonly Step[];
  /** Name of the department that has the ticket at that step. */
  readonly departmentName?: string | undefined;
  readonly corrections?: Corrections | undefined;
  readonly revision: number;
}

const dealers = { resident: '评价人', system: '系统', staff: '工作人员' } as const;

const dealerId = ({ by }: PlainStep): string => (by.role === 'staff' ? by.id : by.role);

const applyEffect = <T extends TicketEventType>(moment: StepMoment<T>): Body => {
  const effect: (of: StepMoment<T>) => Body = stepEffects[moment.step.type];
  return effect(moment);
};

/**
 * Returns the warning after a step: never red while the term runs, whatever the policy's red rung is
 * fired by, and no more red once an extension or another calendar gives the ticket time again.
 */
const warningAfter = (before: unknown, after: unknown, runs: boolean): unknown => {
  if (after !== warnings.red || !runs) return after;
  return before === warnings.red ? noWarning : before;
};

const isRunning = (rectify: Clock | undefined, at: Instant): boolean =>
  rectify?.state === 'running' && at <= rectify.dueAt;

const foldSteps = (
  { known, before, step: reported, later }: StepSource,
  codes: CenterCodes,
): Body & { readonly lines: readonly Body[] } => {
  const formatTime = (at: Instant): string => wireTime(codes.time, at);
  const body: Record<string, unknown> = {
    deptCode: known.department.creditCode,
    areaCode: known.area,
  };
  const steps = [...before, reported];
  let answer: string | undefined;
  let rectify: Clock | undefined;
  const lines: Body[] = [];
  for (const [index, step] of steps.entries()) {
    answer = step.answer ?? answer;
    const moment = {
      step,
      answer,
      time: formatTime,
      centerCodes: codes,
      extendedTo: extendedTo(step, [...steps.slice(index + 1), ...later]),
    };
    const { warnLevel: before } = body;
    Object.assign(body, applyEffect(moment));
    rectify = clocksIn(step)?.rectify ?? rectify;
    body['warnLevel'] = warningAfter(before, body['warnLevel'], isRunning(rectify, step.at));
    lines.push({
      dealInfo: stepWords[step.type],
      dealTime: formatTime(step.at),
      dealerId: dealerId(step),
      status: body['caseStatus'],
    });
  }
  return { ...body, lines };
};

/**
 * Returns the whole civil days past the term that ran out; undefined while none did in this round.
 */
const overdueDays = ({ before, step }: StepSource): number | undefined => {
  const steps = [...before, step].filter(({ round }) => round === step.round);
  const overdue = steps.findIndex(({ type }) => type === 'overdue');
  if (overdue === -1) return undefined;
  const due = steps
    .slice(0, overdue)
    .map((one) => dueOf(clocksIn(one)?.rectify))
    .findLast((at) => at !== undefined);
  return due && daysBetween(civilDateOf(due), civilDateOf(step.at));
};

const timesOf = (source: StepSource, codes: CenterCodes) => {
  const { before, step, later } = source;
  const { contact, rectify } = deadlinesOf([...before, step, ...later], step.round);
  const formatDeadline = (at: Instant | undefined) => at && wireTime(codes.time, at);
  return {
    visitDeadline: formatDeadline(contact),
    rectifyDeadline: formatDeadline(rectify),
    overdueDays: overdueDays(source),
  };
};

/** Returns the ticket as it was after the step, with all steps up to it. */
export const stepRecord = (source: StepSource, codes: CenterCodes): Body => {
  const { known, serviceNumber, step, corrections = {} } = source;
  const { lines, ...body } = foldSteps(source, codes);
  const own = body['deptCode'] === known.department.creditCode;
  return omitEmpty({
    ...body,
    ...timesOf(source, codes),
    caseCode: step.ticketId,
    stepNumber: step.number,
    projectNo: known.projectNo,
    serviceNumber,
    areaCode: corrections.area ?? body['areaCode'],
    deptName: corrections.departmentName ?? (own ? known.department.name : source.departmentName),
    dealerId: dealerId(step),
    dealerName: corrections.handlerName ?? dealers[step.by.role],
    publicFlag: '0',
    workflow: lines,
    dataSource: codes.dataSource,
    revision: source.revision,
  });
};
