import { envReader, TableEnv } from '../../shared/env.ts';

/** The variables of each function; a test holds them against what the template sets. */
export const envs = {
  public: TableEnv,
} as const;

export const env = envReader('public', envs, process.env);
