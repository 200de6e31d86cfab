import * as z from 'zod/mini';

import { center, claims, envReader, filled, KeyEnv, messages } from '../../shared/env.ts';

/** `on` only for local tests, where notices may go to plain http on the same machine. */
const WebhookEnv = z.object({ ...KeyEnv.shape, LOOPBACK_WEBHOOKS: z.enum(['on', 'off']) });

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  staff: z.object({ ...WebhookEnv.shape, ...claims }),
  deliver: WebhookEnv,
  relay: z.object({
    NOTICE_QUEUE_URL: filled,
    REPORT_QUEUE_URL: filled,
    MESSAGE_QUEUE_URL: filled,
    ...center,
    ...messages,
  }),
} as const;

export const env = envReader('notice', envs, process.env);
