import * as z from 'zod/mini';

import { webhookForms } from '../../shared/domain/notice/delivery.ts';
import { boxKinds } from '../../shared/domain/notice/notice.ts';
import { Area, CreditCode, Moment, text } from '../primitive.ts';
import { plainText } from '../read-text.ts';

const facts = {
  name: plainText(60),
  /**
   * `signed`: JSON with this system's signature. `robot`: the robot of a chat group (钉钉, 浙政钉).
   */
  form: z.enum(webhookForms),
  /** The subscription: notices to this kind of box, in this area. */
  box: z.enum(boxKinds),
  area: Area,
  creditCode: z.optional(CreditCode),
};

export const WebhookAdmission = z.strictObject({
  ...facts,
  url: z.url().check(z.maxLength(2_000)),
  /** The secret of a robot, from its group; for a signed webhook one is generated. */
  secret: z.optional(text(200)),
});

const shown = {
  id: z.string(),
  ...facts,
  /** Host of the address only; the rest may contain a robot's access token. */
  host: z.string(),
};

export const WebhookAdmitted = z.object({
  ...shown,
  /** Returned only here, and only when it was generated. */
  secret: z.optional(z.string()),
});

export const WebhookList = z.object({
  webhooks: z.array(
    z.object({
      ...shown,
      /** Staff ids of the persons who proposed and confirmed it. */
      admittedBy: z.string(),
      confirmedBy: z.string(),
      admittedAt: Moment,
      failed: z.int(),
    }),
  ),
});

export const WebhookRemoved = z.object({ id: z.string(), state: z.literal('removed') });

export const WebhookRedelivered = z.object({
  id: z.string(),
  /** Notices that are sent again within five minutes. */
  again: z.int(),
  /** Whether more are left; call again. */
  more: z.boolean(),
});
