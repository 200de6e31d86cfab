/**
 * 差评整改上报, one record for each step of a ticket. RECONSTRUCTION: the province's own table is
 * not public; the sources are named in step-codes.table.ts.
 */
import type { Case } from '../../case/case.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { civilDateOf, daysBetween } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import type { Corrections } from '../case-report.ts';
import { deadlinesOf } from '../reported-deadline.ts';
import type { CenterCodes } from './center-codes.ts';
import { omitEmpty } from './field.ts';
import type { Body } from './field.ts';
import { stepWords } from './step-codes.table.ts';
import { stepEffects } from './step-effects.table.ts';
import type { PlainStep } from './step-effects.table.ts';
import { wireTime } from './wire-time.ts';

export interface StepSource {
  readonly known: Case;
  readonly ticket: Ticket;
  /** All steps up to and including the one that is reported. */
  readonly steps: readonly PlainStep[];
  /** Name of the department that has the ticket at that step. */
  readonly departmentName?: string | undefined;
  readonly corrections?: Corrections | undefined;
  readonly revision: number;
}

const dealers = { resident: '评价人', system: '系统', staff: '工作人员' } as const;

const dealerId = ({ by }: PlainStep): string => (by.role === 'staff' ? by.id : by.role);

const extendedTo = ({ extension, clocks: { rectify } }: Ticket): string | undefined =>
  extension && 'dueAt' in rectify && rectify.dueAt !== undefined
    ? civilDateOf(rectify.dueAt)
    : undefined;

const foldSteps = (
  source: StepSource,
  codes: CenterCodes,
): Body & { readonly lines: readonly Body[] } => {
  const formatTime = (at: Instant): string => wireTime(codes.time, at);
  const { ticket, known } = source;
  const body: Record<string, unknown> = {
    deptCode: known.department.creditCode,
    areaCode: known.area,
  };
  let answer: string | undefined;
  const lines: Body[] = [];
  for (const step of source.steps) {
    answer = step.answer ?? answer;
    const moment = {
      step,
      answer,
      time: formatTime,
      centerCodes: codes,
      extendedTo: extendedTo(ticket),
    };
    Object.assign(body, stepEffects[step.type]?.(moment));
    lines.push({
      dealInfo: stepWords[step.type] ?? step.type,
      dealTime: formatTime(step.at),
      dealerId: dealerId(step),
      status: body['caseStatus'],
    });
  }
  return { ...body, lines };
};

/**
 * Returns the whole civil days past the term; undefined while the term is not over, or when no step
 * says that it was overdue.
 */
const overdueDays = (due: Instant | undefined, all: readonly PlainStep[]): number | undefined => {
  const begun = all.findLastIndex(({ type, facts }) => type === 'appended' && facts['round'] === 2);
  const steps = all.slice(begun + 1);
  const last = steps.at(-1);
  if (due === undefined || last === undefined) return undefined;
  if (!steps.some(({ type }) => type === 'overdue')) return undefined;
  const days = daysBetween(civilDateOf(due), civilDateOf(last.at));
  return Math.max(days, 0);
};

const timesOf = (source: StepSource, round: 1 | 2, codes: CenterCodes) => {
  const { contact, rectify } = deadlinesOf(source.ticket, source.steps, round);
  const formatDeadline = (at: Instant | undefined) => at && wireTime(codes.time, at);
  return {
    visitDeadline: formatDeadline(contact),
    rectifyDeadline: formatDeadline(rectify),
    overdueDays: overdueDays(rectify, source.steps),
  };
};

/** Returns the ticket as it was after the last of the passed steps, with all steps up to it. */
export const stepRecord = (source: StepSource, codes: CenterCodes): Body => {
  const { known, ticket, steps, corrections = {} } = source;
  const { lines, ...body } = foldSteps(source, codes);
  const step = steps.at(-1);
  const own = body['deptCode'] === known.department.creditCode;
  return omitEmpty({
    ...body,
    ...timesOf(source, body['caseType'] === '2' ? 2 : 1, codes),
    caseCode: ticket.id,
    stepNumber: step?.number,
    projectNo: known.projectNo,
    serviceNumber: ticket.serviceNumber,
    areaCode: corrections.area ?? body['areaCode'],
    deptName: corrections.departmentName ?? (own ? known.department.name : source.departmentName),
    dealerId: step && dealerId(step),
    dealerName: corrections.handlerName ?? (step && dealers[step.by.role]),
    publicFlag: '0',
    workflow: lines,
    dataSource: codes.dataSource,
    revision: source.revision,
  });
};
