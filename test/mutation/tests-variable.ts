/** The test files of the part that is mutated, for the processes that run them: globs and spaces. */
export const TESTS_VARIABLE = 'MUTATION_TESTS';
