import { envReader, StaffEnv, TableEnv } from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  staff: StaffEnv,
  verify: TableEnv,
} as const;

export const env = envReader('oversight', envs, process.env);
