import * as z from 'zod/mini';

import { envReader, KeyEnv, operatorEnv, StaffEnv, TableEnv } from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  staff: StaffEnv,
  pad: z.object({ ...KeyEnv.shape, PUBLIC_URL: z.url(), ...operatorEnv }),
  collect: KeyEnv,
  watch: TableEnv,
} as const;

export const env = envReader('pad', envs, process.env);
