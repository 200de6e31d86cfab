import * as z from 'zod/mini';

import { powers } from '../../shared/domain/access/power.ts';
import {
  approvalNoticeTypes,
  callbackNoticeTypes,
  contestNoticeTypes,
  differenceNoticeTypes,
  entryNoticeTypes,
  keptPressNoticeTypes,
  padNoticeTypes,
  ticketNoticeTypes,
} from '../../shared/domain/notice/notice-type.ts';
import { boxKinds } from '../../shared/domain/notice/notice.ts';
import { noticeWords } from '../../shared/domain/notice/words.table.ts';
import { Moment } from '../primitive.ts';

/** A message of the notice queue: send a notice at a moment. */
export const NoticeMessage = z.strictObject({ noticeId: z.string(), at: Moment });
export type NoticeMessage = z.infer<typeof NoticeMessage>;

const facts = {
  /** The same in every repeat; also sent as the header `Idempotency-Key`. */
  id: z.string(),
  box: z.object({ kind: z.enum(boxKinds), of: z.string() }),
  area: z.string(),
  at: Moment,
  words: z.object({ zh: z.string(), en: z.string() }),
};

export const TicketNoticePush = z.object({
  ...facts,
  type: z.enum(ticketNoticeTypes),
  ticketId: z.string(),
  creditCode: z.string(),
});

export const ApprovalNoticePush = z.object({
  ...facts,
  type: z.enum(approvalNoticeTypes),
  /** What awaits confirmation; `GET /v1/approvals/{id}` returns it. */
  approvalId: z.string(),
  power: z.enum(powers),
});

export const PadNoticePush = z.object({
  ...facts,
  type: z.enum(padNoticeTypes),
  padId: z.string(),
  hall: z.string(),
  window: z.string(),
});

export const ContestNoticePush = z.object({
  ...facts,
  type: z.enum(contestNoticeTypes),
  /** `GET /v1/contests/{id}` returns it. */
  contestId: z.string(),
});

export const EntryNoticePush = z.object({
  ...facts,
  type: z.enum(entryNoticeTypes),
  /** `GET /v1/entries/{id}` returns it. */
  entryId: z.string(),
});

/** `POST /v1/pads/{padId}/take-up` and `/settle` deal with it. */
export const KeptPressNoticePush = z.object({
  ...facts,
  type: z.enum(keptPressNoticeTypes),
  padId: z.string(),
  hall: z.string(),
  window: z.string(),
  /** The pad's own number of it. */
  sequence: z.int(),
  /** Of one that was refused: distinguishes several with the same number. */
  mark: z.optional(z.string()),
});

export const CallbackNoticePush = z.object({
  ...facts,
  type: z.enum(callbackNoticeTypes),
  /** `GET /v1/center/callbacks/{id}` returns it. */
  callbackId: z.string(),
});

export const DifferenceNoticePush = z.object({
  ...facts,
  type: z.enum(differenceNoticeTypes),
  /** The day that was compared; `GET /v1/reports/differences` lists its differences. */
  day: z.string(),
});

/**
 * The payload of a webhook: codes and times, no personal data. The ticket, or the approval, has the
 * rest.
 */
export const NoticePush = z.union([
  TicketNoticePush,
  ApprovalNoticePush,
  PadNoticePush,
  ContestNoticePush,
  EntryNoticePush,
  KeptPressNoticePush,
  CallbackNoticePush,
  DifferenceNoticePush,
]);
export type NoticePush = z.infer<typeof NoticePush>;

const ticketId = '330602261120000000017-1';

export const noticePushExample: NoticePush = NoticePush.parse({
  id: `${ticketId}.4.red.supervisor`,
  type: 'red',
  box: { kind: 'supervisor', of: '330602' },
  ticketId,
  creditCode: '11330600MB1A2B3C49',
  area: '330602',
  at: '2026-12-14T08:30:00.000+08:00',
  words: noticeWords.red,
});

const approvalId = 'AP4Xk2mVQ8rT1uYb7nZc9Lw0';

export const approvalNoticeExample = {
  id: `${approvalId}.approval_asked.administrator.330602`,
  type: 'approval_asked',
  box: { kind: 'administrator', of: '330602' },
  approvalId,
  power: 'register',
  area: '330602',
  at: '2026-12-14T09:00:00.000+08:00',
  words: noticeWords.approval_asked,
} as const satisfies NoticePush;
