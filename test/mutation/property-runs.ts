/**
 * Properties while code is mutated: the same examples in every run, so that a mutant survives
 * because of the tests and not by chance, no search for a smaller counterexample, which nobody reads,
 * and not much time for one property, as it runs thousands of times.
 */
import * as fc from 'fast-check';

import { judgeMutant } from './judge-mutant.ts';

fc.configureGlobal({
  seed: 2026,
  endOnFailure: true,
  interruptAfterTimeLimit: 1000,
  reporter: judgeMutant,
});
