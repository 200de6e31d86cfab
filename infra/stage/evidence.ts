/** Evidence: departments upload files directly to the bucket, and staff view them. */
import type { LoopBase } from '../loop-base.ts';

export const addEvidence = (flow: LoopBase): void => {
  const { table, keys, claims, evidence } = flow;
  const files = [evidence.put(), evidence.get(), evidence.tellMissing()];
  flow.add('evidence/staff', table.may('GetItem', 'PutItem'), ...keys, ...files, claims);
};
