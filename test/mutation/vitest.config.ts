import { defineConfig } from 'vitest/config';

import { ShortestFirst } from './shortest-first.ts';
import { TESTS_VARIABLE } from './tests-variable.ts';

const named = process.env[TESTS_VARIABLE];
if (named === undefined) throw new Error('npm run mutate names the tests of each part');

export default defineConfig({
  test: {
    include: named.split(' '),
    // Each run has a thread of its own, in which the modules are loaded once for all files.
    isolate: false,
    sequence: { shuffle: false, sequencer: ShortestFirst },
    setupFiles: ['test/mutation/property-runs.ts', 'test/support/suite/tidy-up.ts'],
    testTimeout: 60_000,
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
  },
});
