import { named } from './problem-text.ts';

/** Figures: counters, recount, what is published. */
export const figureProblems = named({});
