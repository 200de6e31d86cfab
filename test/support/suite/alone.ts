/**
 * What has a process of its own: it boots instances, starts threads and processes, kills them, or sets
 * what belongs to the whole process. All other test files share the processes they run in.
 */
export const ALONE = [
  'test/integration/**/*.test.ts',
  'test/infra/{identity,integrator,local}/**/*.test.ts',
  'test/infra/demo/demo.test.ts',
  'test/infra/seed/{load-town,play-courses}.test.ts',
  'test/engine/**/restart.test.ts',
];

/** The longest, longest first: begun last, one of them would keep one core waiting for the other. */
export const LONGEST = [
  'test/infra/demo/demo.test.ts',
  'test/integration/month.test.ts',
  'test/integration/escalation.test.ts',
  'test/integration/escalation-crash.test.ts',
  'test/infra/seed/play-courses.test.ts',
  'test/integration/crash.test.ts',
  'test/contract/figure-engine.test.ts',
];
