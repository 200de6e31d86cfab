import type { Stryker } from '@stryker-mutator/core';

type Options = ConstructorParameters<typeof Stryker>[0];

/** The output directory: git ignores it. */
export const OUTPUT = '.build/mutation';

/** Beside the staged sources of a part. */
export const RESULTS = '../results.json';

/** V8 optimizes early and once, as in the other tests. */
const EARLY_CODE = ['--invocation-count-for-maglev=50', '--no-turbofan'];

const pluginPaths = [
  import.meta.resolve('@stryker-mutator/vitest-runner'),
  import.meta.resolve('./ignore-texts.ts'),
];

/**
 * Static mutants, which act while a module is loaded, are tried as well: tables of codes and moves
 * consist of them. Paths are those of the staged sources, which are the current directory.
 */
export const toOptions = (files: readonly string[], force: boolean): Options => ({
  mutate: [...files],
  testRunner: 'vitest',
  plugins: pluginPaths,
  ignorers: ['texts'],
  // The vitest configuration already names the tests of the part.
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false, pool: 'threads' },
  testRunnerNodeArgs: EARLY_CODE,
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A busy machine must not look like an endless loop.
  timeoutMS: 30_000,
  timeoutFactor: 2,
  incremental: true,
  incrementalFile: RESULTS,
  force,
  tempDirName: 'sandbox',
  disableTypeChecks: false,
  logLevel: 'warn' as NonNullable<Options['logLevel']>,
  warnings: {
    slow: false,
    unknownOptions: true,
    preprocessorErrors: true,
    unserializableOptions: true,
  },
  reporters: ['progress-append-only', 'html'],
  htmlReporter: { fileName: '../report.html' },
});
