import { envReader, StaffEnv } from '../../shared/env.ts';

/** The variables of each function; a test holds them against what the template sets. */
export const envs = {
  staff: StaffEnv,
} as const;

export const env = envReader('oversight', envs, process.env);
