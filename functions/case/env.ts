import { envReader, KeyEnv } from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  receive: KeyEnv,
  integrator: KeyEnv,
} as const;

export const env = envReader('case', envs, process.env);
