import type { Contribution } from '../../shared/domain/figures/contribution.ts';
import { scopeName } from '../../shared/domain/figures/scope.ts';
import type { Scope } from '../../shared/domain/figures/scope.ts';
import type { Slot } from '../../shared/domain/figures/slot.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';

type Read = 'cases' | 'invitations' | 'ratings' | 'tickets';

export type DaySums = ReadonlyMap<CivilDate, ReadonlyMap<Slot, number>>;

/** Totals kept in memory while the source records are read. */
export interface Tally {
  add(what: Read, contributions: readonly Contribution[]): void;
  /** Returns how many items of each kind were read. */
  read(): Readonly<Record<Read, number>>;
  scopes(): readonly Scope[];
  of(scope: Scope): DaySums;
}

interface Sums {
  readonly scope: Scope;
  readonly days: Map<CivilDate, Map<Slot, number>>;
}

/** Creates a tally of all scopes, or of `only` some. */
export const newTally = (only: readonly Scope[] | undefined): Tally => {
  const sums = new Map<string, Sums>();
  const read = { cases: 0, invitations: 0, ratings: 0, tickets: 0 };
  const wanted = only && new Set(only.map((scope) => scopeName(scope)));

  const addOne = ({ scope, day, counts }: Contribution): void => {
    const key = scopeName(scope);
    if (wanted !== undefined && !wanted.has(key)) return;
    const ofScope = sums.get(key) ?? { scope, days: new Map() };
    const ofDay = ofScope.days.get(day) ?? new Map<Slot, number>();
    for (const [slot, count] of Object.entries(counts) as [Slot, number][]) {
      ofDay.set(slot, (ofDay.get(slot) ?? 0) + count);
    }
    ofScope.days.set(day, ofDay);
    sums.set(key, ofScope);
  };

  return {
    add(what, contributions) {
      read[what] += 1;
      contributions.forEach((one) => addOne(one));
    },
    read: () => read,
    scopes: () => [...sums.values()].map(({ scope }) => scope),
    of: (scope) => sums.get(scopeName(scope))?.days ?? new Map(),
  };
};
