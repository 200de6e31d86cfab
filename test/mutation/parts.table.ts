/** What is mutated together, and the tests that have to notice it. */
export interface Part {
  readonly name: string;
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

/** The rules of a folder are noticed by its own tests, which load no handler and take little time. */
const domainPart = (name: string, ...others: readonly string[]): Part => ({
  name,
  mutate: [`shared/domain/${name}/**/*.ts`],
  tests: [`test/domain/${name}/**/*.test.ts`, ...others],
});

/**
 * Tables that a single test compares, as a whole, with the file of an official source: hundreds of
 * mutants could only fail that one test.
 */
export const comparedTables: readonly string[] = ['shared/domain/calendar/years.table.ts'];

export const parts: readonly Part[] = [
  domainPart('access'),
  domainPart('area'),
  domainPart('bulletin'),
  domainPart('calendar'),
  domainPart('case'),
  domainPart('escalation'),
  domainPart('evidence'),
  domainPart('exchange'),
  // What a ticket counts is kept in its tally.
  domainPart('figures', 'test/domain/ticket/tally.test.ts'),
  domainPart('message'),
  domainPart('notice'),
  domainPart('number'),
  domainPart('oversight'),
  domainPart('pad'),
  domainPart('period'),
  domainPart('policy'),
  // A follow-up is an act of a ticket.
  domainPart('rating', 'test/domain/ticket/follow-up.test.ts'),
  domainPart('reconciliation'),
  domainPart('text'),
  {
    name: 'ticket',
    mutate: ['shared/domain/ticket/**/*.ts'],
    // The stories of the model need more time than a property has here to visit every state.
    tests: ['test/domain/ticket/!(model).test.ts'],
  },
  {
    name: 'time',
    mutate: ['shared/domain/time/**/*.ts'],
    // That of the process's zone starts processes, which run no mutant.
    tests: ['test/domain/time/!(process-zone).test.ts'],
  },
  {
    name: 'records',
    mutate: [
      'functions/exchange/record/*.ts',
      'functions/exchange/{send,settle-outbox,circuit-breaker,resend}.ts',
    ],
    tests: ['test/function/exchange/**/*.test.ts'],
  },
  {
    name: 'concurrency',
    mutate: ['shared/concurrency.ts'],
    tests: ['test/function/concurrency.test.ts'],
  },
  {
    name: 'pad-ratings',
    mutate: [
      'functions/pad/{collect,own-number,read-rating,take-rating}.ts',
      'functions/pad/press/*.ts',
      'functions/pad/refuse/keep-refused.ts',
    ],
    tests: ['test/function/pad/**/*.test.ts'],
  },
];
