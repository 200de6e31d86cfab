import * as z from 'zod/mini';

import { boxKinds } from '../../shared/domain/notice/notice.ts';
import { Area, CreditCode, Moment, text } from '../primitive.ts';

const facts = {
  name: text(60),
  /** `signed`: JSON with our signature. `robot`: a chat group's robot (钉钉, 浙政钉). */
  form: z.enum(['signed', 'robot']),
  /** Which notices it hears of: those to this kind of box, in this area. */
  box: z.enum(boxKinds),
  area: Area,
  creditCode: z.optional(CreditCode),
};

export const WebhookAdmission = z.strictObject({
  ...facts,
  url: z.url().check(z.maxLength(2_000)),
  /** Of a robot, as its group gives it; for a signed webhook one is made. */
  secret: z.optional(text(200)),
});

const shown = {
  id: z.string(),
  ...facts,
  /** Of the address; the rest of it may hold a robot's access token. */
  host: z.string(),
};

export const WebhookAdmitted = z.object({
  ...shown,
  /** Shown only here, and only when it was made here. */
  secret: z.optional(z.string()),
});

export const WebhookList = z.object({
  webhooks: z.array(z.object({ ...shown, admittedAt: Moment, failed: z.int() })),
});

export const WebhookRemoved = z.object({ id: z.string(), state: z.literal('removed') });

export const WebhookRedelivered = z.object({
  id: z.string(),
  /** Notices that are sent again within five minutes. */
  again: z.int(),
  /** Whether there are more; call again. */
  more: z.boolean(),
});
