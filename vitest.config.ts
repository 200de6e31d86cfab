import { defineConfig } from 'vitest/config';

import { ALONE } from './test/support/suite/alone.ts';
import { LongestFirst } from './test/support/suite/longest-first.ts';

/**
 * Most code of a test runs some hundred times: optimizing it early and once takes two thirds of the time
 * that V8's own choice takes, which optimizes twice and mostly for nothing.
 */
const EARLY_CODE = ['--invocation-count-for-maglev=50', '--no-turbofan'];

export default defineConfig({
  test: {
    pool: 'forks',
    // Vitest leaves a core to itself and would use one of two.
    maxWorkers: 2,
    execArgv: EARLY_CODE,
    hookTimeout: 120_000,
    sequence: { shuffle: false, sequencer: LongestFirst },
    setupFiles: ['test/support/suite/tidy-up.ts'],
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: { name: 'alone', include: ALONE, testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: ALONE,
          isolate: false,
          setupFiles: ['test/support/suite/no-trace.ts', 'test/support/suite/property-runs.ts'],
          // Above twice the time that a property may take: it tells why it was cut short, a time-out does not.
          testTimeout: 300_000,
          // Read by the logger when it is loaded, which here is once for many files.
          env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
        },
      },
    ],
  },
});
