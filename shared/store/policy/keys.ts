import { padNumber } from '../keys.ts';
import type { ItemKey } from '../keys.ts';

/*
 * Keys of policies (the overview of all items is in keys.ts). All policies share one partition key,
 * because a reader wants all of them and they never grow large.
 */

export const policyPk = 'POLICY';
export const proposedPrefix = 'VERSION#';
export const activationPrefix = 'ACTIVATION#';

export const policyKey = (version: number): ItemKey => ({
  pk: policyPk,
  sk: `${proposedPrefix}${padNumber(version, 5)}`,
});

/** A copy of the latest activation, readable without its number. */
export const activePolicyKey: ItemKey = { pk: policyPk, sk: 'ACTIVE' };

export const activationKey = (number: number): ItemKey => ({
  pk: policyPk,
  sk: `${activationPrefix}${padNumber(number, 5)}`,
});
