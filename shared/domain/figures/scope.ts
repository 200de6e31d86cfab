import type { CivilDate } from '../time/instant.ts';

/** 统计口径: what a counter counts for. */
export const scopeKinds = [
  'city', // 全市
  'area', // 行政区划
  'department', // 部门
  'hall', // 大厅
  'window', // 窗口
  'matter', // 事项
  'staff', // 经办人，仅供内部
] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/**
 * `id`: the city's code, 6 digits of an area, a hall, `<hall>/<window>`; a department's credit code,
 * a matter's code, `<credit code>/<staff id>`. The last three are counted by area, as
 * `<6 digits>/<id>`: what happens in one area is part of no other. Without the area they mean all
 * areas that are the department's or matter's own (`home.ts`).
 */
export interface Scope {
  readonly kind: ScopeKind;
  readonly id: string;
}

const byArea: Readonly<Record<ScopeKind, boolean>> = {
  city: false,
  area: false,
  department: true,
  hall: false,
  window: false,
  matter: true,
  staff: true,
};

/** Returns whether such a scope is counted in each area by itself. */
const isByArea = (kind: ScopeKind): boolean => byArea[kind];

/** Returns the counter of a scope for what happened in an area. */
export const scopeIn = (area: string, { kind, id }: Scope): Scope => ({
  kind,
  id: isByArea(kind) ? `${area}/${id}` : id,
});

/** Splits the id of a scope that names the area in which it is counted. */
export const partsOfScope = ({
  kind,
  id,
}: Scope): { readonly area?: string; readonly id: string } => {
  const isNamed = isByArea(kind) && /^\d{6}\/./u.test(id);
  return isNamed ? { area: id.slice(0, 6), id: id.slice(7) } : { id };
};

/** Returns the code of the department, or of the matter, that such a scope is of. */
export const codeOfScope = (scope: Scope): string => {
  const { id } = partsOfScope(scope);
  return scope.kind === 'staff' ? (id.split('/')[0] ?? id) : id;
};

const atHall: Readonly<Record<ScopeKind, boolean>> = {
  city: false,
  area: false,
  department: false,
  hall: true,
  window: true,
  matter: false,
  staff: false,
};

/** Returns whether the id of such a scope begins with the code of a hall. */
export const isAtHall = (kind: ScopeKind): boolean => atHall[kind];

/** Returns a unique name of a scope. */
export const scopeName = ({ kind, id }: Scope): string => `${kind}#${id}`;

/** The first and the last civil day in Shanghai, both included. */
export interface DaySpan {
  readonly from: CivilDate;
  readonly to: CivilDate;
}
