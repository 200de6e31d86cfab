/**
 * How long a property is tried. Its runs are as many as the test says; only a machine that is far too
 * busy for them cuts them short. Then what was tried has to do, if it is enough to mean something; if
 * not, the test fails. What is found is shrunk within the same time, and told with the seed.
 */
import * as fc from 'fast-check';
import type { RunDetails } from 'fast-check';

/** Most take less than a second on two idle cores, the longest some: time for a machine ten times slower. */
const LIMIT_MS = 120_000;

/** Of the runs asked for; with fewer, nothing was proved. */
const ENOUGH = 0.25;

/** Seeded again with these words, the same values come in the same order. */
const countedIn = <T>({ numRuns, seed, runConfiguration }: RunDetails<T>): string => {
  const { numRuns: wanted, interruptAfterTimeLimit: limit = LIMIT_MS } = runConfiguration;
  return `${numRuns} of ${wanted} runs in ${limit / 1000} s, { seed: ${seed} }`;
};

const isTooFew = <T>({ numRuns, runConfiguration }: RunDetails<T>): boolean =>
  numRuns < Math.ceil((runConfiguration.numRuns ?? 100) * ENOUGH);

/** @throws with seed, path and counterexample of what was found, or with how few runs there were. */
export const judgeRuns = <T>(details: RunDetails<T>): void => {
  const { failed, interrupted, counterexamplePath, errorInstance } = details;
  const wasCutShort = interrupted && counterexamplePath === null;
  if (wasCutShort && isTooFew(details)) {
    throw new Error(`Too few runs to prove anything: ${countedIn(details)}`);
  }
  if (failed) throw new Error(fc.defaultReportMessage(details), { cause: errorInstance });
  if (wasCutShort) process.stderr.write(`The machine is busy: ${countedIn(details)}\n`);
};

fc.configureGlobal({ interruptAfterTimeLimit: LIMIT_MS, reporter: judgeRuns });
