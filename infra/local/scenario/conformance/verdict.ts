/** `not_shown`: the occasion for it did not arise, so that nothing can be said. */
export type Outcome = 'passed' | 'failed' | 'not_shown';

export interface Verdict {
  /** Stable, e.g. `signature.replay`. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly outcome: Outcome;
  /** Without having been shown, nothing is certified. */
  readonly needed?: true;
  /** What was expected and what came. */
  readonly because?: string;
}
