import * as z from 'zod/mini';

import { center, envReader, StaffKeyEnv } from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  staff: z.object({ ...StaffKeyEnv.shape, ...center }),
} as const;

export const env = envReader('period', envs, process.env);
