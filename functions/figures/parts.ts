import type { Split } from '../../events/figures/view.ts';
import type { PlaceList } from '../../shared/domain/area/place-list.ts';
import { agreedName } from '../../shared/domain/figures/agreed-name.ts';
import type { Homes } from '../../shared/domain/figures/home.ts';
import type { FigureMember } from '../../shared/domain/figures/member.ts';
import { codeOfScope, partsOfScope, scopeIn } from '../../shared/domain/figures/scope.ts';
import type { DaySpan, Scope, ScopeKind } from '../../shared/domain/figures/scope.ts';
import { areaOfHall } from '../../shared/domain/pad/pad.ts';
import { partsOf } from '../../shared/domain/time/day-span.ts';
import { figureProblems } from '../../shared/http/problem/figures.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import { isHomeKind, readHomes } from './homes.ts';
import type { HomesDeps } from './homes.ts';

/** A scope into which another scope is split. */
export interface Part {
  readonly id: string;
  readonly name?: string | undefined;
  /** Its counters within the scope that is split. */
  readonly counters: readonly Scope[];
  /** False for a department or matter that only occurred in the area, and is another's. */
  readonly isHome: boolean;
}

/**
 * The kinds with figures of their own within a scope. The same matter is handled in every area, so an
 * area does not split into matters.
 */
const within = {
  city: ['area', 'department', 'hall', 'window', 'matter', 'staff'],
  area: ['department', 'hall', 'window', 'staff'],
  department: ['staff'],
  hall: ['window'],
  window: [],
  matter: [],
  staff: [],
} as const satisfies Readonly<Record<ScopeKind, readonly ScopeKind[]>>;

export type MemberSplit = Exclude<Split, 'none' | 'day' | 'month' | 'channel'>;

export interface PartSource extends HomesDeps {
  readonly figures: Pick<FigureStore, 'members'>;
  readonly places: PlaceList;
}

interface Within {
  readonly scope: Scope;
  readonly places: PlaceList;
  readonly homes: Homes | undefined;
}

/** The areas whose members are read; of a department all, or the one that its scope names. */
const areasOf = ({ scope, places }: Within): readonly string[] => {
  const { area } = partsOfScope(scope);
  if (area !== undefined) return [area];
  if (scope.kind === 'area') return [scope.id];
  return scope.kind === 'hall' ? [areaOfHall(scope.id)] : places.map(({ code }) => code);
};

const isAtHome = (member: FigureMember, homes: Homes | undefined): boolean =>
  homes === undefined || homes.areasOf(codeOfScope(member)).includes(member.area);

/**
 * True for members of a scope: ids of staff and windows start with the id of their department or
 * hall. What is split without naming an area counts in its own areas only.
 */
const isIn = (member: FigureMember, { scope, homes }: Within): boolean => {
  if (scope.kind === 'area') return true;
  const { area, id } = partsOfScope(scope);
  const isInside = scope.kind === 'city' || member.id.startsWith(`${id}/`);
  return isInside && (area !== undefined || isAtHome(member, homes));
};

const cityAreas = (places: PlaceList): readonly Part[] =>
  places.map(({ code, zh }) => ({
    id: code,
    name: zh,
    counters: [{ kind: 'area', id: code }],
    isHome: true,
  }));

/**
 * The name that a register gives goes before those that cases brought; of these the one that most of
 * its areas use. When none is, the code stands alone, so that no area renames what others have too.
 */
const partOf = (id: string, members: readonly FigureMember[], homes: Homes | undefined): Part => {
  const own = members.filter((member) => isAtHome(member, homes));
  const seen = agreedName((own.length > 0 ? own : members).map(({ name }) => name));
  const isStaff = members.some(({ kind }) => kind === 'staff');
  return {
    id,
    name: (isStaff ? undefined : homes?.nameOf(id)) ?? seen,
    counters: members.map((member) => scopeIn(member.area, { kind: member.kind, id })),
    isHome: own.length > 0,
  };
};

/** Returns the parts of a scope sorted by id. A part that occurs in several areas appears once. */
export const partsWithin = async (
  scope: Scope,
  by: MemberSplit,
  { figures, places, registers }: PartSource,
): Promise<readonly Part[]> => {
  const possible: readonly ScopeKind[] = within[scope.kind];
  if (!possible.includes(by)) {
    throw new Problem(figureProblems.split_not_possible, { fact: possible.join(' | ') || '–' });
  }
  if (by === 'area') return cityAreas(places);
  const homes = isHomeKind(by) ? await readHomes(by, places, { registers }) : undefined;
  const given = { scope, places, homes };
  const members = (await figures.members(by, areasOf(given))).filter((one) => isIn(one, given));
  return [...Map.groupBy(members, ({ id }) => id)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, same]) => partOf(id, same, homes));
};

/** The number of counters that can be read before the caller times out. */
const mostCounters = 20_000;

export const requireFew = (parts: readonly Part[], span: DaySpan): void => {
  const { months, days } = partsOf(span);
  const counters = parts.flatMap((part) => part.counters);
  if (counters.length * (months.length + days.length) > mostCounters) {
    throw new Problem(figureProblems.too_many_figures);
  }
};
