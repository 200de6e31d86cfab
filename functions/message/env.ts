import * as z from 'zod/mini';

import { center, envReader, filled, KeyEnv, messages, StaffEnv } from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  send: z.object({
    ...KeyEnv.shape,
    ...center,
    ...messages,
    MESSAGE_GATEWAY_URL: z.string(),
    MESSAGE_SIGNATURE: filled,
    PUBLIC_URL: z.url(),
  }),
  public: z.object({ ...KeyEnv.shape, MESSAGE_QUEUE_URL: filled }),
  integrator: KeyEnv,
  staff: StaffEnv,
} as const;

export const env = envReader('message', envs, process.env);
