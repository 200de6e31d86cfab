import type { Notice } from '../../shared/domain/notice/notice.ts';
import type { ActLog } from '../../shared/port/access/act-log.ts';
import type { ApprovalStore } from '../../shared/port/access/approval-store.ts';
import type { IntegratorStore } from '../../shared/port/access/integrator-store.ts';
import type { IssuerStore } from '../../shared/port/access/issuer-store.ts';
import type { ReplayGuard } from '../../shared/port/access/replay-guard.ts';
import type { RecountPublisher } from '../../shared/port/calendar/recount-publisher.ts';
import type { CalendarStore } from '../../shared/port/calendar/store.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { DueIndex } from '../../shared/port/escalation/due-index.ts';
import type { WatchStore } from '../../shared/port/escalation/watch-store.ts';
import type { EvidenceStore } from '../../shared/port/evidence/store.ts';
import type { CenterCallStore } from '../../shared/port/exchange/callback-store.ts';
import type { CenterGateway } from '../../shared/port/exchange/center-gateway.ts';
import type { CenterStore } from '../../shared/port/exchange/center-store.ts';
import type { KeptCallbackStore } from '../../shared/port/exchange/kept-callback-store.ts';
import type { ReportStore } from '../../shared/port/exchange/store.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { MessageStore } from '../../shared/port/message/store.ts';
import type { NoticeStore } from '../../shared/port/notice/store.ts';
import type { WebhookStore } from '../../shared/port/notice/webhook-store.ts';
import type { AuditStore } from '../../shared/port/oversight/audit-store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { RegisterStore } from '../../shared/port/oversight/register-store.ts';
import type { ClaimStore } from '../../shared/port/pad/claim-store.ts';
import type { PressStore } from '../../shared/port/pad/press-store.ts';
import type { PadStore } from '../../shared/port/pad/store.ts';
import type { PeriodStore } from '../../shared/port/period/store.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import type { PolicyStore } from '../../shared/port/policy/store.ts';
import type { AttemptStore } from '../../shared/port/rating/attempt-store.ts';
import type { ContestStore } from '../../shared/port/rating/contest-store.ts';
import type { EntryStore } from '../../shared/port/rating/entry-store.ts';
import type { InvitationStore } from '../../shared/port/rating/invitation-store.ts';
import type { PeriodKeys } from '../../shared/port/rating/period-keys.ts';
import type { RatingStore } from '../../shared/port/rating/store.ts';
import type { TryCounter } from '../../shared/port/rating/try-counter.ts';
import type { DayRecords } from '../../shared/port/reconciliation/day-records.ts';
import type { DifferenceStore } from '../../shared/port/reconciliation/difference-store.ts';
import type { StepLedger } from '../../shared/port/ticket/step-ledger.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { fakeActLog } from './act-log.ts';
import { fakeApprovalStore } from './approval-store.ts';
import { fakeAttemptStore, fakeTryCounter } from './attempt-store.ts';
import { fakeAuditStore } from './audit-store.ts';
import { fakeCaseStore } from './case-store.ts';
import { fakeCenterCallStore } from './center-call-store.ts';
import { fakeCenterGateway } from './center-gateway.ts';
import { fakeClaimStore } from './claim-store.ts';
import { fakeContestStore } from './contest-store.ts';
import { fakeDayRecords } from './day-records.ts';
import { fakeDifferenceStore } from './difference-store.ts';
import { fakeDueIndex } from './due-index.ts';
import { fakeEntryStore } from './entry-store.ts';
import { fakeEvidenceStore } from './evidence-store.ts';
import type { FakeEvidenceStore } from './evidence-store.ts';
import { fakeFigureStore } from './figure-store.ts';
import { fakeIntegratorStore } from './integrator-store.ts';
import { fakeInvitationStore } from './invitation-store.ts';
import { fakeIssuerStore } from './issuer-store.ts';
import { fakeKeptCallbackStore } from './kept-callback-store.ts';
import { fakeKeyRing } from './key-ring.ts';
import { newMemory } from './memory.ts';
import type { Memory } from './memory.ts';
import { fakeMessageStore } from './message-store.ts';
import type { FakeMessageStore } from './message-store.ts';
import { fakeHookStore, fakeNoticeStore } from './notice-store.ts';
import type { FakeNoticeStore } from './notice-store.ts';
import { fakePadStore } from './pad-store.ts';
import type { FakePadStore } from './pad-store.ts';
import { fakePeriodKeys } from './period-keys.ts';
import { fakePeriodStore } from './period-store.ts';
import { fakePlaces } from './places.ts';
import { fakePressStore } from './press-store.ts';
import type { FakePressStore } from './press-store.ts';
import { fakeRatingStores } from './rating-store.ts';
import { fakeRegisterStore } from './register-store.ts';
import { fakeReplayGuard } from './replay-guard.ts';
import { fakeCenterStore, fakeReportStore } from './report-store.ts';
import { fakeRecountPublisher, fakeRuleStores } from './rulebook.ts';
import { fakeWatchStore } from './watch-store.ts';

/** Every port that a function may use. */
export interface Stores {
  readonly cases: CaseStore;
  readonly ratings: RatingStore;
  readonly attempts: AttemptStore;
  readonly contests: ContestStore;
  readonly tries: TryCounter;
  readonly tickets: TicketStore;
  readonly pads: PadStore;
  readonly presses: PressStore;
  readonly claims: ClaimStore;
  readonly entries: EntryStore;
  readonly evidence: EvidenceStore;
  readonly integrators: IntegratorStore;
  readonly issuers: IssuerStore;
  readonly approvals: ApprovalStore;
  readonly acts: ActLog;
  readonly centerCalls: CenterCallStore;
  readonly kept: KeptCallbackStore;
  readonly replay: ReplayGuard;
  readonly notices: NoticeStore;
  readonly messages: MessageStore;
  readonly webhooks: WebhookStore;
  readonly due: DueIndex;
  readonly results: WatchStore;
  readonly registers: RegisterStore;
  readonly places: Places;
  readonly audits: AuditStore;
  readonly keys: KeyRing;
  readonly periodKeys: PeriodKeys;
  readonly calendars: CalendarStore;
  readonly policies: PolicyStore;
  /** The rulebook as a function creates it at its start. */
  readonly rulebookBy: (now: Now) => Rulebook;
  readonly recounts: RecountPublisher;
  readonly reports: ReportStore;
  readonly center: CenterStore;
  /** The gateway to the center, which is not part of the table. */
  readonly gateway: CenterGateway;
  readonly figures: FigureStore;
  readonly invitations: InvitationStore;
  readonly records: DayRecords;
  readonly stepLedger: StepLedger;
  readonly periods: PeriodStore;
  readonly differences: DifferenceStore;
}

export interface FakeStores extends Stores {
  readonly memory: Memory;
  readonly pads: FakePadStore;
  readonly presses: FakePressStore;
  readonly evidence: FakeEvidenceStore;
  readonly notices: FakeNoticeStore;
  readonly messages: FakeMessageStore;
}

export const fakeStores = (): FakeStores => {
  const memory = newMemory();
  const notices = fakeNoticeStore(memory);
  const messages = fakeMessageStore(memory);
  const pads = fakePadStore(memory);
  const [cases, invitations] = [fakeCaseStore(memory), fakeInvitationStore(memory)];
  const [registers, figures] = [fakeRegisterStore(memory), fakeFigureStore(memory)];
  const tell = (notice: Notice): void => notices.tell(notice);
  const rated = fakeRatingStores(memory, cases.known, tell);
  const { dueTickets, allRatings, loop: written, ...loop } = rated;
  const contests = fakeContestStore(memory, written, tell);
  return {
    memory,
    ...loop,
    notices,
    messages,
    webhooks: fakeHookStore(memory),
    due: fakeDueIndex(memory, () => [...dueTickets(), ...notices.due(), ...messages.due()]),
    results: fakeWatchStore(memory),
    cases,
    attempts: fakeAttemptStore(memory),
    contests,
    tries: fakeTryCounter(memory),
    pads,
    presses: fakePressStore(memory, pads),
    claims: fakeClaimStore(memory),
    entries: fakeEntryStore(memory, tell),
    evidence: fakeEvidenceStore(memory),
    integrators: fakeIntegratorStore(memory),
    issuers: fakeIssuerStore(memory),
    approvals: fakeApprovalStore(memory, (notice) => notices.tell(notice)),
    acts: fakeActLog(memory),
    centerCalls: fakeCenterCallStore(memory),
    kept: fakeKeptCallbackStore(memory, tell),
    replay: fakeReplayGuard(memory),
    reports: fakeReportStore(memory),
    center: fakeCenterStore(memory),
    gateway: fakeCenterGateway(),
    registers,
    places: fakePlaces({ registers, figures }),
    audits: fakeAuditStore(memory),
    keys: fakeKeyRing(),
    periodKeys: fakePeriodKeys(),
    ...fakeRuleStores(memory, registers),
    recounts: fakeRecountPublisher(),
    figures,
    invitations,
    periods: fakePeriodStore(memory),
    differences: fakeDifferenceStore(memory),
    records: fakeDayRecords(memory, {
      cases: cases.all,
      invited: invitations.all,
      ratings: allRatings,
      rating: loop.ratings,
      contests: contests.all,
      tickets: loop.tickets,
    }),
  };
};
