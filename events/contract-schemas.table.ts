import { ActList } from './access/act-view.ts';
import * as approval from './access/approval.ts';
import * as integrator from './access/integrator-view.ts';
import { IntegratorAdmission } from './access/integrator.ts';
import * as batch from './batch-contract.ts';
import {
  CalendarLoaded,
  CalendarRehearsal,
  CalendarView,
  CalendarYearFacts,
} from './calendar/calendar.ts';
import { CaseCorrectionRequest } from './case/correction.ts';
import { CaseEventBatchAnswer } from './case/event-answer.ts';
import { CaseHandOver } from './case/hand-over.ts';
import { CaseImportAnswer } from './case/import.ts';
import { CaseView } from './case/view.ts';
import { WatchView } from './escalation/watch-view.ts';
import * as evidence from './evidence/evidence.ts';
import { CenterCallback, CenterCallbackAnswer } from './exchange/callback.ts';
import * as kept from './exchange/kept-callback.ts';
import * as outbox from './exchange/outbox.ts';
import { FiguresView, OpenScores, RecountView } from './figures/view.ts';
import * as message from './message/view.ts';
import { InboxView, NoticeRead } from './notice/inbox-view.ts';
import * as webhook from './notice/webhook.ts';
import * as audit from './oversight/audit.ts';
import { CaseFile } from './oversight/case-file.ts';
import * as overseenPads from './oversight/pad-view.ts';
import * as registers from './oversight/register.ts';
import * as oversight from './oversight/view.ts';
import {
  Heartbeat,
  PadEnrolment,
  PadKey,
  PadSettlement,
  PadRegistration,
  PadReinstatement,
  PadTakeUp,
} from './pad/pad.ts';
import * as padView from './pad/view.ts';
import { PageConfig } from './page/config.ts';
import * as period from './period/view.ts';
import * as policy from './policy/policy.ts';
import { MethodView } from './public/method-view.ts';
import { ReceiptClaim, ReceiptClaimed } from './rating/claim.ts';
import { ContestFile, ContestList } from './rating/contest-view.ts';
import * as contest from './rating/contest.ts';
import * as entry from './rating/entry-view.ts';
import { InvitationView } from './rating/invitation-view.ts';
import * as invitation from './rating/invitation.ts';
import * as rating from './rating/rating.ts';
import { FollowUpReceipt, ReceiptView } from './rating/receipt-view.ts';
import * as reconciliation from './reconciliation/view.ts';
import { TicketAction } from './ticket/action.ts';
import { NamedApplicant } from './ticket/named-applicant.ts';
import { ActionAnswer, TicketFile, TicketList } from './ticket/view.ts';

/** Every schema of the HTTP interface, by its name in the OpenAPI document. */
export const contractSchemas = {
  CaseEventBatch: batch.CaseEventBatchContract,
  CaseEventBatchAnswer,
  CaseImportAnswer,
  CaseCorrectionRequest,
  CaseView,
  CaseFile,
  InvitationRequest: invitation.InvitationRequest,
  Invitation: invitation.Invitation,
  InvitationView,
  RatingSubmission: rating.RatingSubmission,
  RatingReceipt: rating.RatingReceipt,
  ReceiptView,
  ReceiptClaim,
  ReceiptClaimed,
  FollowUpSubmission: rating.FollowUpSubmission,
  FollowUpReceipt,
  ContestSubmission: contest.ContestSubmission,
  ContestState: contest.ContestState,
  ContestList,
  ContestFile,
  ContestCallBack: contest.ContestCallBack,
  ContestUnmask: contest.ContestUnmask,
  NamedApplicant,
  ContestRulingRequest: contest.ContestRulingRequest,
  EntryRequest: rating.EntryRequest,
  EntryAccepted: entry.EntryAccepted,
  EntryList: entry.EntryList,
  EntryRuling: rating.EntryRuling,
  EntryConfirmed: entry.EntryConfirmed,
  EntryShown: entry.EntryShown,
  EntryRejected: entry.EntryRejected,
  PadRegistration,
  PadReinstatement,
  PadList: padView.PadList,
  PadRevoked: padView.PadRevoked,
  PadTakeUp,
  PadSettlement,
  PadEnrolment,
  PadKey,
  PadMe: padView.PadMe,
  PadCurrent: padView.PadCurrent,
  PadBatch: batch.PadBatchContract,
  PadBatchAnswer: rating.PadBatchAnswer,
  Heartbeat,
  HeartbeatAnswer: padView.HeartbeatAnswer,
  TicketList,
  TicketFile,
  TicketAction,
  ActionAnswer,
  EvidenceRequest: evidence.EvidenceRequest,
  EvidenceOffer: evidence.EvidenceOffer,
  EvidenceLink: evidence.EvidenceLink,
  InboxView,
  NoticeRead,
  WatchView,
  MessageReceipts: message.MessageReceipts,
  MessageReceiptsAnswer: message.MessageReceiptsAnswer,
  MessageOptOut: message.MessageOptOut,
  MessageOptOutAnswer: message.MessageOptOutAnswer,
  ReceiptResend: message.ReceiptResend,
  ReceiptResendAnswer: message.ReceiptResendAnswer,
  CallList: message.CallList,
  WebhookAdmission: webhook.WebhookAdmission,
  WebhookList: webhook.WebhookList,
  WebhookRemoved: webhook.WebhookRemoved,
  WebhookRedelivered: webhook.WebhookRedelivered,
  CalendarView,
  CalendarYearFacts,
  CalendarRehearsal,
  CalendarLoaded,
  PolicyList: policy.PolicyList,
  PolicyProposal: policy.PolicyProposal,
  PolicyView: policy.PolicyView,
  PolicyRehearsal: policy.PolicyRehearsal,
  PolicyProposed: approval.PolicyProposed,
  PolicyActivated: policy.PolicyActivated,
  PromisedCases: oversight.PromisedCases,
  OverseenSteps: oversight.OverseenSteps,
  PadOversight: overseenPads.PadOversight,
  PadFile: overseenPads.PadFile,
  HeldPresses: overseenPads.HeldPresses,
  RegisterFacts: registers.RegisterFacts,
  RegisterView: registers.RegisterView,
  RegisterFileProposed: approval.RegisterFileProposed,
  RegisterSaved: registers.RegisterSaved,
  RegisterVersions: registers.RegisterVersions,
  ActsBreakView: audit.ActsBreakView,
  AuditBreakList: audit.AuditBreakList,
  AuditBreakSettlement: audit.AuditBreakSettlement,
  AuditBreakView: audit.AuditBreakView,
  CoverageView: oversight.CoverageView,
  UnlistedReferences: oversight.UnlistedReferences,
  CoverageLines: oversight.CoverageLines,
  PeriodList: period.PeriodList,
  PeriodBuilt: period.PeriodBuilt,
  PeriodSubmission: period.PeriodSubmission,
  PeriodSubmitted: period.PeriodSubmitted,
  ReconciliationRequest: reconciliation.ReconciliationRequest,
  ReconciliationView: reconciliation.ReconciliationView,
  DifferenceList: reconciliation.DifferenceList,
  DifferenceSettlement: reconciliation.DifferenceSettlement,
  DifferenceView: reconciliation.DifferenceView,
  IntegratorAdmission,
  IntegratorProposed: approval.IntegratorProposed,
  IntegratorList: integrator.IntegratorList,
  IntegratorRevoked: integrator.IntegratorRevoked,
  ActList,
  ApprovalProposed: approval.ApprovalProposed,
  ApprovalList: approval.ApprovalList,
  ApprovalView: approval.ApprovalView,
  ApprovalConfirmation: approval.ApprovalConfirmation,
  ApprovalRefusal: approval.ApprovalRefusal,
  ApprovalDone: approval.ApprovalDone,
  CaseHandOver,
  FiguresView,
  RecountView,
  OpenScores,
  MethodView,
  PageConfig,
  CenterCallback,
  CenterCallbackAnswer,
  KeptCallbackList: kept.KeptCallbackList,
  KeptCallbackFile: kept.KeptCallbackFile,
  KeptCallbackSettlement: kept.KeptCallbackSettlement,
  KeptCallbackTaking: kept.KeptCallbackTaking,
  ReportOutbox: outbox.ReportOutbox,
  ReportCaseFile: outbox.ReportCaseFile,
  ReportResend: outbox.ReportResend,
  ReportWithdrawal: outbox.ReportWithdrawal,
  ReportAsked: outbox.ReportAsked,
  CenterAccessRequest: outbox.CenterAccessRequest,
  CenterAccessView: outbox.CenterAccessView,
} as const;

export type SchemaName = keyof typeof contractSchemas;
