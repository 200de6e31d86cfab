import { envReader, StaffKeyEnv } from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  staff: StaffKeyEnv,
} as const;

export const env = envReader('access', envs, process.env);
