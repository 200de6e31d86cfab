import { envReader, TableEnv } from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  public: TableEnv,
} as const;

export const env = envReader('public', envs, process.env);
