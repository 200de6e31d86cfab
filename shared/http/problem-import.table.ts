import { named } from './problem-text.ts';

/** Case files of integrators. */
export const importProblems = named({});
