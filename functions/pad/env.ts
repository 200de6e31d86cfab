import { envReader, KeyEnv, StaffEnv, TableEnv } from '../../shared/env.ts';

/** The variables of each function; a test holds them against what the template sets. */
export const envs = {
  staff: StaffEnv,
  pad: KeyEnv,
  collect: KeyEnv,
  watch: TableEnv,
} as const;

export const env = envReader('pad', envs, process.env);
