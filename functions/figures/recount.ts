import * as z from 'zod/mini';

import type { RecountView } from '../../events/figures/view.ts';
import { Day } from '../../events/primitive.ts';
import { mapConcurrent } from '../../shared/concurrency.ts';
import { cityCode } from '../../shared/domain/area/area.ts';
import type { PlaceList } from '../../shared/domain/area/place-list.ts';
import { scopeIn, scopeKinds, scopeName } from '../../shared/domain/figures/scope.ts';
import type { DaySpan, Scope } from '../../shared/domain/figures/scope.ts';
import { daysOf } from '../../shared/domain/time/day-span.ts';
import { offsetOrNull, withOffset } from '../../shared/domain/time/instant.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { readQuery } from '../../shared/http/query.ts';
import { requireReach } from '../../shared/http/staff.ts';
import type { Staff, StaffHandler } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { PolicyStore } from '../../shared/port/policy/store.ts';
import type { DayRecords } from '../../shared/port/reconciliation/day-records.ts';
import { shippedRules } from '../../shared/rules.ts';
import { compareScope } from './compare.ts';
import type { Difference } from './compare.ts';
import { countersOf, homesFor } from './homes.ts';
import type { HomesDeps } from './homes.ts';
import { recountDay } from './recount-day.ts';
import { newTally } from './recount-tally.ts';
import type { Tally } from './recount-tally.ts';
import { requireKnownScope, requireScope, scopeNamed } from './scope.ts';
import { spanOf } from './span.ts';

export interface RecountFiguresDeps extends HomesDeps {
  readonly now: Now;
  readonly figures: FigureStore;
  readonly records: DayRecords;
  readonly places: Pick<Places, 'now'>;
  readonly policies: Pick<PolicyStore, 'proposed'>;
}

const mostDays = 31;
const mostShown = 500;
const width = 16;

const Asked = z.object({
  from: Day,
  to: Day,
  scope: z.optional(z.string().check(z.maxLength(200))),
});

interface Asked {
  readonly span: DaySpan;
  readonly scope: Scope | undefined;
  /** Of the scope. */
  readonly counters: readonly Scope[] | undefined;
  readonly places: PlaceList;
}

const askedIn = async (
  request: HttpRequest,
  staff: Staff,
  deps: RecountFiguresDeps,
): Promise<Asked> => {
  const { from, to, scope: text } = readQuery(Asked, request);
  const scope = text === undefined ? undefined : scopeNamed(text);
  const places = await deps.places.now();
  const span = spanOf({ from, to }, mostDays);
  if (scope === undefined) {
    requireReach(staff, cityCode);
    return { span, scope, counters: undefined, places };
  }
  const homes = await homesFor(scope, places, deps);
  requireScope(staff, scope, homes);
  requireKnownScope(scope, places);
  return { span, scope, counters: countersOf(scope, homes), places };
};

const recountSpan = async (
  { span, counters, places: areas }: Asked,
  deps: RecountFiguresDeps,
): Promise<Tally> => {
  const proposed = await deps.policies.proposed();
  const policies = [shippedRules.policy, ...proposed.map(({ policy }) => policy)];
  const badLevels = new Set(policies.flatMap((policy) => policy.badLevels));
  const tally = newTally(counters);
  const places = areas.flatMap(({ code: area }) => daysOf(span).map((day) => ({ area, day })));
  await mapConcurrent(places, width, (place) =>
    recountDay(place, { records: deps.records, badLevels }, tally),
  );
  return tally;
};

/**
 * Returns every scope that was ever counted: a counter that should be empty must be compared, too.
 */
const scopesToCompare = async (
  { counters, places }: Asked,
  tally: Tally,
  figures: FigureStore,
): Promise<readonly Scope[]> => {
  if (counters !== undefined) return counters;
  const codes = places.map(({ code }) => code);
  const members = await Promise.all(scopeKinds.map((kind) => figures.members(kind, codes)));
  const all: readonly Scope[] = [
    { kind: 'city', id: cityCode },
    ...codes.map((id) => ({ kind: 'area', id }) as const),
    ...members.flat().map((member) => scopeIn(member.area, member)),
    ...tally.scopes(),
  ];
  return [...new Map(all.map(({ kind, id }) => [scopeName({ kind, id }), { kind, id }])).values()];
};

/**
 * `GET /v1/figures/recount?from=…&to=…[&scope=…]`: verifies a span. Counts everything in it again
 * from the source records and compares the result with the counters, by day and month, slot by
 * slot.
 */
export const recountFigures =
  (deps: RecountFiguresDeps): StaffHandler =>
  async (request, staff) => {
    const asked = await askedIn(request, staff, deps);
    const recountedAt = deps.now();
    const until = await deps.figures.appliedUntil();
    const tally = await recountSpan(asked, deps);
    const scopes = await scopesToCompare(asked, tally, deps.figures);
    const found: readonly (readonly Difference[])[] = await mapConcurrent(scopes, width, (scope) =>
      compareScope(scope, { sums: tally.of(scope), span: asked.span }, deps.figures),
    );
    const differences = found.flat();
    const body: z.infer<typeof RecountView> = {
      ...asked.span,
      scope: asked.scope ?? null,
      recountedAt: withOffset(recountedAt),
      countedUntil: offsetOrNull(until),
      read: tally.read(),
      compared: scopes.length,
      equal: differences.length === 0,
      differences: differences.slice(0, mostShown),
      differencesInAll: differences.length,
    };
    return { status: 200, body };
  };
