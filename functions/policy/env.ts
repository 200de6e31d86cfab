import { envReader, StaffEnv } from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  staff: StaffEnv,
} as const;

export const env = envReader('policy', envs, process.env);
