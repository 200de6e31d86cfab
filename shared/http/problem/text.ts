export interface ProblemText {
  readonly status: number;
  /** What happened, and what the caller can do about it. */
  readonly zh: readonly [title: string, advice: string];
  readonly en: readonly [title: string, advice: string];
}

export const problem = (
  status: number,
  zh: readonly [string, string],
  en: readonly [string, string],
): ProblemText => ({ status, zh, en });

/** A problem with its own texts, from the table of its stage. */
export interface NamedProblem extends ProblemText {
  readonly code: string;
}

/**
 * Builds the table of a stage as its handlers use it: `new
 * Problem(reportProblems.period_not_over)`.
 */
export const nameProblems = <Code extends string>(
  table: Readonly<Record<Code, ProblemText>>,
): Readonly<Record<Code, NamedProblem>> =>
  Object.fromEntries(
    Object.entries<ProblemText>(table).map(([code, text]) => [code, { code, ...text }]),
  ) as Record<Code, NamedProblem>;
