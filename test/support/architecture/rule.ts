import type { Source } from './source.ts';

export interface Rule {
  readonly name: string;
  /** The alternative; shown with every violation. */
  readonly instead: string;
  /** The violations in this file; empty when there are none. */
  readonly breaches: (source: Source) => readonly string[];
}
