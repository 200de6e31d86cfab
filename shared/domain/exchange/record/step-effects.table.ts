/** What each step of a ticket changes in its report. RECONSTRUCTION, replaceable. */
import type { Rung } from '../../policy/policy.ts';
import type { ClaimKind } from '../../ticket/claim-kind.ts';
import type { Step } from '../../ticket/step/step.ts';
import type { CenterCodes } from './center-codes.ts';
import type { Body } from './field.ts';
import * as codes from './step-codes.table.ts';

/** A step with its decrypted words, as far as the report has a field for them. */
export interface PlainStep extends Step {
  readonly note?: string | undefined;
  readonly answer?: string | undefined;
}

/** The input of the effects of a step. */
export interface StepMoment {
  readonly step: PlainStep;
  /** The answer that waits for approval. */
  readonly answer?: string | undefined;
  readonly time: (at: Step['at']) => string;
  readonly centerCodes: CenterCodes;
  /** 延期至, once an extension is granted. */
  readonly extendedTo?: string | undefined;
}

const readFact = <T extends string>({ facts }: Step, name: string): T =>
  String(facts[name] ?? '') as T;

const actorId = ({ by }: Step): string => (by.role === 'staff' ? by.id : by.role);

const reportContact = ({ step, time }: StepMoment): Body => {
  const outcome = readFact<keyof typeof codes.visitResults>(step, 'outcome');
  const inVain = outcome === 'no_answer' && Number(step.facts['attempt']) < 3;
  return {
    visitTime: time(step.at),
    visitWay: codes.visitWays[readFact<keyof typeof codes.visitWays>(step, 'way')],
    visitResult: inVain ? undefined : codes.visitResults[outcome],
  };
};

const claimedOf: Readonly<Record<ClaimKind, (moment: StepMoment) => Body>> = {
  invalid: ({ step, time }) => ({
    caseStatus: codes.statuses.dismissalAsked,
    verifyResult: codes.grounds[readFact<'mistaken' | 'malicious'>(step, 'grounds')],
    appealReason: step.note,
    appealTime: time(step.at),
  }),
  hardship: () => ({ caseStatus: codes.statuses.hardshipAsked }),
  extension: ({ step }) => ({ delayFlag: '0', delayReason: step.note }),
};

const ruledOf: Readonly<Record<ClaimKind, (moment: StepMoment, granted: boolean) => Body>> = {
  invalid: ({ step }, granted) => ({
    caseStatus: granted ? codes.statuses.dismissed : codes.statuses.dismissalRefused,
    appealResult: granted ? '1' : '0',
    appealAuditor: actorId(step),
    ...(granted && { rectifyResult: '4' }),
  }),
  hardship: (_moment, granted) => ({
    caseStatus: granted ? codes.statuses.hardship : codes.statuses.hardshipRefused,
    ...(granted && { rectifyResult: '3' }),
  }),
  extension: ({ extendedTo }, granted) =>
    granted ? { delayFlag: '1', delayDate: extendedTo } : { delayFlag: '0' },
};

const reportClosing = ({ step, answer, time }: StepMoment): Body => ({
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

const reportAppend = ({ step, time, centerCodes }: StepMoment): Body => ({
  ...(readFact(step, 'round') === '2' && {
    ...emptySheet,
    caseType: '2',
    assessNumber: '2',
    caseStatus: codes.statuses.opened,
    assignTime: time(step.at),
  }),
  appendLevel: centerCodes.level.codeOf(readFact(step, 'level')),
  appendTime: time(step.at),
});

const reportEscalation = ({ step }: StepMoment): Body => {
  const rung = readFact<Rung>(step, 'rung');
  const [warnLevel, escalateLevel] = [codes.warnings[rung], codes.escalations[rung]];
  return { ...(warnLevel && { warnLevel }), ...(escalateLevel && { escalateLevel }) };
};

/** Steps that are not listed change only the list of steps itself. */
export const stepEffects: Readonly<Record<string, (moment: StepMoment) => Body>> = {
  opened: ({ step, time }) => ({
    caseType: '1',
    assessNumber: '1',
    caseStatus: codes.statuses.opened,
    assignTime: time(step.at),
  }),
  contacted: reportContact,
  found: ({ step }) => ({
    caseStatus: codes.statuses.rectifying,
    verifyResult: codes.findings[readFact<keyof typeof codes.findings>(step, 'kind')],
  }),
  claimed: (moment) => claimedOf[readFact<ClaimKind>(moment.step, 'claim')](moment),
  ruled: (moment) =>
    ruledOf[readFact<ClaimKind>(moment.step, 'claim')](
      moment,
      moment.step.facts['granted'] === true,
    ),
  reviewed: ({ step }) =>
    step.facts['kept'] === true
      ? {}
      : { caseStatus: codes.statuses.rectifying, rectifyResult: undefined },
  transferred: ({ step }) => ({
    deptCode: readFact(step, 'toDepartment'),
    areaCode: readFact(step, 'toArea'),
  }),
  submitted: ({ step }) => ({
    caseStatus: codes.statuses.submitted,
    rectifyMeasure: step.note,
    rectifyResult: codes.submissions[readFact<keyof typeof codes.submissions>(step, 'result')],
  }),
  approved: reportClosing,
  returned: () => ({ caseStatus: codes.statuses.returned, closedLoopAudit: '0' }),
  appended: reportAppend,
  urged: ({ step }) => ({ urgeCount: readFact(step, 'urges') }),
  escalated: reportEscalation,
  overdue: () => ({ warnLevel: '2' }),
};
