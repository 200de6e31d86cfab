import * as z from 'zod/mini';

import { envReader, pageFrame, TableEnv } from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  public: z.object({ ...TableEnv.shape, ...pageFrame }),
} as const;

export const env = envReader('public', envs, process.env);
