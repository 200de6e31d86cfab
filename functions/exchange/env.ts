import * as z from 'zod/mini';

import { center, envReader, filled, KeyEnv, StaffKeyEnv } from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  staff: z.object({ ...StaffKeyEnv.shape, ...center }),
  integrator: KeyEnv,
  send: z.object({ ...KeyEnv.shape, ...center }),
  resume: z.object({ ...KeyEnv.shape, REPORT_QUEUE_URL: filled }),
} as const;

export const env = envReader('exchange', envs, process.env);
