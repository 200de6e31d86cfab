/**
 * Mutants that change nothing anybody can observe. They are left out of the score; the README of
 * the tests names them as well.
 */
export interface Equivalent {
  readonly path: string;
  /** The line on which it begins, without the blanks around it. */
  readonly line: string;
  /** The mutated code and what replaces it, each as they are printed. */
  readonly code: string;
  readonly replacement: string;
  readonly why: string;
}

export const equivalents: readonly Equivalent[] = [
  {
    path: 'shared/domain/case/promise.ts',
    line: "const term = { amount: days, unit: 'working_day' } as const;",
    code: "{ amount: days, unit: 'working_day' }",
    replacement: '{}',
    why: 'the share of a running clock is counted to its due moment, not from its term',
  },
  {
    path: 'shared/domain/case/promise.ts',
    line: "const term = { amount: days, unit: 'working_day' } as const;",
    code: "'working_day'",
    replacement: '""',
    why: 'the same, for the term of the running clock',
  },
  {
    path: 'shared/domain/case/promise.ts',
    line: "const running = { state: 'running', startedAt: from, term, pauses: [], dueAt: due.at } as const;",
    code: "'running'",
    replacement: '""',
    why: 'only a paused clock is counted in another way',
  },
  {
    path: 'functions/pad/collect.ts',
    line: 'claimedAt: ratedAt === undefined ? undefined : parseInstant(ratedAt),',
    code: 'ratedAt === undefined',
    replacement: 'false',
    why: 'there is no moment in an absent text either; the condition is for the types',
  },
];
