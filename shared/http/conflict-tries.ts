import { Problem } from './problem/problem.ts';

/** Options of `retry` for version conflicts: after the last attempt the answer is `busy`. */
export const conflictTries = (tries: number) => ({ tries, exhausted: () => new Problem('busy') });
