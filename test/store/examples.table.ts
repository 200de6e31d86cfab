import { gzipSync } from 'node:zlib';

import { slots } from '../../shared/domain/figures/slot.ts';
import type { Slot } from '../../shared/domain/figures/slot.ts';
import { defaultMessageRules } from '../../shared/domain/message/rules.ts';
import { defaultPolicy } from '../../shared/domain/policy/policy.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { Month } from '../../shared/domain/time/month.ts';
import { storedAct } from '../../shared/store/access/act-schema.ts';
import { storedApproval } from '../../shared/store/access/approval-schema.ts';
import {
  storedIntegrator,
  storedIssuer,
  storedIssuerCount,
  storedReplayMark,
} from '../../shared/store/access/schema.ts';
import {
  storedRecount,
  storedYear,
  storedYearContent,
} from '../../shared/store/calendar/schema.ts';
import { storedCase, storedWindow } from '../../shared/store/case/schema.ts';
import {
  storedLateRung,
  storedSweepCursor,
  storedWatchResult,
} from '../../shared/store/escalation/schema.ts';
import { storedEvidence } from '../../shared/store/evidence/schema.ts';
import {
  storedKeptCallback,
  storedKeptPart,
} from '../../shared/store/exchange/kept-callback-schema.ts';
import {
  storedCenterAccess,
  storedCenterCall,
  storedCenterHealth,
  storedOutboxEntry,
  storedReportRecord,
} from '../../shared/store/exchange/schema.ts';
import { storedApplied, storedCounter, storedMember } from '../../shared/store/figures/schema.ts';
import { storedDataKey } from '../../shared/store/key-ring.ts';
import type { Kind } from '../../shared/store/kind.ts';
import {
  storedChoice,
  storedMessage,
  storedMessageDay,
} from '../../shared/store/message/schema.ts';
import { storedDelivery, storedNotice, storedWebhook } from '../../shared/store/notice/schema.ts';
import {
  storedActsBreak,
  storedAuditBreak,
  storedAuditProgress,
  storedRegisterHead,
  storedRegisterPart,
} from '../../shared/store/oversight/schema.ts';
import {
  storedEnrolment,
  storedPad,
  storedPadClaim,
  storedPadNumber,
  storedPress,
  storedRefusedRating,
} from '../../shared/store/pad/schema.ts';
import { storedDocument, storedEdition } from '../../shared/store/period/schema.ts';
import {
  storedActivation,
  storedPolicy,
  storedPolicyInForce,
} from '../../shared/store/policy/schema.ts';
import {
  storedAttempt,
  storedEntry,
  storedInvitation,
  storedPeriodKey,
  storedRating,
  storedTryCount,
} from '../../shared/store/rating/schema.ts';
import {
  storedDifference,
  storedReconciliation,
} from '../../shared/store/reconciliation/schema.ts';
import type { StoredKind } from '../../shared/store/stored-kind.ts';
import { storedTicket } from '../../shared/store/ticket/schema.ts';
import { storedStep } from '../../shared/store/ticket/step-schema.ts';
import { exampleSteps } from '../domain/ticket/event-example.ts';
import { day } from '../domain/time/shanghai.ts';
import { at } from '../fake/clock.ts';

/** A type whose optional members must all be there. */
type Full<T> = T extends string | number | boolean | Uint8Array | null
  ? T
  : T extends readonly unknown[]
    ? { [Index in keyof T]: Full<T[Index]> }
    : { [Name in keyof T]-?: Full<Exclude<T[Name], undefined>> };

export interface Example {
  readonly kind: StoredKind<object>;
  /** Bodies with every member. */
  readonly bodies: readonly object[];
}

/** The compiler requires every member, also the optional ones. */
const full = <T extends object>(
  kind: StoredKind<T>,
  ...bodies: readonly NoInfer<Full<T>>[]
): Example => ({ kind, bodies });

const [early, late] = [at('2026-11-20T09:30:00+08:00'), at('2026-11-23T17:30:00+08:00')];
const projectNo = '330602261120000000017';
const creditCode = '11330602MB1TE5T01X';

const where = {
  creditCode,
  area: '330602',
  matterCode: '许可-00757-000',
  hall: '330602-H1',
  window: 'A03',
  staffId: 'S1',
} as const;

const corrections = {
  orgCode: '001008001005001',
  departmentName: '测试局',
  matterCode: where.matterCode,
  matterName: '食品经营许可',
  area: '330602',
  handlerName: '王示例',
} as const;

const reported = {
  projectNo,
  state: 'rejected',
  revision: 1,
  asked: { what: 'resend', by: 'u1', at: early, reason: '更正' },
  corrections,
  receipt: {
    by: 'center',
    outcome: 'rejected',
    code: '1001',
    message: '字段错误',
    receiptNo: 'R1',
    at: late,
  },
  digest: 'd1',
  attempts: 2,
  history: [
    {
      at: early,
      what: 'asked_resend',
      revision: 1,
      code: 'u1',
      reason: '更正',
      corrections: { ...corrections },
    },
  ],
  version: 3,
} as const;

const year = {
  calendar: {
    year: 2027,
    notices: [{ url: 'https://www.gov.cn/x', number: '国办发明电〔2026〕1号' }],
    holidays: [{ name: '元旦', off: [day('2027-01-01')], makeup: [day('2027-01-03')] }],
    assumed: true,
  },
  version: 1,
  by: 'u1',
  confirmedBy: 'u2',
  at: early,
} as const;

const activation = {
  number: 1,
  version: 2,
  by: 'u1',
  confirmedBy: 'u2',
  at: early,
} as const;

const approval = {
  id: 'AP1',
  digest: 'd1',
  area: '330602',
  by: 'u1',
  at: early,
  expiresAt: late,
  state: 'refused',
  decision: { by: 'u2', at: late, note: '来文号有误' },
  failure: { code: 'callback_not_stored', fact: 'already_rated' },
  version: 2,
} as const;

const scope = {
  areas: ['330602'],
  departments: [creditCode],
  channels: ['qr'],
  numberPrefixes: ['330602'],
} as const;

const difference = {
  finding: 'differs',
  creditCode,
  ours: { satisfaction: '2', times: 1 },
  theirs: { satisfaction: '1', times: 2 },
  reason: '不一致',
  id: '2026-11-20.x',
  day: day('2026-11-20'),
  state: 'settled',
  openedAt: early,
  history: [{ at: late, what: 'settled', finding: 'differs', by: 'u1', note: '已核对' }],
  version: 2,
} as const;

const edition = {
  period: Month.parse('2026-11'),
  number: 1,
  digest: 'd1',
  builtBy: 'u1',
  builtAt: early,
  version: 2,
} as const;

const submitted = {
  ...edition,
  submittedBy: 'u2',
  submittedAt: late,
  attempts: 1,
  unclear: { why: 'no_answer', at: late },
} as const;

/** A full body of every kind; of every member of a union where a body is one. */
const counted = {
  startedAt: early,
  term: { amount: 15, unit: 'working_day' as const },
  pauses: [{ from: early, to: late }],
};
const done = { at: late, by: 'u1' };
const claim = { ...done, evidence: ['ev1'] };

const ticket: Omit<Full<Ticket>, 'claim'> = {
  id: `${projectNo}-1`,
  state: 'rectifying',
  projectNo,
  serviceNumber: 1,
  level: 'dissatisfied',
  tags: ['209'],
  channel: 'qr',
  contactConsent: true,
  ...where,
  departments: [where.creditCode, '11330603MB7654321B'],
  workers: ['u1'],
  transferAsked: { ...done, to: { creditCode: '11330603MB7654321B', area: '330603' } },
  transfers: 1,
  round: 2,
  rung: 3,
  fired: [{ rung: 'notify', at: early, round: 1 }],
  openedAt: early,
  policyVersion: 1,
  clocks: {
    contact: { state: 'met', at: late, late: true, dueAt: early },
    rectify: {
      ...counted,
      state: 'pending_calendar',
      year: 2027,
      since: late,
      pausedAt: late,
      metAt: late,
    },
    review: { ...counted, state: 'running', dueAt: late },
  },
  late: true,
  contacts: [{ ...done, way: 'phone', outcome: 'reached' }],
  finding: { ...done, kind: 'complex', cause: 'time' },
  claimed: ['invalid', 'extension'],
  submission: { ...done, result: 'rectified', sealedAnswer: '1.x', evidence: ['ev1'] },
  returns: 1,
  returnedAt: late,
  urges: 2,
  assignee: 'u1',
  hardship: { reviewOn: day('2027-02-01'), since: late, askedBy: 'u1', remindedAt: late },
  ruling: { ...done, kind: 'closure', granted: false },
  extension: { days: 5, originalDue: early },
  followUp: { level: 'very_dissatisfied', at: late },
  appendUntil: late,
  reviewRemindedAt: late,
  nextAt: late,
  pendingYear: 2027,
  tally: {
    rated: { creditCode: where.creditCode, area: where.area },
    returns: 2,
    granted: { invalid: 1, hardship: 1, extension: 1 },
    refused: { invalid: 1, hardship: 1, extension: 1 },
    overdue: { contact: true, rectify: true },
    earlier: { contact: 'late', rectify: 'missed' },
  },
  lastStep: { number: 9, hash: 'f00' },
  version: 7,
};

const findings = [
  { kind: 'link', number: 3 },
  { kind: 'end' },
  { kind: 'replay', members: ['state'] },
  { kind: 'rating', assessNumber: 2 },
  { kind: 'ticket' },
  { kind: 'unreadable', items: ['TICKET'] },
  { kind: 'misplaced', items: ['STEP#00001'] },
] as const;

export const examples = {
  case: full(storedCase, {
    matter: { code: where.matterCode, name: '食品经营许可', handleItem: 'h', theme: 't' },
    department: { creditCode, orgCode: '001008001005001', name: '测试局' },
    area: '330602',
    caseKind: 'promised',
    promiseWorkingDays: 5,
    applicant: {
      kind: 'person',
      maskedName: '测**',
      maskedMobile: '138****0000',
      sealed: '1.x',
      certificateUnverified: true,
      marks: { form: 'compared', name: 'm1', certificate: 'm2', mobile: 'm3', mobileAt: early },
    },
    projectNo,
    source: 'AK1',
    handOvers: [{ from: 'AK0', to: 'AK1', reason: '误报', by: 'u1', confirmedBy: 'u2', at: early }],
    inherited: { header: true, events: ['e1'], contacts: [1] },
    corrections: [
      {
        accessKey: 'AK1',
        reason: '乱码',
        at: early,
        before: {
          matter: { code: where.matterCode, name: '乱码', handleItem: 'h', theme: 't' },
          department: { creditCode, orgCode: '001008001005001', name: '乱码' },
          area: '330602',
          caseKind: 'promised',
          promiseWorkingDays: 5,
          applicant: {
            kind: 'person',
            maskedName: '乱**',
            maskedMobile: '138****0000',
            sealed: '1.x',
            certificateUnverified: true,
            marks: {
              form: 'compared',
              name: 'm1',
              certificate: 'm2',
              mobile: 'm3',
              mobileAt: early,
            },
          },
        },
      },
    ],
    timeline: [
      {
        eventId: 'e1',
        type: 'finished',
        at: early,
        receivedAt: late,
        accessKey: 'AK1',
        step: { name: '审查', handler: '王示例', note: '通过', state: 'done', workingDays: 2 },
        procedure: { kind: 'extension', reason: '案情复杂', workingDays: 5, approvedBy: '李示例' },
        promiseWorkingDays: 5,
        result: { outcome: 'granted', note: '准予' },
      },
    ],
    contacts: [
      {
        serviceNumber: 1,
        service: 'accept',
        at: early,
        hall: where.hall,
        window: where.window,
        staff: { id: 'S1', name: '王示例' },
      },
    ],
    promise: { dueAt: late, yellowAt: early, pendingYear: 2028, suspendedAt: early },
    attentionAt: early,
    version: 1,
  }),
  invitation: full(storedInvitation, {
    projectNo,
    serviceNumber: 1,
    channel: 'qr',
    at: early,
    accessKey: 'AK1',
    ...where,
  }),
  rating: full(storedRating, {
    projectNo,
    serviceNumber: 1,
    assessNumber: 1,
    level: 'dissatisfied',
    tags: ['209', '210'],
    sealedText: '1.x',
    contactConsent: true,
    channel: 'pad',
    proof: 'pad',
    origin: 'active',
    receivedAt: late,
    claimedAt: early,
    claimImplausible: true,
    fingerprint: 'f1',
    sender: 's1',
    generation: 2,
    publishConsent: true,
    clientRef: 'c1',
    pad: { id: 'pad-1', sequence: 7 },
    bound: 'token',
    heldSince: early,
    takenUp: { by: 'u1', confirmedBy: 'u2', at: late },
    issuer: 17,
    issuedAt: early,
    match: 'matched',
    applicantMark: 'm1',
    trace: 'x',
    accessKey: 'AK1',
    enteredBy: { staff: 'u1', entry: 'en1', record: 'r1', checkedBy: 'u2' },
    doubts: [{ code: 'unknown_channel', sent: '8' }],
    ...where,
  }),
  rating_attempt: full(storedAttempt, {
    projectNo,
    serviceNumber: 1,
    assessNumber: 1,
    mark: 'm1',
    credential: 'c1',
    issuer: 'AK1',
    sealed: '1.x',
    at: late,
  }),
  try_count: full(storedTryCount, { count: 3 }),
  ticket: full(
    storedTicket,
    { ...ticket, claim: { ...claim, kind: 'invalid', grounds: 'malicious' } },
    {
      ...ticket,
      claim: { ...claim, kind: 'hardship', grounds: 'not_fixable', reviewOn: day('2027-02-01') },
      clocks: {
        contact: { state: 'stopped', at: late },
        rectify: { ...counted, state: 'paused', pausedAt: late, dueAt: late, remainingMs: 7 },
        review: { ...counted, state: 'running', dueAt: late },
      },
    },
    { ...ticket, claim: { ...claim, kind: 'extension', grounds: 'needs_time', days: 5 } },
  ),
  step: { kind: storedStep, bodies: exampleSteps },
  evidence: full(storedEvidence, {
    id: 'ev1',
    ticketId: 't1',
    sealedName: '1.x',
    type: 'pdf',
    size: 1024,
    sha256: 's1',
    offeredBy: 'u1',
    offeredAt: early,
    state: 'checked',
    version: 2,
  }),
  window: full(storedWindow, { projectNo, serviceNumber: 1, at: early }),
  pad: full(storedPad, {
    id: 'pad-1',
    hall: where.hall,
    window: where.window,
    label: '一号',
    state: 'enrolled',
    issuer: 18,
    sealedKey: '1.x',
    received: [
      [1, 40],
      [44, 50],
    ],
    lastSeenAt: late,
    waiting: 2,
    software: '1.0',
    clockBehindMs: -400,
    revoked: { by: 'u3', at: late },
    version: 3,
    by: 'u1',
    confirmedBy: 'u2',
    at: early,
  }),
  refused_rating: full(storedRefusedRating, {
    padId: 'pad-1',
    hall: where.hall,
    sequence: 7,
    mark: 'm1',
    at: early,
    code: 'window_wrong',
    sealed: '1.x',
    cut: true,
    takenUp: { projectNo, serviceNumber: 1, by: 'u1', confirmedBy: 'u2', at: late },
    settled: { by: 'u1', confirmedBy: 'u2', at: late, note: '无法核实' },
  }),
  press: full(storedPress, {
    hall: where.hall,
    window: where.window,
    padId: 'pad-1',
    sequence: 7,
    claimedAt: early,
    claimImplausible: true,
    arrivedAt: early,
    sealed: '1.x',
    tryUntil: late,
    claim: {
      projectNo,
      serviceNumber: 1,
      bound: 'persons',
      takenUp: { by: 'u1', confirmedBy: 'u2', at: late },
    },
    settled: { by: 'u1', confirmedBy: 'u2', at: late, note: '无法核实' },
    version: 2,
  }),
  pad_number: full(storedPadNumber, {
    padId: 'pad-1',
    sequence: 7,
    mark: 'm1',
    at: early,
    contact: { projectNo, serviceNumber: 1 },
  }),
  pad_claim: full(storedPadClaim, { padId: 'pad-1', sequence: 7, claimant: 'c1', at: late }),
  enrolment: full(storedEnrolment, { padId: 'pad-1', expiresAt: late }),
  entry: full(storedEntry, {
    id: 'en1',
    state: 'confirmed',
    projectNo,
    serviceNumber: 1,
    channel: 'paper',
    sealedRecord: '1.x',
    record: 'r1',
    level: 'satisfied',
    tags: ['409'],
    sealedText: '1.x',
    fingerprint: 'f1',
    contactConsent: false,
    area: '330602',
    enteredBy: 'u1',
    enteredAt: early,
    checkedBy: 'u2',
    checkedAt: late,
    version: 3,
  }),
  integrator: full(storedIntegrator, {
    accessKey: 'AK1',
    system: 'AK1',
    name: '系统',
    may: ['cases', 'portal'],
    scope,
    sealedSecret: '1.x',
    issuer: 17,
    state: 'revoked',
    revoked: { by: 'u3', at: late },
    by: 'u1',
    confirmedBy: 'u2',
    at: early,
  }),
  issuer: full(storedIssuer, { of: 'pad', id: 'pad-1', number: 18 }),
  issuer_count: full(storedIssuerCount, { version: 3 }),
  period_key: full(storedPeriodKey, { sealed: '1.x' }),
  approval: full(
    storedApproval,
    {
      ...approval,
      proposal: {
        power: 'integrator',
        accessKey: 'AK1',
        system: 'AK1',
        name: '系统',
        may: ['cases'],
        scope,
        beside: [{ accessKey: 'AK0', widens: ['areas'] }],
      },
    },
    {
      ...approval,
      proposal: { power: 'pad', padId: 'p1', hall: '330602-H1', window: 'A1', label: '左侧' },
    },
    {
      ...approval,
      proposal: {
        power: 'webhook',
        webhook: {
          id: 'w1',
          name: '督办群',
          form: 'robot',
          host: 'desk.example.cn',
          sealedUrl: '1.u',
          sealedSecret: '1.s',
          box: 'supervisor',
          area: '330602',
          creditCode,
        },
      },
    },
    {
      ...approval,
      proposal: {
        power: 'center_access',
        scheme: 'sm',
        accessKey: 'AK',
        sealedSecrets: '1.x',
        after: 2,
      },
    },
    {
      ...approval,
      proposal: { power: 'calendar_year', calendar: year.calendar, after: 0 },
    },
    { ...approval, proposal: { power: 'policy', policyVersion: 2, after: 0 } },
    {
      ...approval,
      proposal: {
        power: 'register',
        noun: 'halls',
        area: '330602',
        entriesDigest: 'd1',
        count: 3,
        after: 1,
      },
    },
    {
      ...approval,
      proposal: {
        power: 'center_callback',
        callbackId: 'k1',
        projectNo,
        serviceNumber: 1,
        level: 'dissatisfied',
        reason: '核对',
      },
    },
    {
      ...approval,
      proposal: {
        power: 'case_owner',
        projectNo,
        from: 'AK1',
        to: 'AK2',
        reason: '误报',
        after: 1,
      },
    },
    {
      ...approval,
      proposal: {
        power: 'take_up_rating',
        padId: 'pad-1',
        sequence: 7,
        mark: 'm1',
        projectNo,
        serviceNumber: 1,
        reason: '断网',
      },
    },
    {
      ...approval,
      proposal: {
        power: 'settle_press',
        padId: 'pad-1',
        sequence: 7,
        mark: 'm1',
        note: '无法核实',
      },
    },
  ),
  act: full(
    storedAct,
    {
      phase: 'asked',
      at: early,
      by: 'u1',
      roles: ['system_admin'],
      area: '330600',
      department: creditCode,
      call: 'POST /v1/pads',
      subject: { area: '330602' },
      bodyDigest: 'd1',
      number: 1,
      previous: '',
      hash: 'h1',
    },
    {
      phase: 'ended',
      at: late,
      of: 1,
      status: 409,
      code: 'busy',
      about: { approvalId: 'AP1', power: 'pad' },
      number: 2,
      previous: 'h1',
      hash: 'h2',
    },
  ),
  replay: full(storedReplayMark, { by: 'b1' }),
  notice_outbox: full(
    storedNotice,
    {
      id: 'n1',
      type: 'ticket_opened',
      box: { kind: 'department', of: creditCode },
      ticketId: 't1',
      creditCode,
      area: '330602',
      at: early,
      sendAt: late,
      state: 'sent',
      readBy: 'u1',
      readAt: late,
      version: 2,
    },
    {
      id: 'n3',
      type: 'press_unbound',
      box: { kind: 'supervisor', of: '330602' },
      padId: 'pad-1',
      hall: where.hall,
      window: where.window,
      area: '330602',
      at: early,
      sendAt: late,
      state: 'sent',
      readBy: 'u1',
      readAt: late,
      version: 2,
    },
    {
      id: 'n2',
      type: 'approval_asked',
      box: { kind: 'administrator', of: '330602' },
      approvalId: 'a1',
      power: 'pad',
      by: 'u1',
      area: '330602',
      at: early,
      sendAt: late,
      state: 'sent',
      readBy: 'u2',
      readAt: late,
      version: 2,
    },
  ),
  delivery: full(storedDelivery, {
    noticeId: 'n1',
    webhookId: 'w1',
    state: 'claimed',
    attempts: 1,
    nextAt: late,
    changedAt: early,
    outcome: '503',
    version: 2,
  }),
  webhook: full(storedWebhook, {
    id: 'w1',
    name: '督办群',
    form: 'robot',
    host: 'desk.example.cn',
    sealedUrl: '1.u',
    sealedSecret: '1.s',
    box: 'supervisor',
    area: '330602',
    creditCode,
    by: 'u1',
    confirmedBy: 'u2',
    at: early,
  }),
  message: full(storedMessage, {
    id: `extended.${projectNo}-1.4`,
    type: 'extended',
    projectNo,
    serviceNumber: 1,
    mark: 4,
    creditCode,
    area: '330602',
    at: early,
    state: 'failed',
    nextAt: late,
    attempts: 2,
    reason: 'undelivered',
    segments: 2,
    changedAt: late,
    version: 3,
  }),
  message_day: full(storedMessageDay, { ids: [`receipt.${projectNo}-1.1`], version: 1 }),
  message_choice: full(storedChoice, { recipient: 'm1', scope: 'all', at: late, version: 1 }),
  sweep_cursor: full(storedSweepCursor, { day: day('2026-11-20') }),
  watch_result: full(storedWatchResult, {
    at: late,
    openTickets: 3,
    late: 1,
    missed: 1,
    found: [{ ticketId: 't1', round: 1, rung: 'red', missed: true }],
    missedEver: 2,
    pendingCalendar: 0,
    oldestDueAt: early,
  }),
  late_rung: full(storedLateRung, {
    ticketId: 't1',
    round: 1,
    rung: 'yellow',
    firstSeenAt: early,
    missedAt: late,
  }),
  calendar_year: full(storedYear, year),
  calendar_content: full(storedYearContent, year),
  recount: full(storedRecount, {
    year: 2027,
    yearVersion: 1,
    state: 'running',
    round: 2,
    notBefore: early,
    listsDone: 3,
    areas: ['330600'],
    cursor: 'c1',
    queued: 40,
    version: 5,
  }),
  policy: full(storedPolicy, {
    policy: {
      ...defaultPolicy,
      hardship: { most: 60 },
      messages: defaultMessageRules,
      version: 2,
      source: {
        official: true,
        zh: '规则',
        en: 'Rules',
        document: {
          issuer: '市政府办公室',
          number: '绍政办发〔2026〕1号',
          date: day('2026-11-02'),
        },
      },
      ladder: [
        {
          rung: 'notify',
          triggers: [
            { on: 'opened' },
            { on: 'contact_missed' },
            { on: 'time_gone', share: 0.8 },
            { on: 'overdue', workingDays: 3 },
            { on: 'returned', times: 3 },
            { on: 'bad_follow_up' },
          ],
        },
      ],
    },
    by: 'u1',
    at: early,
  }),
  policy_in_force: full(storedPolicyInForce, activation),
  activation: full(storedActivation, activation),
  data_key: full(storedDataKey, { version: 1, wrapped: 'AAAA' }),
  figure: full(storedCounter, {
    ...(Object.fromEntries(slots.map((slot, index) => [slot, index - 3])) as Record<Slot, number>),
    version: 7,
    marks: { '00001-f55eea83': { sequence: '100', at: early }, s2: { sequence: '7', at: late } },
  }),
  figure_member: full(storedMember, {
    id: 'm1',
    area: '330602',
    name: '事项',
    firstAt: early,
    lastFinishedAt: late,
    lastRatedAt: late,
    version: 2,
  }),
  figures_applied: full(storedApplied, { at: late }),
  register: full(storedRegisterHead, {
    noun: 'halls',
    area: '330602',
    version: 2,
    digest: 'd1',
    count: 301,
    by: 'u1',
    confirmedBy: 'u2',
    at: early,
  }),
  register_entry: full(storedRegisterPart, {
    entries: [
      {
        code: 'H1',
        name: '大厅',
        area: '330602001',
        orgCode: '001008001005001',
        contacts: [{ name: '测试一', staffId: 'u1' }],
        sensitive: true,
        level: 'county',
        windows: ['A01'],
        terminals: ['Z01'],
        hours: [{ days: [6], from: '09:00', to: '12:00' }],
        department: creditCode,
        system: 'AK1',
        kind: 'town',
        english: 'Curt service attitude',
        group: 'attitude',
        set: 'expanded',
        retired: true,
        aliases: ['330699'],
        closed: true,
      },
    ],
  }),
  report_record: full(
    storedReportRecord,
    { ...reported, ref: { kind: 'service', serviceNumber: 1 } },
    { ...reported, ref: { kind: 'rating', serviceNumber: 1, assessNumber: 2 } },
    { ...reported, ref: { kind: 'step', serviceNumber: 1, stepNumber: 3 } },
    { ...reported, ref: { kind: 'finish' } },
  ),
  report_case: full(storedOutboxEntry, {
    projectNo,
    state: 'pending',
    area: '330602',
    creditCode,
    since: early,
    nextAt: late,
    attempts: 1,
    rejected: ['service-01'],
    waiting: ['finish'],
    version: 2,
  }),
  center_access: full(storedCenterAccess, {
    scheme: 'sm',
    accessKey: 'AK',
    sealedSecrets: '1.x',
    version: 1,
    by: 'u1',
    confirmedBy: 'u2',
    at: early,
  }),
  center_health: full(storedCenterHealth, {
    failures: 3,
    since: early,
    why: 'no_answer',
    openUntil: late,
    version: 4,
  }),
  center_call: full(storedCenterCall, {
    operation: 'append.sync',
    id: 'P1',
    projectNo,
    serviceNumber: 1,
    digest: 'd1',
    at: early,
  }),
  kept_callback: full(storedKeptCallback, {
    id: 'k1',
    operation: 'evaluation.sync',
    reason: 'level_unreadable',
    state: 'taken',
    at: early,
    accessKey: 'AK1',
    projectNo,
    readable: true,
    parts: 1,
    end: { by: 'u1', confirmedBy: 'u2', at: late, note: '核对' },
    triedAt: late,
    version: 2,
  }),
  kept_callback_part: full(storedKeptPart, { sealed: '1.x' }),
  difference: full(
    storedDifference,
    { ...difference, subject: { of: 'rating', projectNo, serviceNumber: 1, assessNumber: 1 } },
    { ...difference, subject: { of: 'step', ticketId: 't1', stepNumber: 3 } },
    {
      ...difference,
      subject: { of: 'rating_count', satisfaction: '2', channel: '1', assessNumber: 1 },
    },
    { ...difference, subject: { of: 'step_count' } },
  ),
  reconciliation: full(storedReconciliation, {
    day: day('2026-11-20'),
    at: late,
    state: 'different',
    why: 'no_answer',
    ratings: { ours: 3, theirs: 2 },
    steps: { ours: 5, theirs: 5 },
    found: {
      not_yet_accepted: 1,
      rejected: 2,
      missing_at_center: 3,
      unknown_here: 4,
      differs: 5,
    },
    calledAgain: 1,
  }),
  period: full(
    storedEdition,
    { ...edition, state: 'draft' },
    { ...submitted, state: 'submitted' },
    {
      ...submitted,
      state: 'change_requested',
      receipt: { code: '1', message: 'm', receiptNo: 'R1', reason: '改', at: late },
    },
  ),
  audit_break: full(
    storedAuditBreak,
    ...findings.map((found) => ({
      ticketId: `${projectNo}-1`,
      found,
      state: 'settled' as const,
      openedAt: early,
      history: [{ at: late, what: 'settled' as const, finding: found, by: 'u1', note: 'n' }],
      version: 2,
    })),
  ),
  acts_break: full(
    storedActsBreak,
    ...findings.map((found) => ({
      found,
      state: 'settled' as const,
      openedAt: early,
      history: [{ at: late, what: 'settled' as const, finding: found, by: 'u1', note: 'n' }],
      version: 2,
    })),
  ),
  audit_progress: full(storedAuditProgress, {
    at: late,
    changedSince: day('2026-11-20'),
    nextMonth: Month.parse('2026-09'),
    verified: 12,
    acts: { head: { number: 7, hash: 'h' }, next: 3 },
  }),
  period_document: full(storedDocument, { gzip: new Uint8Array(gzipSync('{}')) }),
} as const satisfies Record<Kind, Example>;
