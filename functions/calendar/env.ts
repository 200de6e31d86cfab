import * as z from 'zod/mini';

import { claims, envReader, filled, TableEnv } from '../../shared/env.ts';

const RecountEnv = z.object({ ...TableEnv.shape, RECOUNT_QUEUE_URL: filled });

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  staff: z.object({
    ...RecountEnv.shape,
    ...claims,
    /** `on` only for trials on one machine, where a year may be assumed. */
    ASSUMED_CALENDARS: z.enum(['on', 'off']),
  }),
  resume: RecountEnv,
  recount: TableEnv,
} as const;

export const env = envReader('calendar', envs, process.env);
