import { mapConcurrent } from '../../shared/concurrency.ts';
import type { ScopeKind } from '../../shared/domain/figures/scope.ts';
import { coverageLines } from '../../shared/domain/oversight/coverage.ts';
import type { CoverageLine } from '../../shared/domain/oversight/coverage.ts';
import type { RatableNoun } from '../../shared/domain/oversight/register.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import type { RegisterStore } from '../../shared/port/oversight/register-store.ts';

export interface SummaryDeps {
  readonly registers: Pick<RegisterStore, 'find'>;
  readonly figures: Pick<FigureStore, 'appliedUntil' | 'days' | 'members'>;
}

/** One noun in one area: the entries of its register, and the members that occur in the figures. */
export interface CoverageSummary {
  readonly area: string;
  readonly noun: RatableNoun;
  readonly hasRegister: boolean;
  readonly lines: readonly CoverageLine[];
}

const kinds = {
  departments: 'department',
  matters: 'matter',
  halls: 'hall',
} as const satisfies Record<RatableNoun, ScopeKind>;

const summarizeOne = async (
  noun: RatableNoun,
  area: string,
  { registers, figures }: SummaryDeps,
): Promise<CoverageSummary> => {
  const [register, met] = await Promise.all([
    registers.find({ noun, area }),
    figures.members(kinds[noun], [area]),
  ]);
  const lines = coverageLines(register?.entries ?? [], met);
  return { area, noun, hasRegister: register !== undefined, lines };
};

/** Registers that are read concurrently. */
const width = 8;

/** Reads registers and members for every requested area and noun. */
export const summarizeAll = (
  nouns: readonly RatableNoun[],
  areas: readonly string[],
  from: SummaryDeps,
): Promise<readonly CoverageSummary[]> =>
  mapConcurrent(
    nouns.flatMap((noun) => areas.map((area) => ({ noun, area }))),
    width,
    ({ noun, area }) => summarizeOne(noun, area, from),
  );
