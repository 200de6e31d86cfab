import { now } from '../../shared/clock.ts';
import type { Env, StaffEnv } from '../../shared/env.ts';
import type { StaffGate } from '../../shared/http/staff-routes.ts';
import { actLog } from '../../shared/store/access/act-log.ts';
import { createTable } from '../../shared/store/clients.ts';

/** Builds what every function of staff checks and records before a verb. */
export const createStaffGate = (config: Env<typeof StaffEnv>): StaffGate => ({
  claimPrefix: config.CLAIM_PREFIX,
  now,
  acts: actLog(createTable(config)),
});
