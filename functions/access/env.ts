import { envReader, StaffKeyEnv } from '../../shared/env.ts';

/** The variables of each function; a test holds them against what the template sets. */
export const envs = {
  staff: StaffKeyEnv,
} as const;

export const env = envReader('access', envs, process.env);
