import type { DaySpan } from '../../shared/domain/figures/scope.ts';
import { lengthOf } from '../../shared/domain/time/day-span.ts';
import { civilDate } from '../../shared/domain/time/instant.ts';
import { figureProblems } from '../../shared/http/problem/figures.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';

/** Dates end with the year 9999, and a whole month needs the day after it. */
const lastDay = '9999-11-30';

/** Returns the span between two days. Throws when it is invalid or longer than `mostDays`. */
export const spanOf = (asked: { from: string; to: string }, mostDays: number): DaySpan => {
  const [from, to] = [civilDate(asked.from), civilDate(asked.to)];
  if (from !== undefined && to !== undefined && to <= lastDay) {
    const days = lengthOf({ from, to });
    if (days >= 1 && days <= mostDays) return { from, to };
  }
  throw new Problem(figureProblems.span_not_possible, {
    fact: { zh: `1–${mostDays} 天`, en: `1–${mostDays} days` },
  });
};
