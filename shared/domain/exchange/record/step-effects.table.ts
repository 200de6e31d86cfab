/** What each step of a ticket changes in its report. RECONSTRUCTION, replaceable. */
import type { EventOf } from '../../ticket/event/event.ts';
import type { TicketEventType } from '../../ticket/event/facts.ts';
import type { Step } from '../../ticket/step/step.ts';
import { civilDateOf } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import type { CenterCodes } from './center-codes.ts';
import type { Body } from './field.ts';
import * as codes from './step-codes.table.ts';

/** The decrypted words of a step, as far as the report has a field for them. */
interface PlainWords {
  readonly note?: string | undefined;
  readonly answer?: string | undefined;
}

export type PlainStep = Step & PlainWords;

/** The input of the effects of a step. */
export interface StepMoment<T extends TicketEventType> {
  readonly step: EventOf<T> & PlainWords;
  /** The answer that waits for approval. */
  readonly answer?: string | undefined;
  readonly time: (at: Instant) => string;
  readonly centerCodes: CenterCodes;
  /** 延期至, when the step grants an extension. */
  readonly extendedTo?: Instant | undefined;
}

type Effect<T extends TicketEventType> = (moment: StepMoment<T>) => Body;

const actorId = ({ by }: Pick<Step, 'by'>): string => (by.role === 'staff' ? by.id : by.role);

const reportContact: Effect<'contacted'> = ({ step, time }) => {
  const { way, outcome, attempt } = step.facts;
  const inVain = outcome === 'no_answer' && attempt < 3;
  return {
    visitTime: time(step.at),
    visitWay: codes.visitWays[way],
    visitResult: inVain ? undefined : codes.visitResults[outcome],
  };
};

const reportClaim: Effect<'claimed'> = ({ step, time }) => {
  const { facts, note, at } = step;
  switch (facts.claim) {
    case 'invalid':
      return {
        caseStatus: codes.statuses.dismissalAsked,
        verifyResult: codes.grounds[facts.grounds],
        appealReason: note,
        appealTime: time(at),
      };
    case 'hardship':
      return { caseStatus: codes.statuses.hardshipAsked };
    case 'extension':
      return { delayFlag: '0', delayReason: note };
    default:
      return facts satisfies never;
  }
};

const reportRuling: Effect<'ruled'> = ({ step, extendedTo }) => {
  const { claim, granted } = step.facts;
  switch (claim) {
    case 'invalid':
      return {
        caseStatus: granted ? codes.statuses.dismissed : codes.statuses.dismissalRefused,
        appealResult: granted ? '1' : '0',
        appealAuditor: actorId(step),
        ...(granted && { rectifyResult: '4' }),
      };
    case 'hardship':
      return {
        caseStatus: granted ? codes.statuses.hardship : codes.statuses.hardshipRefused,
        ...(granted && { rectifyResult: '3' }),
      };
    case 'extension':
      return granted
        ? { delayFlag: '1', delayDate: extendedTo && civilDateOf(extendedTo) }
        : { delayFlag: '0' };
    default:
      return claim satisfies never;
  }
};

const reportClosing: Effect<'approved'> = ({ step, answer, time }) => ({
  caseStatus: codes.statuses.closed,
  closedLoopAudit: '1',
  finishTime: time(step.at),
  feedbackTime: time(step.at),
  feedbackWay: '1',
  feedbackText: answer,
});

/**
 * The second round begins with empty fields; the actions of the first one are in its own records.
 */
const emptySheet: Body = Object.fromEntries(
  [
    'visitTime',
    'visitWay',
    'visitResult',
    'verifyResult',
    'rectifyMeasure',
    'rectifyResult',
    'delayFlag',
    'delayDate',
    'delayReason',
    'finishTime',
    'overdueDays',
    'feedbackTime',
    'feedbackWay',
    'feedbackText',
    'closedLoopAudit',
    'warnLevel',
    'escalateLevel',
  ].map((name) => [name, undefined]),
);

const reportAppend: Effect<'appended'> = ({ step, time, centerCodes }) => ({
  ...(step.round === 2 && {
    ...emptySheet,
    caseType: '2',
    assessNumber: '2',
    caseStatus: codes.statuses.opened,
    assignTime: time(step.at),
  }),
  appendLevel: centerCodes.level.codeOf(step.facts.level),
  appendTime: time(step.at),
});

const reportEscalation: Effect<'escalated'> = ({ step }) => {
  const { rung, pulledBy } = step.facts;
  // A rung that a later one made due says nothing about the term.
  if (pulledBy !== undefined) return {};
  const [warnLevel, escalateLevel] = [codes.warnings[rung], codes.escalations[rung]];
  return { ...(warnLevel && { warnLevel }), ...(escalateLevel && { escalateLevel }) };
};

/** The step changes only the list of steps itself. */
const listOnly = (): Body => ({});

export const stepEffects: { readonly [T in TicketEventType]: Effect<T> } = {
  opened: ({ step, time }) => ({
    caseType: '1',
    assessNumber: '1',
    caseStatus: codes.statuses.opened,
    assignTime: time(step.at),
  }),
  contacted: reportContact,
  found: ({ step }) => ({
    caseStatus: codes.statuses.rectifying,
    verifyResult: codes.findings[step.facts.kind],
  }),
  claimed: reportClaim,
  ruled: reportRuling,
  reviewed: ({ step }) =>
    step.facts.kept ? {} : { caseStatus: codes.statuses.rectifying, rectifyResult: undefined },
  transferred: ({ step }) => ({
    deptCode: step.facts.toDepartment,
    areaCode: step.facts.toArea,
  }),
  submitted: ({ step }) => ({
    caseStatus: codes.statuses.submitted,
    rectifyMeasure: step.note,
    rectifyResult: codes.submissions[step.facts.result],
  }),
  approved: reportClosing,
  // Another term runs now, of which nothing is overdue.
  returned: () => ({
    caseStatus: codes.statuses.returned,
    closedLoopAudit: '0',
    warnLevel: codes.noWarning,
  }),
  appended: reportAppend,
  voided: () => ({ caseStatus: codes.statuses.dismissed, rectifyResult: '4' }),
  urged: ({ step }) => ({ urgeCount: String(step.facts.urges) }),
  escalated: reportEscalation,
  overdue: () => ({ warnLevel: '2' }),
  contact_overdue: listOnly,
  review_overdue: listOnly,
  review_raised: listOnly,
  claim_lapsed: ({ step: { to, facts } }) =>
    facts.claim === 'extension'
      ? { delayFlag: '0' }
      : { caseStatus: to === 'open' ? codes.statuses.opened : codes.statuses.rectifying },
  hardship_review_due: listOnly,
  recounted: listOnly,
  transfer_asked: listOnly,
  transfer_declined: listOnly,
  unmasked: listOnly,
  province_step: listOnly,
};
