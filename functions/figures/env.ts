import { envReader, StaffEnv, TableEnv } from '../../shared/env.ts';

/** The variables of each function; a test holds them against what the template sets. */
export const envs = {
  staff: StaffEnv,
  project: TableEnv,
} as const;

export const env = envReader('figures', envs, process.env);
