/**
 * Limits the duration of a property. Normally the test's number of runs is executed; only a machine
 * that is far too busy stops earlier. Then the executed runs suffice if they are a minimum share,
 * otherwise the test fails. A counterexample is shrunk within the same time and reported with the
 * seed.
 */
import * as fc from 'fast-check';
import type { RunDetails } from 'fast-check';

/**
 * Most properties take less than a second on two idle cores, the longest some: the limit suits a
 * machine that is ten times slower.
 */
const LIMIT_MS = 120_000;

/** Share of the requested runs; with fewer, nothing is proved. */
const ENOUGH = 0.25;

/** With the seed in this text, the same values are generated in the same order. */
const countedIn = <T>({ numRuns, seed, runConfiguration }: RunDetails<T>): string => {
  const { numRuns: wanted, interruptAfterTimeLimit: limit = LIMIT_MS } = runConfiguration;
  return `${numRuns} of ${wanted} runs in ${limit / 1000} s, { seed: ${seed} }`;
};

const isTooFew = <T>({ numRuns, runConfiguration }: RunDetails<T>): boolean =>
  numRuns < Math.ceil((runConfiguration.numRuns ?? 100) * ENOUGH);

/** @throws with seed, path and counterexample, or with the number of runs if there were too few */
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
