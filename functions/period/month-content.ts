import { cityCode } from '../../shared/domain/area/area.ts';
import { partsOfScope } from '../../shared/domain/figures/scope.ts';
import type { Scope } from '../../shared/domain/figures/scope.ts';
import type { Counts } from '../../shared/domain/figures/slot.ts';
import { periodRow } from '../../shared/domain/period/document.ts';
import type { PeriodContent } from '../../shared/domain/period/document.ts';
import { monthSpan } from '../../shared/domain/time/month.ts';
import type { Month } from '../../shared/domain/time/month.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { HomesDeps } from '../figures/homes.ts';
import { partsWithin } from '../figures/parts.ts';
import type { Part } from '../figures/parts.ts';
import { sumsOfEach } from '../figures/sums.ts';

/** The area of a department is the city when it works in several. */
const areaOfPart = ({ counters }: Part): string => {
  const areas = counters.map((counter) => partsOfScope(counter).area ?? cityCode);
  return areas.every((area) => area === areas[0]) ? (areas[0] ?? cityCode) : cityCode;
};

const cityScope = { kind: 'city', id: cityCode } as const;

const isCounted = (counts: Counts): boolean => Object.values(counts).some((count) => count !== 0);

interface ContentDeps extends HomesDeps {
  readonly figures: FigureStore;
  readonly places: Pick<Places, 'now'>;
}

/** Reads the month's content from the counters, each once. */
export const monthContent = async (
  { figures, places, registers }: ContentDeps,
  period: Month,
  scores: PeriodContent['scores'],
): Promise<PeriodContent> => {
  const list = await places.now();
  const codes = list.map(({ code }) => code).toSorted();
  const departments = await partsWithin(cityScope, 'department', {
    figures,
    registers,
    places: list,
  });
  const groups: readonly (readonly Scope[])[] = [
    [cityScope],
    ...codes.map((id) => [{ kind: 'area', id } as const]),
    ...departments.map(({ counters }) => counters),
  ];
  const [city = {}, ...others] = await sumsOfEach(groups, monthSpan(period), figures);
  return {
    scores,
    city: { areaCode: cityCode, ...periodRow(city, scores) },
    areas: codes.map((areaCode, index) => ({
      areaCode,
      ...periodRow(others[index] ?? {}, scores),
    })),
    departments: departments.flatMap((part, index) => {
      const counts = others[codes.length + index] ?? {};
      const named = { areaCode: areaOfPart(part), deptCode: part.id };
      return isCounted(counts) ? [{ ...named, ...periodRow(counts, scores) }] : [];
    }),
  };
};
