import * as z from 'zod/mini';

import { center, envReader, StaffKeyEnv } from '../../shared/env.ts';

/** The variables of each function; a test holds them against what the template sets. */
export const envs = {
  staff: z.object({ ...StaffKeyEnv.shape, ...center }),
} as const;

export const env = envReader('period', envs, process.env);
