import { defineConfig } from 'vitest/config';

import { ALONE } from './test/support/suite/alone.ts';
import { LongestFirst } from './test/support/suite/longest-first.ts';

/**
 * Most code of a test runs some hundred times: optimizing it early and once takes two thirds of the
 * time that V8's defaults take, which optimize twice and mostly without benefit.
 */
const EARLY_CODE = ['--invocation-count-for-maglev=50', '--no-turbofan'];

export default defineConfig({
  test: {
    pool: 'forks',
    // By default Vitest leaves one core free and would use one of two.
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
          // More than twice the time limit of a property, whose message gives the reason; that of a
          // timeout does not.
          testTimeout: 300_000,
          // The logger reads it when it is loaded, which happens once for many files.
          env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
        },
      },
    ],
  },
});
