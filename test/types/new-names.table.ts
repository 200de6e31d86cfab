/** A name that a closed list of the product does not have yet, and where it has to be completed. */
export interface NewName {
  /** The file that declares the list, and a text in it with its replacement, which adds the name. */
  readonly in: string;
  readonly replace: readonly [before: string, after: string];
  /** Files with a table or a switch of all names: the compiler reports the new one there. */
  readonly stops: readonly string[];
}

/** Adds a name to a list: it is declared as an array of all names. */
const toList = (name: string, list: string): NewName['replace'] => [
  `const ${list} = [`,
  `const ${list} = ['${name}', `,
];

/** Each name is unique, so that the compiler's reports tell which one they are about. */
export const newNames = {
  new_channel: {
    in: 'shared/domain/rating/channel.ts',
    replace: toList('new_channel', 'channels'),
    stops: [
      'shared/domain/rating/channel.ts',
      'shared/domain/case/names.table.ts',
      'shared/domain/exchange/record/zhejiang.table.ts',
    ],
  },
  new_level: {
    in: 'shared/domain/rating/level.ts',
    replace: toList('new_level', 'levels'),
    stops: [
      'shared/domain/rating/level.ts',
      'shared/domain/exchange/record/zhejiang.table.ts',
      'functions/figures/show.ts',
    ],
  },
  new_proof: {
    in: 'shared/domain/rating/rating.ts',
    replace: toList('new_proof', 'proofs'),
    stops: ['shared/domain/rating/rating.ts', 'shared/domain/exchange/case-report.ts'],
  },
  new_rung: {
    in: 'shared/domain/policy/policy.ts',
    replace: toList('new_rung', 'rungs'),
    stops: [
      'shared/domain/policy/shipped.ts',
      'shared/domain/escalation/ladder-notice.table.ts',
      'shared/domain/exchange/record/step-codes.table.ts',
    ],
  },
  new_trigger: {
    in: 'shared/domain/policy/policy.ts',
    replace: [
      `z.discriminatedUnion('on', [`,
      `z.discriminatedUnion('on', [z.object({ on: z.literal('new_trigger') }),`,
    ],
    stops: ['shared/domain/escalation/trigger-moment.ts'],
  },
  new_state: {
    in: 'shared/domain/ticket/terms.ts',
    replace: toList('new_state', 'ticketStates'),
    stops: [
      'shared/domain/ticket/phase.ts',
      'shared/domain/ticket/moves.table.ts',
      'shared/domain/case/names.table.ts',
    ],
  },
  new_event: {
    in: 'shared/domain/ticket/event/facts.ts',
    replace: ['ticketEventFacts = {', 'ticketEventFacts = { new_event: z.strictObject({}),'],
    stops: [
      'shared/domain/ticket/event/changes.table.ts',
      'shared/domain/ticket/event/evolve.ts',
      'shared/domain/exchange/reported-step.ts',
      'shared/domain/exchange/record/step-effects.table.ts',
      'shared/domain/exchange/record/step-codes.table.ts',
      'functions/exchange/record/decrypt-texts.ts',
    ],
  },
  new_command: {
    in: 'shared/domain/ticket/command.ts',
    replace: ['export type Command =', `export type Command = { readonly type: 'new_command' }`],
    stops: [
      'shared/domain/ticket/authorization/allowed.ts',
      'shared/domain/ticket/authorization/authorization.table.ts',
      'shared/domain/ticket/moves.table.ts',
      'shared/domain/ticket/act/acts.table.ts',
    ],
  },
  new_place: {
    in: 'shared/domain/ticket/authorization/authorization.table.ts',
    replace: ['readonly place: ', `readonly place: 'new_place' | `],
    stops: ['shared/domain/ticket/authorization/authorization.ts'],
  },
  new_claim: {
    in: 'shared/domain/ticket/claim-kind.ts',
    replace: toList('new_claim', 'claimKinds'),
    stops: [
      'shared/domain/ticket/claim-kind.ts',
      'shared/domain/figures/names.table.ts',
      'shared/domain/ticket/event/facts.ts',
    ],
  },
  new_refusal: {
    in: 'shared/domain/ticket/refusal.ts',
    replace: ['export type TicketRefusal =', `export type TicketRefusal = 'new_refusal'`],
    stops: ['shared/http/problem/ticket.table.ts'],
  },
  new_duty: {
    in: 'shared/domain/ticket/tally-counts.ts',
    replace: toList('new_duty', 'duties'),
    stops: ['shared/domain/figures/contribution.ts', 'shared/domain/ticket/tally.ts'],
  },
  new_stage: {
    in: 'shared/domain/ticket/progress.ts',
    replace: toList('new_stage', 'stages'),
    stops: ['shared/domain/ticket/progress.ts'],
  },
  new_way: {
    in: 'shared/domain/ticket/terms.ts',
    replace: toList('new_way', 'contactWays'),
    stops: ['shared/domain/exchange/record/step-codes.table.ts'],
  },
  new_outcome: {
    in: 'shared/domain/ticket/terms.ts',
    replace: toList('new_outcome', 'contactOutcomes'),
    stops: ['shared/domain/exchange/record/step-codes.table.ts'],
  },
  new_finding: {
    in: 'shared/domain/ticket/terms.ts',
    replace: toList('new_finding', 'findingKinds'),
    stops: ['shared/domain/exchange/record/step-codes.table.ts'],
  },
  new_result: {
    in: 'shared/domain/ticket/terms.ts',
    replace: toList('new_result', 'submissionResults'),
    stops: ['shared/domain/exchange/record/step-codes.table.ts'],
  },
  new_notice: {
    in: 'shared/domain/notice/notice-type.ts',
    replace: toList('new_notice', 'ticketNoticeTypes'),
    stops: ['shared/domain/notice/silence.ts', 'shared/domain/notice/words.table.ts'],
  },
  new_box: {
    in: 'shared/domain/notice/notice.ts',
    replace: toList('new_box', 'ticketBoxKinds'),
    stops: [
      'shared/domain/notice/notice.ts',
      'events/notice/box-name.ts',
      'functions/notice/box.ts',
    ],
  },
  new_approval_notice: {
    in: 'shared/domain/notice/notice-type.ts',
    replace: toList('new_approval_notice', 'approvalNoticeTypes'),
    stops: ['shared/domain/notice/words.table.ts'],
  },
  new_approval_box: {
    in: 'shared/domain/notice/notice.ts',
    replace: toList('new_approval_box', 'approvalBoxKinds'),
    stops: [
      'shared/domain/notice/approval-notice.ts',
      'events/notice/box-name.ts',
      'functions/notice/box.ts',
    ],
  },
  new_form: {
    in: 'shared/domain/notice/delivery.ts',
    replace: toList('new_form', 'webhookForms'),
    stops: ['shared/http/notice/webhook-request.ts'],
  },
  new_role: {
    in: 'shared/domain/access/staff-role.ts',
    replace: toList('new_role', 'staffRoles'),
    stops: ['shared/http/staff.ts', 'functions/figures/scope.ts'],
  },
  new_service: {
    in: 'shared/domain/case/case.ts',
    replace: toList('new_service', 'services'),
    stops: ['shared/domain/case/names.table.ts', 'events/case/import-file.table.ts'],
  },
  new_case_kind: {
    in: 'shared/domain/case/case.ts',
    replace: toList('new_case_kind', 'caseKinds'),
    stops: ['shared/domain/exchange/record/zhejiang.table.ts', 'events/case/import-file.table.ts'],
  },
  new_event_type: {
    in: 'shared/domain/case/case.ts',
    replace: toList('new_event_type', 'caseEventTypes'),
    stops: [
      'shared/domain/case/course.ts',
      'shared/domain/case/event.ts',
      'shared/domain/case/step-term.ts',
      'events/case/import-file.table.ts',
    ],
  },
  new_case_outcome: {
    in: 'shared/domain/case/case.ts',
    replace: toList('new_case_outcome', 'caseOutcomes'),
    stops: ['shared/domain/exchange/record/case-record.ts', 'events/case/import-file.table.ts'],
  },
  new_applicant: {
    in: 'shared/domain/case/applicant.ts',
    replace: toList('new_applicant', 'applicantKinds'),
    stops: ['shared/domain/exchange/record/zhejiang.table.ts', 'events/case/import-file.table.ts'],
  },
  new_case_stage: {
    in: 'shared/domain/exchange/record/center-codes.ts',
    replace: ['export type CaseStage =', `export type CaseStage = 'new_case_stage' |`],
    stops: ['shared/domain/exchange/record/zhejiang.table.ts'],
  },
  new_light: {
    in: 'shared/domain/case/term-clock.ts',
    replace: toList('new_light', 'promiseLights'),
    stops: ['events/oversight/light-name.ts'],
  },
  new_scope: {
    in: 'shared/domain/figures/scope.ts',
    replace: toList('new_scope', 'scopeKinds'),
    stops: [
      'shared/domain/figures/scope.ts',
      'shared/domain/figures/place.ts',
      'functions/figures/parts.ts',
      'functions/figures/scope.ts',
    ],
  },
  new_slot: {
    in: 'shared/domain/figures/slot.ts',
    replace: toList('new_slot', 'plainSlots'),
    stops: ['shared/domain/figures/names.table.ts'],
  },
  new_source: {
    in: 'shared/domain/figures/contribution.ts',
    replace: [
      'export type Source =',
      `export type Source = { readonly kind: 'new_source'; readonly of: Ticket }`,
    ],
    stops: ['shared/domain/figures/contribution.ts', 'shared/domain/figures/sighting.ts'],
  },
  new_subject: {
    in: 'shared/domain/reconciliation/reconciliation.ts',
    replace: [
      'type DifferenceSubject =',
      `type DifferenceSubject = { readonly of: 'new_subject' }`,
    ],
    stops: ['shared/domain/reconciliation/difference.ts'],
  },
  new_fate: {
    in: 'shared/domain/reconciliation/verdict.ts',
    replace: ['export type Fate =', `export type Fate = { readonly state: 'new_fate' }`],
    stops: ['shared/domain/reconciliation/verdict.ts'],
  },
  new_evidence: {
    in: 'shared/domain/evidence/evidence.ts',
    replace: toList('new_evidence', 'evidenceTypes'),
    stops: ['shared/domain/evidence/evidence.ts'],
  },
  new_noun: {
    in: 'shared/domain/oversight/register.ts',
    replace: toList('new_noun', 'registerNouns'),
    stops: [
      'shared/domain/oversight/register.ts',
      'events/oversight/register-file.table.ts',
      'functions/oversight/register/check.ts',
    ],
  },
  new_ratable: {
    in: 'shared/domain/oversight/register.ts',
    replace: toList('new_ratable', 'ratableNouns'),
    stops: ['functions/bulletin/covered.ts', 'functions/oversight/coverage-summary.ts'],
  },
  new_place_kind: {
    in: 'shared/domain/oversight/register.ts',
    replace: toList('new_place_kind', 'placeKinds'),
    stops: ['events/oversight/register-file.table.ts'],
  },
  new_hall_level: {
    in: 'shared/domain/oversight/register.ts',
    replace: toList('new_hall_level', 'hallLevels'),
    stops: ['functions/bulletin/covered.ts', 'events/oversight/register-file.table.ts'],
  },
  new_edition: {
    in: 'shared/domain/period/edition.ts',
    replace: toList('new_edition', 'editionStates'),
    stops: ['shared/domain/period/edition.ts'],
  },
  new_operation: {
    in: 'shared/domain/exchange/center-answer.ts',
    replace: ['export type CenterOperation =', `export type CenterOperation = 'new_operation'`],
    stops: ['shared/domain/exchange/record/center-path.table.ts'],
  },
  new_unclear: {
    in: 'shared/domain/exchange/center-answer.ts',
    replace: ['export type Unclear =', `export type Unclear = 'new_unclear'`],
    stops: ['functions/reconciliation/nightly.ts'],
  },
  new_record: {
    in: 'shared/domain/exchange/case-report.ts',
    replace: ['export type RecordRef =', `export type RecordRef = { readonly kind: 'new_record' }`],
    stops: ['shared/domain/exchange/case-report.ts', 'functions/exchange/record/build-record.ts'],
  },
  new_receipt: {
    in: 'shared/domain/exchange/case-report.ts',
    replace: toList('new_receipt', 'receiptOutcomes'),
    stops: ['shared/domain/exchange/record-state.ts', 'functions/exchange/send.ts'],
  },
  new_clock: {
    in: 'shared/domain/time/deadline.ts',
    replace: ['export type Clock = ', `export type Clock = { readonly state: 'new_clock' } | `],
    stops: ['shared/domain/time/deadline.ts'],
  },
  new_unit: {
    in: 'shared/domain/time/deadline.ts',
    replace: toList('new_unit', 'termUnits'),
    stops: [
      'shared/domain/time/explanation/chinese.ts',
      'shared/domain/time/explanation/english.ts',
      'shared/domain/time/explanation/words.ts',
      'shared/domain/time/deadline.ts',
      'shared/domain/time/explanation/explain.ts',
    ],
  },
  new_entry: {
    in: 'shared/port/rating/entry-store.ts',
    replace: ['readonly state: ', `readonly state: 'new_entry' | `],
    stops: ['functions/rating/entry/enter.ts'],
  },
  new_audience: {
    in: 'events/contract.ts',
    replace: toList('new_audience', 'audiences'),
    stops: ['functions/docs/page-words.table.ts'],
  },
  new_file: {
    in: 'events/case/import.ts',
    replace: toList('new_file', 'fileForms'),
    stops: ['functions/case/import/sent-file.ts', 'functions/case/import/read-table.ts'],
  },
} as const satisfies Readonly<Record<string, NewName>>;
