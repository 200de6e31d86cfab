import type { Split } from '../../events/figures/view.ts';
import type { PlaceList } from '../../shared/domain/area/place-list.ts';
import type { FigureMember } from '../../shared/domain/figures/member.ts';
import type { DaySpan, Scope, ScopeKind } from '../../shared/domain/figures/scope.ts';
import { areaOfHall } from '../../shared/domain/pad/pad.ts';
import { partsOf } from '../../shared/domain/time/day-span.ts';
import type { ReferenceDeps } from '../../shared/http/oversight/listed.ts';
import { ownDepartments } from '../../shared/http/oversight/own-department.ts';
import { figureProblems } from '../../shared/http/problem/figures.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import { listedNames } from './listed-name.ts';

/** A scope into which another scope is split. */
export interface Part {
  readonly scope: Scope;
  readonly name?: string | undefined;
}

/**
 * The kinds with figures of their own within a scope. A matter is counted for the whole city, so an
 * area does not split into matters: their figures would include those of other areas.
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

export interface PartSource {
  readonly figures: Pick<FigureStore, 'members'>;
  readonly places: PlaceList;
  readonly registers: ReferenceDeps['registers'];
}

const areasOf = ({ kind, id }: Scope, places: PlaceList): readonly string[] => {
  if (kind === 'area') return [id];
  return kind === 'hall' ? [areaOfHall(id)] : places.map(({ code }) => code);
};

/**
 * True for members of a scope: ids of staff and windows start with the id of their department or
 * hall.
 */
const isIn = ({ kind, id }: Scope, member: FigureMember): boolean =>
  kind === 'city' || kind === 'area' || member.id.startsWith(`${id}/`);

/** In the lines of an area are its own departments, with their people, wherever they were active. */
const ownMembers = async (
  { kind, id }: Scope,
  by: MemberSplit,
  given: PartSource,
): Promise<(member: FigureMember) => boolean> => {
  if (kind !== 'area' || (by !== 'department' && by !== 'staff')) return () => true;
  const isOwn = await ownDepartments(id, given);
  return (member) => isOwn(member.id.split('/')[0] ?? '');
};

const nouns = { department: 'departments', matter: 'matters' } as const;

const namesOf = async (by: MemberSplit, areas: readonly string[], given: PartSource) =>
  by === 'department' || by === 'matter'
    ? listedNames(nouns[by], areas, given)
    : (): undefined => undefined;

const cityAreas = (places: PlaceList): readonly Part[] =>
  places.map(({ code, zh }) => ({ scope: { kind: 'area', id: code }, name: zh }));

/** Returns the parts of a scope sorted by id. A part that occurs in several areas appears once. */
export const partsWithin = async (
  scope: Scope,
  by: MemberSplit,
  given: PartSource,
): Promise<readonly Part[]> => {
  const { figures, places } = given;
  const possible: readonly ScopeKind[] = within[scope.kind];
  if (!possible.includes(by)) {
    throw new Problem(figureProblems.split_not_possible, { fact: possible.join(' | ') || '–' });
  }
  if (by === 'area') return cityAreas(places);
  const areas = areasOf(scope, places);
  const [members, isOwn, nameOf] = await Promise.all([
    figures.members(by, areas),
    ownMembers(scope, by, given),
    namesOf(by, areas, given),
  ]);
  const named = new Map<string, string | undefined>();
  for (const member of members.filter((one) => isIn(scope, one) && isOwn(one))) {
    named.set(member.id, nameOf(member.id) ?? named.get(member.id) ?? member.name);
  }
  return [...named]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, name]) => ({ scope: { kind: by, id }, name }));
};

/** The number of counters that can be read before the caller times out. */
const mostCounters = 20_000;

export const requireFew = (parts: readonly Part[], span: DaySpan): void => {
  const { months, days } = partsOf(span);
  if (parts.length * (months.length + days.length) > mostCounters) {
    throw new Problem(figureProblems.too_many_figures);
  }
};
