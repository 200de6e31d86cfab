import { envReader, KeyEnv, StaffEnv, TableEnv } from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  staff: StaffEnv,
  pad: KeyEnv,
  collect: KeyEnv,
  watch: TableEnv,
} as const;

export const env = envReader('pad', envs, process.env);
