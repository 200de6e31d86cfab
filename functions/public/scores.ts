import * as z from 'zod/mini';

import type { OpenScores } from '../../events/figures/view.ts';
import { Area, Day } from '../../events/primitive.ts';
import { cityCode, countingArea } from '../../shared/domain/area/area.ts';
import type { DaySpan, Scope } from '../../shared/domain/figures/scope.ts';
import type { Counts, Slot } from '../../shared/domain/figures/slot.ts';
import { contestStates } from '../../shared/domain/rating/contest/contest-state.ts';
import { levels } from '../../shared/domain/rating/level.ts';
import { proofClasses } from '../../shared/domain/rating/proof/proof-class.ts';
import { wholeMonths } from '../../shared/domain/time/day-span.ts';
import { civilDateOf, offsetOrNull } from '../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { requireKnownArea } from '../../shared/http/known-area.ts';
import { readQuery } from '../../shared/http/query.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import { lineOf } from '../figures/figure-line.ts';
import type { Scores } from '../figures/figure-line.ts';
import type { HomesDeps } from '../figures/homes.ts';
import { partsWithin } from '../figures/parts.ts';
import type { Part, PartSource } from '../figures/parts.ts';
import { spanOf } from '../figures/span.ts';
import { sumsOfEach } from '../figures/sums.ts';

export interface ScoresDeps extends HomesDeps {
  readonly now: Now;
  readonly figures: FigureStore;
  readonly rulebook: Rulebook;
  readonly places: Pick<Places, 'now'>;
}

/** A year plus the rest of its last month. */
const mostDays = 366;

/** The published counts; every rate includes its numerator and denominator. */
const published: readonly Slot[] = [
  'finished',
  'contacts',
  'rated',
  ...levels.map((level) => `rated:${level}` as const),
  'bad',
  'state:closed',
  'state:dismissed',
  'follow_up',
  ...proofClasses.map((proofClass) => `proof:${proofClass}` as const),
  ...contestStates.map((state) => `contest:${state}` as const),
];

const Asked = z.object({ area: z.optional(Area), from: z.optional(Day), to: z.optional(Day) });
type Asked = z.infer<typeof Asked>;

type Body = z.infer<typeof OpenScores>;
type Line = Body['areas'][number];

/**
 * Returns whole months; the default is the year so far. A query over a year then costs one item per
 * month, and the difference of two answers cannot reveal what one person rated on one day.
 */
const monthsAsked = ({ from, to }: Asked, today: CivilDate): DaySpan => {
  const last = to ?? today;
  return wholeMonths(spanOf({ from: from ?? `${last.slice(0, 4)}-01-01`, to: last }, mostDays));
};

const toScoreView = (counts: Counts, scores: Scores) => ({
  ...lineOf(counts, scores),
  counts: Object.fromEntries(
    published.flatMap((slot) => (counts[slot] === undefined ? [] : [[slot, counts[slot]]])),
  ),
});

interface Given extends PartSource {
  readonly span: DaySpan;
  readonly scores: Scores;
  readonly figures: FigureStore;
}

const sumsOf = async (
  parts: readonly Part[],
  { span, scores, figures }: Given,
): Promise<Line[]> => {
  const sums = await sumsOfEach(
    parts.map(({ counters }) => counters),
    span,
    figures,
  );
  return parts.map(({ id, name }, index) => ({
    key: id,
    name: name ?? id,
    ...toScoreView(sums[index] ?? {}, scores),
  }));
};

const wasRated = ({ counts }: Line): boolean => (counts.rated ?? 0) > 0;

const splitInto = async (
  by: 'area' | 'department' | 'matter',
  scope: Scope,
  given: Given,
): Promise<Line[]> => sumsOf(await partsWithin(scope, by, given), given);

const linesOf = async (
  scope: Scope,
  given: Given,
): Promise<Pick<Body, 'areas' | 'departments' | 'matters'>> => {
  const isCity = scope.kind === 'city';
  const [areaLines, departments, matters] = await Promise.all([
    isCity ? splitInto('area', scope, given) : [],
    splitInto('department', scope, given),
    isCity ? splitInto('matter', scope, given) : [],
  ]);
  return {
    areas: areaLines,
    departments: departments.filter(wasRated),
    matters: matters.filter(wasRated),
  };
};

const scopeAsked = ({ area }: Asked): Scope =>
  area === undefined ? { kind: 'city', id: cityCode } : { kind: 'area', id: countingArea(area) };

/**
 * Cache lifetime in seconds. Public figures change with every rating, but need not be current to
 * the minute.
 */
const keptForSeconds = 300;

/**
 * `GET /v1/open/scores?area=&from=&to=`: returns the published figures of the city or an area, its
 * departments, and the city's matters; nothing about windows or staff.
 */
export const showScores =
  (deps: ScoresDeps): HttpHandler =>
  async (request) => {
    const asked = readQuery(Asked, request);
    const span = monthsAsked(asked, civilDateOf(deps.now()));
    const [{ policy }, until, places] = await Promise.all([
      deps.rulebook.now(),
      deps.figures.appliedUntil(),
      deps.places.now(),
    ]);
    if (asked.area !== undefined) requireKnownArea(asked.area, places);
    const { scores } = policy;
    const given = { span, scores, figures: deps.figures, registers: deps.registers, places };
    const scope = scopeAsked(asked);
    const [[sums], lines] = await Promise.all([
      deps.figures.sums([scope], span),
      linesOf(scope, given),
    ]);
    const body: Body = {
      area: scope.id,
      ...span,
      countedUntil: offsetOrNull(until),
      scores,
      total: toScoreView(sums?.counts ?? {}, scores),
      ...lines,
    };
    return {
      status: 200,
      body,
      headers: { 'cache-control': `public, max-age=${keptForSeconds}` },
    };
  };
