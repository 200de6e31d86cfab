import * as z from 'zod/mini';

import { Split } from '../../events/figures/view.ts';
import type { FiguresView } from '../../events/figures/view.ts';
import { Day } from '../../events/primitive.ts';
import type { PlaceList } from '../../shared/domain/area/place-list.ts';
import type { DaySpan, Scope } from '../../shared/domain/figures/scope.ts';
import { civilDateOf, offsetOrNull } from '../../shared/domain/time/instant.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { readQuery } from '../../shared/http/query.ts';
import type { Staff, StaffHandler } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import { lineOf } from './figure-line.ts';
import { linesBy } from './figure-lines.ts';
import { countersOf, homesFor } from './homes.ts';
import type { HomesDeps } from './homes.ts';
import { mayReadStaff, ownScope, requireKnownScope, requireScope, scopeNamed } from './scope.ts';
import { spanOf } from './span.ts';

export interface FiguresDeps extends HomesDeps {
  readonly now: Now;
  readonly figures: FigureStore;
  readonly rulebook: Rulebook;
  readonly places: Pick<Places, 'now'>;
}

/** The days of a leap year. */
const mostDays = 366;

const Asked = z.object({
  scope: z.optional(z.string().check(z.maxLength(200))),
  from: z.optional(Day),
  to: z.optional(Day),
  by: z._default(Split, 'none'),
});
type Asked = z.infer<typeof Asked>;

/** Returns the requested span; the default is the month so far. */
const spanAsked = ({ from, to }: Asked, today: string): DaySpan => {
  const last = to ?? today;
  return spanOf({ from: from ?? `${last.slice(0, 7)}-01`, to: last }, mostDays);
};

const scopeFor = (staff: Staff, asked: Asked): Scope => {
  const scope = asked.scope === undefined ? ownScope(staff) : scopeNamed(asked.scope);
  if (asked.by === 'staff' && !mayReadStaff(staff)) throw new Problem('out_of_scope');
  return scope;
};

/** Returns the counters of a scope that the caller may see. */
const countersFor = async (
  staff: Staff,
  scope: Scope,
  { places, deps }: { readonly places: PlaceList; readonly deps: HomesDeps },
): Promise<readonly Scope[]> => {
  const homes = await homesFor(scope, places, deps);
  requireScope(staff, scope, homes);
  return countersOf(scope, homes);
};

/**
 * `GET /v1/figures?scope=…&from=…&to=…&by=…`: returns totals and rates, each rate with numerator
 * and denominator. The number of reads depends on the scopes and days, not on the number of
 * ratings.
 */
export const showFigures =
  (deps: FiguresDeps): StaffHandler =>
  async (request, staff) => {
    const asked = readQuery(Asked, request);
    const span = spanAsked(asked, civilDateOf(deps.now()));
    const scope = scopeFor(staff, asked);
    const [{ policy }, until, places] = await Promise.all([
      deps.rulebook.now(),
      deps.figures.appliedUntil(),
      deps.places.now(),
    ]);
    const counters = await countersFor(staff, scope, { places, deps });
    if (asked.scope !== undefined) requireKnownScope(scope, places);
    const { total, lines } = await linesBy(
      asked.by,
      { scope, counters, span },
      { ...deps, ...policy, places },
    );
    const body: z.infer<typeof FiguresView> = {
      scope,
      ...span,
      by: asked.by,
      countedUntil: offsetOrNull(until),
      scores: policy.scores,
      total: lineOf(total, policy.scores),
      lines: [...lines],
    };
    return { status: 200, body };
  };
