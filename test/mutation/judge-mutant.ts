import * as fc from 'fast-check';
import type { RunDetails } from 'fast-check';

/**
 * A property that had no time for a single example on a busy machine has noticed nothing.
 *
 * @throws with what was noticed
 */
export const judgeMutant = <T>(details: RunDetails<T>): void => {
  const { failed, interrupted, counterexamplePath, errorInstance } = details;
  const isCutShort = interrupted && counterexamplePath === null;
  if (failed && !isCutShort)
    throw new Error(fc.defaultReportMessage(details), { cause: errorInstance });
};
