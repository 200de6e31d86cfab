import { mapConcurrent } from '../../../shared/concurrency.ts';
import { coverageLines } from '../../../shared/domain/oversight/coverage.ts';
import type { CoverageLine } from '../../../shared/domain/oversight/coverage.ts';
import type { PadStore } from '../../../shared/port/pad/store.ts';
import type { SummaryDeps } from '../coverage-summary.ts';
import type { UnlistedLine } from '../coverage-view.ts';

export interface WindowDeps extends SummaryDeps {
  readonly pads: Pick<PadStore, 'inArea'>;
}

/** Areas that are read concurrently. */
const width = 8;

/** As the figures name a window, or a terminal. */
const nameOf = (hall: string, window: string): string => `${hall}/${window}`;

const unlistedIn = async (
  area: string,
  { registers, figures, pads }: WindowDeps,
): Promise<readonly UnlistedLine[]> => {
  const register = await registers.find({ noun: 'halls', area });
  if (register === undefined) return [];
  const [seen, installed] = await Promise.all([
    figures.members('window', [area]),
    pads.inArea(area),
  ]);
  const { entries } = register;
  const halls = new Set(entries.map(({ code }) => code));
  const listed = new Set(
    entries.flatMap(({ code, windows = [], terminals = [] }) =>
      [...windows, ...terminals].map((window) => nameOf(code, window)),
    ),
  );
  const ofPads = installed
    .filter(({ state }) => state !== 'revoked')
    .map(({ hall, window }): CoverageLine => ({ code: nameOf(hall, window), listed: false }));
  const lines = [...ofPads, ...coverageLines([], seen)].filter(
    ({ code }) => halls.has(code.split('/')[0] ?? '') && !listed.has(code),
  );
  // What a case says about a window replaces what is known from a pad.
  return [...new Map(lines.map((line) => [line.code, line])).values()].map((line) => ({
    ...line,
    area,
    noun: 'windows',
    hasRegister: true,
  }));
};

/**
 * Returns the windows and terminals that cases or pads name and that their hall's entry lacks. A hall
 * that no register lists stands in the list for all of its windows.
 */
export const unlistedWindows = async (
  areas: readonly string[],
  deps: WindowDeps,
): Promise<readonly UnlistedLine[]> =>
  (await mapConcurrent(areas, width, (area) => unlistedIn(area, deps))).flat();
