import * as z from 'zod/mini';

import { envReader, filled, StaffEnv, TableEnv } from '../../shared/env.ts';

const EscalationEnv = z.object({ ...TableEnv.shape, ESCALATION_QUEUE_URL: filled });

/** The variables of each function; a test holds them against what the template sets. */
export const envs = {
  staff: StaffEnv,
  raise: TableEnv,
  sweep: z.object({ ...EscalationEnv.shape, NOTICE_QUEUE_URL: filled }),
  watch: EscalationEnv,
} as const;

export const env = envReader('escalation', envs, process.env);
