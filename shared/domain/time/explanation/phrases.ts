import type { CivilDate } from '../instant.ts';
import type { Count, CountedDay } from './count.ts';

/** Consecutive days off of one holiday. */
export interface Break {
  readonly name: string;
  readonly first: CivilDate;
  readonly last: CivilDate;
}

export interface Phrases {
  /** One day: whether it counts and why. */
  readonly day: (day: CountedDay) => string;
  /** When it arrived, and on which day it counts as received. */
  readonly receipt: (count: Count) => string;
  readonly term: (count: Count) => string;
  readonly makeup: (day: CountedDay) => string;
  readonly holiday: (off: Break) => string;
  readonly weekends: (days: number) => string;
  /** The last calendar day was a day off. */
  readonly moved: (nominal: CivilDate, moved: CivilDate) => string;
  readonly due: (count: Count) => string;
  readonly sentence: (parts: SentenceParts) => string;
}

interface SentenceParts {
  readonly receipt: string;
  readonly term: string;
  /** Make-up days, holidays, weekends: everything that differs from simply counting days. */
  readonly exceptions: readonly string[];
  readonly due: string;
}
