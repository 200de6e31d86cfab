import * as z from 'zod/mini';

import { envReader, filled, StaffKeyEnv } from '../../shared/env.ts';

/** The variables of each function; a test holds them against what the template sets. */
export const envs = {
  staff: z.object({ ...StaffKeyEnv.shape, EVIDENCE_BUCKET: filled }),
} as const;

export const env = envReader('ticket', envs, process.env);
