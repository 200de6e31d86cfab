import type { PeriodBuilt } from '../../events/period/view.ts';
import { decideBuild } from '../../shared/domain/period/edition.ts';
import type { BuildOrder } from '../../shared/domain/period/edition.ts';
import { isOver } from '../../shared/domain/period/period.ts';
import type { Month } from '../../shared/domain/time/month.ts';
import { reportProblems } from '../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import { sha256 } from '../../shared/rules.ts';
import type { HomesDeps } from '../figures/homes.ts';
import { editionView } from './answer.ts';
import { monthContent } from './month-content.ts';
import { periodInPath } from './period-in-path.ts';
import type { PeriodDeps } from './show.ts';

export interface BuildDeps extends PeriodDeps, HomesDeps {
  readonly now: Now;
  readonly figures: FigureStore;
  readonly places: Pick<Places, 'now'>;
  readonly rulebook: Rulebook;
}

const orderOf = async (
  deps: BuildDeps,
  period: Month,
  by: Pick<BuildOrder, 'by' | 'at'>,
): Promise<BuildOrder> => {
  // Read before the sums: a change applied while they are read may or may not be in them.
  const figuresUntil = await deps.figures.appliedUntil();
  const { policy } = await deps.rulebook.now();
  const content = await monthContent(deps, period, policy.scores);
  return { period, content, figuresUntil, ...by, digest: sha256 };
};

/**
 * `POST /v1/reports/{period}/build`: builds a draft of a finished month from its figures. With the
 * same numbers an existing draft stays identical to the byte; a submitted edition is never rebuilt.
 */
export const buildPeriod =
  (deps: BuildDeps): StaffHandler =>
  async (request, staff) => {
    const [period, at] = [periodInPath(request), deps.now()];
    // Checked first, because an unfinished month needs no computation.
    if (!isOver(period, at)) throw new Problem(reportProblems.period_not_over);
    const newest = await deps.periods.find(period);
    const decision = decideBuild(newest, await orderOf(deps, period, { by: staff.id, at }));
    if (!decision.ok) throw new Problem(reportProblems[decision.reason]);
    const { changed, edition, text } = decision;
    if (changed && (await deps.periods.save(edition, text)) === 'conflict') {
      throw new Problem('busy');
    }
    const body: PeriodBuilt = { changed, ...editionView(edition) };
    return { status: changed ? 201 : 200, body };
  };
