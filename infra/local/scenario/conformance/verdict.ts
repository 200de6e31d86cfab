/** `not_shown`: the occasion for the requirement did not occur. */
export type Outcome = 'passed' | 'failed' | 'not_shown';

export interface Verdict {
  /** A stable name, for example `signature.replay`. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly outcome: Outcome;
  /** What is expected and what came. */
  readonly because?: string;
}
