import type { Place, PlaceList } from '../../shared/domain/area/place-list.ts';
import type { BulletinSource } from '../../shared/domain/bulletin/bulletin.ts';
import type { Counted } from '../../shared/domain/bulletin/standing.ts';
import type { DaySpan, Scope } from '../../shared/domain/figures/scope.ts';
import { monthBefore, monthSpan } from '../../shared/domain/time/month.ts';
import type { Month } from '../../shared/domain/time/month.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { RegisterStore } from '../../shared/port/oversight/register-store.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import { partsWithin } from '../figures/parts.ts';
import type { PartSource } from '../figures/parts.ts';
import { sumsOfEach } from '../figures/sums.ts';
import { coveredIn, scopeOfPlace } from './covered.ts';

export interface BulletinDeps {
  readonly now: Now;
  readonly figures: FigureStore;
  readonly registers: RegisterStore;
  readonly places: Pick<Places, 'now'>;
  readonly rulebook: Rulebook;
}

interface Named extends Pick<Counted, 'id' | 'names'> {
  readonly counters: readonly Scope[];
}

const countedOf = async (
  named: readonly Named[],
  { span, figures }: { readonly span: DaySpan; readonly figures: FigureStore },
): Promise<readonly Counted[]> => {
  const sums = await sumsOfEach(
    named.map(({ counters }) => counters),
    span,
    figures,
  );
  return named.map(({ id, names }, index) => ({ id, names, counts: sums[index] ?? {} }));
};

const cityLevel = { zh: '市本级', en: 'City level' };

const hasAny = ({ counts }: Counted): boolean => Object.values(counts).some((count) => count !== 0);

const isAlwaysRanked = ({ kind, standing }: Place): boolean =>
  kind !== 'internal' && standing === 'listed';

/**
 * Returns the figures of all areas. Zones under direct city administration, and areas that are
 * closed or listed nowhere, are ranked only if they have any counts.
 */
const areasOf = async (
  areas: PlaceList,
  given: { readonly span: DaySpan; readonly figures: FigureStore },
): Promise<readonly Counted[]> => {
  const named = areas.map(({ code, kind, zh, en }) => ({
    id: code,
    names: kind === 'city' ? cityLevel : { zh, en },
    counters: [{ kind: 'area', id: code }] as const,
  }));
  const counted = await countedOf(named, given);
  const always = new Set(areas.filter(isAlwaysRanked).map(({ code }) => code));
  return counted.filter((one) => always.has(one.id) || hasAny(one));
};

interface PartsGiven extends PartSource {
  readonly span: DaySpan;
  readonly figures: FigureStore;
}

/** One of another area, of which nothing happened here in the month, is not part of it. */
const partsOf = async (
  scope: Scope,
  kind: 'department' | 'matter',
  given: PartsGiven,
): Promise<readonly Counted[]> => {
  const parts = await partsWithin(scope, kind, given);
  const named = parts.map(({ id, name = id, counters }) => ({
    id,
    names: { zh: name, en: name },
    counters,
  }));
  const counted = await countedOf(named, given);
  return counted.filter((one, index) => hasAny(one) || parts[index]?.isHome === true);
};

const wholeOf = async (scope: Scope, month: Month, figures: FigureStore) => {
  const [[sums], [sumsBefore], days] = await Promise.all([
    figures.sums([scope], monthSpan(month)),
    figures.sums([scope], monthSpan(monthBefore(month))),
    figures.days(scope, monthSpan(month)),
  ]);
  return { counts: sums?.counts ?? {}, countsBefore: sumsBefore?.counts ?? {}, days };
};

/**
 * Reads the source data of an area's bulletin. The number of reads does not depend on the number of
 * ratings.
 */
export const sourceOf = async (
  month: Month,
  { area, places }: { readonly area: Place; readonly places: PlaceList },
  { now, figures, registers, rulebook }: Omit<BulletinDeps, 'places'>,
): Promise<BulletinSource> => {
  const [scope, span] = [scopeOfPlace(area), monthSpan(month)];
  const given = { span, figures, registers };
  const isCity = scope.kind === 'city';
  const [{ policy }, figuresUntil] = await Promise.all([rulebook.now(), figures.appliedUntil()]);
  const [whole, areaLines, departments, matters, coverage] = await Promise.all([
    wholeOf(scope, month, figures),
    isCity ? areasOf(places, given) : [],
    partsOf(scope, 'department', { ...given, places }),
    isCity ? partsOf(scope, 'matter', { ...given, places }) : [],
    coveredIn({ area, places }, span, { figures, registers }),
  ]);
  return {
    ...whole,
    month,
    area,
    at: now(),
    figuresUntil,
    policy,
    areas: areaLines,
    departments,
    matters,
    coverage,
  };
};
