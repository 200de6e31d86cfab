import * as z from 'zod/mini';

import { envReader, filled, StaffEnv, TableEnv } from '../../shared/env.ts';

const EscalationEnv = z.object({ ...TableEnv.shape, ESCALATION_QUEUE_URL: filled });

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  staff: StaffEnv,
  raise: TableEnv,
  sweep: z.object({
    ...EscalationEnv.shape,
    NOTICE_QUEUE_URL: filled,
    MESSAGE_QUEUE_URL: filled,
  }),
  watch: EscalationEnv,
} as const;

export const env = envReader('escalation', envs, process.env);
