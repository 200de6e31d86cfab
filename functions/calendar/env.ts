import * as z from 'zod/mini';

import { claims, envReader, filled, TableEnv } from '../../shared/env.ts';

const RecountEnv = z.object({ ...TableEnv.shape, RECOUNT_QUEUE_URL: filled });

/** The variables of each function; a test holds them against what the template sets. */
export const envs = {
  staff: z.object({ ...RecountEnv.shape, ...claims }),
  resume: RecountEnv,
  recount: TableEnv,
} as const;

export const env = envReader('calendar', envs, process.env);
