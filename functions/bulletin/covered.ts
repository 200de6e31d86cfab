import type { PlaceList, Place } from '../../shared/domain/area/place-list.ts';
import type { CoveredInMonth } from '../../shared/domain/bulletin/bulletin.ts';
import { shareOf } from '../../shared/domain/figures/measure.ts';
import type { DaySpan, Scope } from '../../shared/domain/figures/scope.ts';
import type {
  HallLevel,
  RegisterEntry,
  RatableNoun,
} from '../../shared/domain/oversight/register.ts';
import { hallLevels, ratableNouns } from '../../shared/domain/oversight/register.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import type { RegisterStore } from '../../shared/port/oversight/register-store.ts';
import { partsWithin } from '../figures/parts.ts';
import type { MemberSplit, PartSource } from '../figures/parts.ts';
import { sumsOfEach } from '../figures/sums.ts';

type Names = CoveredInMonth['names'];

interface CoveredDeps {
  readonly figures: FigureStore;
  readonly registers: RegisterStore;
}

/** Returns the scope of a bulletin. */
export const scopeOfPlace = ({ kind, code }: Place): Scope => ({
  kind: kind === 'city' ? 'city' : 'area',
  id: code,
});

const hallNames: Readonly<Record<HallLevel, Names>> = {
  city: { zh: '市级大厅', en: 'Halls of the city' },
  county: { zh: '县级大厅', en: 'Halls of districts and counties' },
  town: { zh: '乡镇（街道）大厅', en: 'Halls of towns' },
  village: { zh: '村（社区）便民服务点', en: 'Service points of villages' },
};

interface NounLine {
  readonly names: Names;
  readonly holds: (entry: RegisterEntry) => boolean;
}

/**
 * The scope kind under which each noun is counted, and the lines that its entries are split into.
 */
const nouns: Readonly<
  Record<RatableNoun, { readonly kind: MemberSplit; readonly lines: readonly NounLine[] }>
> = {
  departments: {
    kind: 'department',
    lines: [{ names: { zh: '部门', en: 'Departments' }, holds: () => true }],
  },
  matters: {
    kind: 'matter',
    lines: [{ names: { zh: '事项', en: 'Matters' }, holds: () => true }],
  },
  halls: {
    kind: 'hall',
    lines: hallLevels.map((level) => ({
      names: hallNames[level],
      holds: (entry) => entry.level === level,
    })),
  },
};

/** Returns each entry once, even when several areas list it. */
const readEntries = async (
  noun: RatableNoun,
  codes: readonly string[],
  { registers }: CoveredDeps,
): Promise<readonly RegisterEntry[]> => {
  const found = await Promise.all(codes.map((area) => registers.find({ noun, area })));
  const entries = found.flatMap((register) => register?.entries ?? []);
  return [...new Map(entries.map((entry) => [entry.code, entry])).values()];
};

/** Returns the codes of what was rated in the area, or of the city in the areas of its own. */
const ratedOf = async (
  { scope, kind, span }: { scope: Scope; kind: MemberSplit; span: DaySpan },
  given: PartSource & CoveredDeps,
): Promise<ReadonlySet<string>> => {
  const parts = await partsWithin(scope, kind, given);
  const sums = await sumsOfEach(
    parts.map(({ counters }) => counters),
    span,
    given.figures,
  );
  const rated = parts.filter((_part, index) => (sums[index]?.rated ?? 0) > 0);
  return new Set(rated.map(({ id }) => id));
};

/**
 * 覆盖: returns one line for each kind of entry in the registers. Ratings of a matter are counted
 * for the whole city, so the bulletin of an area has no line for matters.
 */
export const coveredIn = async (
  { area, places }: { readonly area: Place; readonly places: PlaceList },
  span: DaySpan,
  deps: CoveredDeps,
): Promise<readonly CoveredInMonth[]> => {
  const isCity = area.kind === 'city';
  const codes = isCity ? places.map(({ code }) => code) : [area.code];
  const asked = ratableNouns.filter((noun) => isCity || noun !== 'matters');
  const lines = await Promise.all(
    asked.map(async (noun) => {
      const { kind, lines: parts } = nouns[noun];
      const entries = await readEntries(noun, codes, deps);
      const rated = await ratedOf({ scope: scopeOfPlace(area), kind, span }, { ...deps, places });
      return parts.map(({ names, holds }) => {
        const own = entries.filter(holds);
        const numerator = own.filter(({ code }) => rated.has(code)).length;
        return { names, rate: shareOf(numerator, own.length) };
      });
    }),
  );
  return lines.flat().filter(({ rate }) => rate.denominator > 0);
};
