import { now } from '../../shared/clock.ts';
import { openTable } from '../../shared/store/clients.ts';
import { policyStore } from '../../shared/store/policy/store.ts';
import type { ChangePolicyDoor } from './propose.ts';

/** What every function needs that reads or changes policies. */
export const openPolicyDoor = (config: {
  TABLE_NAME: string;
  CLAIM_PREFIX: string;
}): ChangePolicyDoor => ({
  now,
  policies: policyStore(openTable(config)),
  claimPrefix: config.CLAIM_PREFIX,
});
