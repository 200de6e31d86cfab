import * as z from 'zod/mini';

import {
  envReader,
  KeyEnv,
  messages,
  operatorEnv,
  pageFrame,
  StaffKeyEnv,
} from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  submit: KeyEnv,
  public: KeyEnv,
  page: z.object({
    ...KeyEnv.shape,
    ...pageFrame,
    ...operatorEnv,
  }),
  integrator: z.object({ ...KeyEnv.shape, PUBLIC_URL: z.url() }),
  staff: z.object({ ...StaffKeyEnv.shape, ...messages }),
} as const;

export const env = envReader('rating', envs, process.env);
