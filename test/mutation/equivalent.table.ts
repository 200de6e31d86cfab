/**
 * Mutants that change nothing anybody can observe. They are left out of the score; the README of
 * the tests names them as well.
 */
export interface Equivalent {
  readonly path: string;
  /** The mutated code and what replaces it, each as the report prints it. */
  readonly code: string;
  readonly replacement: string;
  readonly why: string;
}

export const equivalents: readonly Equivalent[] = [
  {
    path: 'functions/pad/collect.ts',
    code: 'ratedAt === undefined',
    replacement: 'false',
    why: 'there is no moment in an absent text either; the condition is for the types',
  },
];
