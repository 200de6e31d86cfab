/**
 * Test files that have a separate process: they boot instances, start or kill threads and
 * processes, or change state of the whole process. All other test files share processes.
 */
export const ALONE = [
  'test/integration/**/*.test.ts',
  'test/infra/{identity,integrator,local}/**/*.test.ts',
  'test/infra/demo/demo.test.ts',
  'test/infra/seed/{load-town,play-scenarios}.test.ts',
  'test/engine/**/restart.test.ts',
  'test/page/**/*.test.ts',
];

/** The longest files, longest first: one that started last would leave the other core idle. */
export const LONGEST = [
  'test/infra/demo/demo.test.ts',
  'test/integration/month.test.ts',
  'test/integration/escalation.test.ts',
  'test/integration/escalation-crash.test.ts',
  'test/infra/seed/play-scenarios.test.ts',
  'test/page/pad-days.test.ts',
  'test/integration/crash.test.ts',
  'test/contract/figure-engine.test.ts',
];
