import * as z from 'zod/mini';

import { Moment, ProjectNo, ServiceNumber } from '../primitive.ts';

const MessageId = z.string().check(z.minLength(1), z.maxLength(100));

/** 短信状态报告: what became of messages that the gateway took. */
export const MessageReceipts = z.strictObject({
  receipts: z
    .array(z.strictObject({ requestId: MessageId, delivered: z.boolean() }))
    .check(z.minLength(1), z.maxLength(100)),
});

export const MessageReceiptsAnswer = z.object({
  stored: z.int(),
  /** The gateway never got them from here. */
  unknown: z.array(z.string()),
});

const Credential = z.string().check(z.minLength(1), z.maxLength(1024));

/**
 * 退订短信. By the token of an invitation further invitations are refused, by a receipt what is told
 * of its rating.
 */
export const MessageOptOut = z.union([
  z.strictObject({ token: Credential, refuse: z.boolean() }),
  z.strictObject({ receipt: Credential, refuse: z.boolean() }),
]);

export const MessageOptOutAnswer = z.object({ refuse: z.boolean() });

/** 补发回执. */
export const ReceiptResend = z.strictObject({ token: Credential });

export const ReceiptResendAnswer = z.object({ accepted: z.literal(true) });

/** 电话邀评名单: contacts without a rating some days after their invitation. */
export const CallList = z.object({
  calls: z.array(
    z.object({
      projectNo: ProjectNo,
      serviceNumber: ServiceNumber,
      matter: z.string(),
      department: z.string(),
      area: z.string(),
      /** Masked. */
      applicant: z.string(),
      mobile: z.nullable(z.string()),
      invitedAt: Moment,
    }),
  ),
  cursor: z.nullable(z.string()),
});
