import * as z from 'zod/mini';

import { envReader, filled, StaffKeyEnv } from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  staff: z.object({ ...StaffKeyEnv.shape, RECOUNT_QUEUE_URL: filled }),
} as const;

export const env = envReader('access', envs, process.env);
