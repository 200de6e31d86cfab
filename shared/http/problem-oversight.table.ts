import { named } from './problem-text.ts';

/** Promises, coverage, registers and bulletins. */
export const oversightProblems = named({});
