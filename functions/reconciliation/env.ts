import * as z from 'zod/mini';

import { center, claims, envReader, KeyEnv } from '../../shared/env.ts';

const CenterEnv = z.object({ ...KeyEnv.shape, ...center });

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  staff: z.object({ ...CenterEnv.shape, ...claims }),
  nightly: CenterEnv,
} as const;

export const env = envReader('reconciliation', envs, process.env);
