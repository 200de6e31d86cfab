import type { KeptEdition } from '../../shared/domain/period/edition.ts';
import { Month } from '../../shared/domain/time/month.ts';
import { pathParameter } from '../../shared/http/body.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { reportProblems } from '../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { PeriodStore } from '../../shared/port/period/store.ts';

/** Returns the month in the path. */
export const periodInPath = (request: HttpRequest): Month => {
  const read = Month.safeParse(pathParameter(request, 'period'));
  if (!read.success) throw new Problem(reportProblems.period_unknown);
  return read.data;
};

/** Returns the newest edition of a month, or the requested one. */
export const keptEdition = async (
  periods: Pick<PeriodStore, 'find'>,
  period: Month,
  number?: number,
): Promise<KeptEdition> => {
  const kept = await periods.find(period, number);
  if (kept === undefined) throw new Problem(reportProblems.period_unknown);
  return kept;
};
