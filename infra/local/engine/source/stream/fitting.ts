import type { ChangeRecord } from '../../model.ts';

/**
 * Lambda's limit for one synchronous invocation, measured here by the stored size of the changes.
 */
const PAYLOAD_BYTES = 6 * 1024 * 1024;

/** Returns how many of the waiting changes fit into one invocation; at least one. */
export const countFitting = (waiting: readonly ChangeRecord[], batchSize: number): number => {
  let bytes = 0;
  const tooMany = waiting.findIndex((record, index) => {
    bytes += record.dynamodb.SizeBytes;
    return index > 0 && (index >= batchSize || bytes > PAYLOAD_BYTES);
  });
  return tooMany === -1 ? waiting.length : tooMany;
};
