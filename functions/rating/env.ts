import * as z from 'zod/mini';

import { envReader, KeyEnv, StaffKeyEnv } from '../../shared/env.ts';

/** The variables of each function; a test holds them against what the template sets. */
export const envs = {
  submit: KeyEnv,
  public: KeyEnv,
  integrator: z.object({ ...KeyEnv.shape, PUBLIC_URL: z.url() }),
  staff: StaffKeyEnv,
} as const;

export const env = envReader('rating', envs, process.env);
