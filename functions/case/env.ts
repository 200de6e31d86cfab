import { envReader, KeyEnv } from '../../shared/env.ts';

/** The variables of each function; a test holds them against what the template sets. */
export const envs = {
  receive: KeyEnv,
  integrator: KeyEnv,
} as const;

export const env = envReader('case', envs, process.env);
