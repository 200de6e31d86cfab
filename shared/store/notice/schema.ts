import * as z from 'zod/mini';

import { powers } from '../../domain/access/power.ts';
import type { Delivery, Webhook } from '../../domain/notice/delivery.ts';
import {
  approvalNoticeTypes,
  callbackNoticeTypes,
  contestNoticeTypes,
  differenceNoticeTypes,
  entryNoticeTypes,
  keptPressNoticeTypes,
  padNoticeTypes,
  ticketNoticeTypes,
} from '../../domain/notice/notice-type.ts';
import { boxKinds } from '../../domain/notice/notice.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import { CivilDate, Instant } from '../../domain/time/instant.ts';
import { signed } from '../signed.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

const noticeMembers = {
  id: z.string(),
  box: z.strictObject({ kind: z.enum(boxKinds), of: z.string() }),
  area: z.string(),
  at: Instant,
  sendAt: Instant,
  state: z.enum(['waiting', 'sent', 'silenced']),
  readBy: z.optional(z.string()),
  readAt: z.optional(Instant),
  version: z.int(),
} as const;

export const storedNotice = defineKind<Notice>()({
  name: 'notice_outbox',
  writes: 1,
  versions: startVersions(
    1,
    z.discriminatedUnion('type', [
      z.strictObject({
        type: z.enum(ticketNoticeTypes),
        ticketId: z.string(),
        creditCode: z.string(),
        ...noticeMembers,
      }),
      z.strictObject({
        type: z.enum(approvalNoticeTypes),
        approvalId: z.string(),
        power: z.enum(powers),
        by: z.string(),
        ...noticeMembers,
      }),
      z.strictObject({
        type: z.enum(padNoticeTypes),
        padId: z.string(),
        hall: z.string(),
        window: z.string(),
        ...noticeMembers,
      }),
      z.strictObject({
        type: z.enum(contestNoticeTypes),
        contestId: z.string(),
        ...noticeMembers,
      }),
      z.strictObject({
        type: z.enum(entryNoticeTypes),
        entryId: z.string(),
        ...noticeMembers,
      }),
      z.strictObject({
        type: z.enum(keptPressNoticeTypes),
        padId: z.string(),
        hall: z.string(),
        window: z.string(),
        sequence: z.int(),
        mark: z.optional(z.string()),
        ...noticeMembers,
      }),
      z.strictObject({
        type: z.enum(callbackNoticeTypes),
        callbackId: z.string(),
        ...noticeMembers,
      }),
      z.strictObject({
        type: z.enum(differenceNoticeTypes),
        day: CivilDate,
        since: Instant,
        ...noticeMembers,
      }),
    ]),
  ),
});

export const storedDelivery = defineKind<Delivery>()({
  name: 'delivery',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      noticeId: z.string(),
      webhookId: z.string(),
      state: z.enum(['waiting', 'claimed', 'delivered', 'failed']),
      attempts: z.int(),
      nextAt: z.optional(Instant),
      changedAt: Instant,
      outcome: z.optional(z.string()),
      version: z.int(),
    }),
  ),
});

/** What is proposed of a webhook. */
export const webhookMembers = {
  id: z.string(),
  name: z.string(),
  form: z.enum(['signed', 'robot']),
  host: z.string(),
  sealedUrl: z.string(),
  sealedSecret: z.string(),
  box: z.enum(boxKinds),
  area: z.string(),
  creditCode: z.optional(z.string()),
} as const;

export const storedWebhook = defineKind<Webhook>()({
  name: 'webhook',
  writes: 1,
  versions: startVersions(1, z.strictObject({ ...webhookMembers, ...signed })),
});
