import * as z from 'zod/mini';

import { Area } from '../../events/primitive.ts';
import { cityCode, countingArea } from '../../shared/domain/area/area.ts';
import type { DaySpan, Scope } from '../../shared/domain/figures/scope.ts';
import { ratableNouns } from '../../shared/domain/oversight/register.ts';
import type { RatableNoun } from '../../shared/domain/oversight/register.ts';
import { atCivil, civilDateOf, nextDate, offsetOrNull } from '../../shared/domain/time/instant.ts';
import { areaAskedBy } from '../../shared/http/known-area.ts';
import { listsWithin } from '../../shared/http/oversight/over-areas.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { readQuery } from '../../shared/http/query.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import { summarizeConnection } from './connection.ts';
import type { ConnectionDeps } from './connection.ts';
import { coveragePage } from './coverage-page.ts';
import { summarizeAll } from './coverage-summary.ts';
import type { SummaryDeps } from './coverage-summary.ts';
import { channelShares, lineView, sharesOf } from './coverage-view.ts';
import type { PlacedLine } from './coverage-view.ts';

export interface CoverageDeps extends SummaryDeps, ConnectionDeps {
  readonly now: Now;
  readonly places: Pick<Places, 'now'>;
}

const Asked = z.object({
  area: z.optional(Area),
  days: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(366)), 365),
  of: z.optional(z.enum(ratableNouns)),
  ...pageAsked,
});
type Asked = z.infer<typeof Asked>;

interface Asking {
  readonly area: string;
  readonly span: DaySpan;
}

/** City staff get the figures of the whole city, which is a scope of its own. */
const scopeOf = (area: string): Scope =>
  area === cityCode ? { kind: 'city', id: cityCode } : { kind: 'area', id: area };

const sinceOf = ({ from }: DaySpan) => atCivil(from, 0);

const showSummary = async ({ area, span }: Asking, deps: CoverageDeps) => {
  const lists = listsWithin(area, await deps.places.now());
  const [all, days, systems] = await Promise.all([
    summarizeAll(ratableNouns, lists, deps),
    deps.figures.days(scopeOf(area), span),
    summarizeConnection(lists, deps),
  ]);
  return { channels: channelShares(days), ...sharesOf(all, sinceOf(span)), systems };
};

const showLines = async (
  of: RatableNoun,
  { area, span, ...page }: Asking & Pick<Asked, 'cursor' | 'limit'>,
  deps: CoverageDeps,
) => {
  const lists = listsWithin(area, await deps.places.now());
  const all = await summarizeAll([of], lists, deps);
  const placed = all.flatMap((one) => one.lines.map((line) => ({ ...line, area: one.area })));
  const list = { name: of, keyOf: ({ code }: PlacedLine): string => code };
  const { items, cursor } = await readPage(async () => coveragePage(list, placed, page));
  const since = sinceOf(span);
  return { of, lines: items.map((line) => lineView(line, since)), cursor: cursor ?? null };
};

/**
 * `GET /v1/coverage?area=&days=`: returns how much of what should be ratable was rated, and when
 * last: over portal and app, in halls of each level, for departments and matters; and how many of
 * the self-built systems are connected. `of=` lists the members of one noun.
 */
export const showCoverage =
  (deps: CoverageDeps): StaffHandler =>
  async (request, staff) => {
    const asked = readQuery(Asked, request);
    const area = countingArea(areaAskedBy(staff, asked.area, await deps.places.now()));
    const today = civilDateOf(deps.now());
    const span = { from: nextDate(today, 1 - asked.days), to: today };
    const [part, until] = await Promise.all([
      asked.of === undefined
        ? showSummary({ area, span }, deps)
        : showLines(asked.of, { ...asked, area, span }, deps),
      deps.figures.appliedUntil(),
    ]);
    const countedUntil = offsetOrNull(until);
    return { status: 200, body: { area, ...span, countedUntil, ...part } };
  };
