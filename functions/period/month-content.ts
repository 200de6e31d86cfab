import { cityCode } from '../../shared/domain/area/area.ts';
import type { FigureMember } from '../../shared/domain/figures/member.ts';
import { scopeName } from '../../shared/domain/figures/scope.ts';
import type { Scope, ScopeKind } from '../../shared/domain/figures/scope.ts';
import type { Counts } from '../../shared/domain/figures/slot.ts';
import { periodRow } from '../../shared/domain/period/document.ts';
import type { PeriodContent } from '../../shared/domain/period/document.ts';
import { monthSpan } from '../../shared/domain/time/month.ts';
import type { Month } from '../../shared/domain/time/month.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';

/** Returns every known department with its area; the area is the city when it occurs in several. */
const areaByDepartment = (members: readonly FigureMember[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { id, area } of members) {
    const known = found.get(id);
    found.set(id, known === undefined || known === area ? area : cityCode);
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

const scopesOf = (kind: ScopeKind, ids: Iterable<string>): readonly Scope[] =>
  [...ids].map((id) => ({ kind, id }));

const isCounted = (counts: Counts): boolean => Object.values(counts).some((count) => count !== 0);

interface ContentDeps {
  readonly figures: FigureStore;
  readonly places: Pick<Places, 'now'>;
}

/** Reads the month's content from the counters, each once. */
export const monthContent = async (
  { figures, places }: ContentDeps,
  period: Month,
  scores: PeriodContent['scores'],
): Promise<PeriodContent> => {
  const codes = (await places.now()).map(({ code }) => code).toSorted();
  const departments = areaByDepartment(await figures.members('department', codes));
  const scopes = [
    ...scopesOf('city', [cityCode]),
    ...scopesOf('area', codes),
    ...scopesOf('department', departments.keys()),
  ];
  const sums = await figures.sums(scopes, monthSpan(period));
  const found = new Map(sums.map(({ scope, counts }) => [scopeName(scope), counts]));
  const rowOf = (kind: ScopeKind, id: string) => {
    const counts = found.get(scopeName({ kind, id })) ?? {};
    return { counts, row: periodRow(counts, scores) };
  };
  return {
    scores,
    city: { areaCode: cityCode, ...rowOf('city', cityCode).row },
    areas: codes.map((areaCode) => ({ areaCode, ...rowOf('area', areaCode).row })),
    departments: [...departments].flatMap(([deptCode, areaCode]) => {
      const { counts, row } = rowOf('department', deptCode);
      return isCounted(counts) ? [{ areaCode, deptCode, ...row }] : [];
    }),
  };
};
