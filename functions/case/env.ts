import * as z from 'zod/mini';

import { envReader, filled, KeyEnv, TableEnv } from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  receive: KeyEnv,
  integrator: KeyEnv,
  retention: z.object({ ...TableEnv.shape, EVIDENCE_BUCKET: filled }),
} as const;

export const env = envReader('case', envs, process.env);
