import type * as z from 'zod/mini';

import { contractSchemas } from '../../../../events/contract-schemas.table.ts';
import type { SchemaName } from '../../../../events/contract-schemas.table.ts';
import type { ContractRow } from '../../../../events/contract.table.ts';
import { CenterBook, CenterOverview } from './center-book.ts';

interface Statuses {
  /** HTTP status when the service carries the step out. */
  readonly status: number;
  /** HTTP status when the service finds that it already carried the step out. */
  readonly repeatStatus: number;
  /** What identifies a repeat. A step without it changes nothing or has its effect each time. */
  readonly repeatedBy?: string;
}

/** The names of the schemas of a route's answers in the contract. */
type SchemaOf<On> = Extract<
  Extract<ContractRow, { on: On }>['answers'][number],
  { content: { schema: string } }
>['content']['schema'];

const ok: Statuses = { status: 200, repeatStatus: 200 };
const created: Statuses = { status: 201, repeatStatus: 201 };
/** Another person has to confirm it. */
const proposed: Statuses = { status: 202, repeatStatus: 202 };
const queued: Statuses = { status: 202, repeatStatus: 202 };

/** A step that the service carries out once. */
const onceBy = (repeatedBy: string, status: number): Statuses => ({
  status,
  repeatStatus: 200,
  repeatedBy,
});

const defineStep = <
  const On extends ContractRow['on'],
  const Schema extends SchemaName & SchemaOf<On>,
>(
  on: On,
  schema: Schema,
  statuses = ok,
) => ({ on, answer: contractSchemas[schema], ...statuses });

const local = { on: 'GET /_local/center', ...ok } as const;

/**
 * The steps of the loop. Each one has its route, the schema and status of its answer, and what
 * identifies a repeat. How a call is signed follows from its route.
 */
export const steps = {
  // What the systems of the halls do.
  reportEvents: defineStep('POST /v1/cases', 'CaseEventBatchAnswer', onceBy('eventId', 200)),
  importCases: defineStep('POST /v1/cases/import', 'CaseImportAnswer', onceBy('eventId', 200)),
  readCase: defineStep('GET /v1/cases/{projectNo}', 'CaseView'),
  inviteResident: defineStep('POST /v1/invitations', 'Invitation', created),

  // What residents do.
  openInvitation: defineStep('GET /v1/invitations/{token}', 'InvitationView'),
  rate: defineStep('POST /v1/ratings', 'RatingReceipt', onceBy('token and clientRef', 201)),
  claimReceipt: defineStep('POST /v1/receipts/claim', 'ReceiptClaimed'),
  readReceipt: defineStep('GET /v1/receipts/{receipt}', 'ReceiptView'),
  followUp: defineStep(
    'POST /v1/receipts/{receipt}/append',
    'FollowUpReceipt',
    onceBy('receipt and clientRef', 201),
  ),
  readMethod: defineStep('GET /v1/open/method', 'MethodView'),

  // Ratings by telephone and on paper.
  enterRating: defineStep('POST /v1/entries', 'EntryAccepted', onceBy('record', 202)),
  confirmEntry: defineStep('POST /v1/entries/{id}/confirm', 'EntryConfirmed', onceBy('id', 201)),

  // Pads.
  registerPad: defineStep('POST /v1/pads', 'ApprovalProposed', proposed),
  listPads: defineStep('GET /v1/pads', 'PadList'),
  revokePad: defineStep('DELETE /v1/pads/{padId}', 'PadRevoked'),
  enrolPad: defineStep('POST /v1/pads/enrol', 'PadKey', created),
  showContact: defineStep('GET /v1/pads/me/current', 'PadCurrent'),
  sendPadRatings: defineStep('POST /v1/pads/me/ratings', 'PadBatchAnswer', onceBy('sequence', 200)),
  sendHeartbeat: defineStep('POST /v1/pads/me/heartbeat', 'HeartbeatAnswer'),

  // Tickets.
  listTickets: defineStep('GET /v1/tickets', 'TicketList'),
  readTicket: defineStep('GET /v1/tickets/{id}', 'TicketFile'),
  actOnTicket: defineStep('POST /v1/tickets/{id}/actions', 'ActionAnswer', onceBy('actionId', 200)),
  announceEvidence: defineStep('POST /v1/evidence', 'EvidenceOffer', created),
  readEvidence: defineStep('GET /v1/evidence/{id}', 'EvidenceLink'),
  readInbox: defineStep('GET /v1/inbox', 'InboxView'),
  readWatch: defineStep('GET /v1/escalations/watch', 'WatchView'),

  // Rules.
  readCalendar: defineStep('GET /v1/calendar/{year}', 'CalendarView'),
  rehearseCalendar: defineStep('POST /v1/calendar/{year}/dry-run', 'CalendarRehearsal'),
  loadCalendar: defineStep('PUT /v1/calendar/{year}', 'ApprovalProposed', proposed),
  readPolicy: defineStep('GET /v1/policies/{version}', 'PolicyView'),

  // Integrators and the center.
  admitIntegrator: defineStep('POST /v1/integrators', 'IntegratorProposed', proposed),
  listIntegrators: defineStep('GET /v1/integrators', 'IntegratorList'),
  revokeIntegrator: defineStep('DELETE /v1/integrators/{accessKey}', 'IntegratorRevoked'),
  confirmApproval: defineStep('POST /v1/approvals/{id}/confirm', 'ApprovalDone'),
  callBack: defineStep('POST /v1/center/{operation}', 'CenterCallbackAnswer'),
  readCenterAccess: defineStep('GET /v1/center', 'CenterAccessView'),
  readOutbox: defineStep('GET /v1/reports/outbox', 'ReportOutbox'),
  readReports: defineStep('GET /v1/reports/outbox/{projectNo}', 'ReportCaseFile'),
  resendReport: defineStep('POST /v1/reports/outbox/{projectNo}/resend', 'ReportAsked', queued),
  withdrawReport: defineStep('POST /v1/reports/outbox/{projectNo}/withdraw', 'ReportAsked', queued),
  buildPeriod: defineStep('POST /v1/reports/{period}/build', 'PeriodBuilt', onceBy('digest', 201)),
  submitPeriod: defineStep('POST /v1/reports/{period}/submit', 'PeriodSubmitted'),
  reconcileDay: defineStep('POST /v1/reports/reconcile', 'ReconciliationView'),
  listDifferences: defineStep('GET /v1/reports/differences', 'DifferenceList'),
  readCenterOverview: { ...local, answer: CenterOverview },
  readCenterBook: { ...local, answer: CenterBook },

  // Figures and oversight.
  readFigures: defineStep('GET /v1/figures', 'FiguresView'),
  recountFigures: defineStep('GET /v1/figures/recount', 'RecountView'),
  listPromises: defineStep('GET /v1/oversight/cases', 'PromisedCases'),
  listSteps: defineStep('GET /v1/oversight/steps', 'OverseenSteps'),
  readCaseFile: defineStep('GET /v1/oversight/cases/{projectNo}', 'CaseFile'),
  overseePads: defineStep('GET /v1/oversight/pads', 'PadOversight'),
  overseePad: defineStep('GET /v1/oversight/pads/{padId}', 'PadFile'),
  readRegister: defineStep('GET /v1/register/{noun}', 'RegisterView'),
  saveRegister: defineStep('PUT /v1/register/{noun}', 'ApprovalProposed', proposed),
  readCoverage: defineStep('GET /v1/coverage', 'CoverageView'),
  listCoverage: defineStep('GET /v1/coverage', 'CoverageLines'),
} as const;

export type StepName = keyof typeof steps;
export type AnswerOf<Name extends StepName> = z.output<(typeof steps)[Name]['answer']>;

type ParameterIn<On> = On extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterIn<Rest>
  : never;
/** The parameters in the path of a step. */
export type ParameterOf<Name extends StepName> = ParameterIn<(typeof steps)[Name]['on']>;

/** Whether a call is of that step, whose route has no parameters. */
export const isCallOf =
  (name: StepName) =>
  ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
    steps[name].on === `${method} ${path.split('?')[0]}`;
