import * as z from 'zod/mini';

import { center, claims, envReader, filled, KeyEnv } from '../../shared/env.ts';

/** `on` only where notices may go to plain http on this very machine, to try things out. */
const WebhookEnv = z.object({ ...KeyEnv.shape, LOOPBACK_WEBHOOKS: z.enum(['on', 'off']) });

/** The variables of each function; a test holds them against what the template sets. */
export const envs = {
  staff: z.object({ ...WebhookEnv.shape, ...claims }),
  deliver: WebhookEnv,
  relay: z.object({ NOTICE_QUEUE_URL: filled, REPORT_QUEUE_URL: filled, ...center }),
} as const;

export const env = envReader('notice', envs, process.env);
