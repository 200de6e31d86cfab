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
 * `id`: the city's code, 6 digits of an area, a department's credit code, a hall,
 * `<hall>/<window>`, a matter's code, `<credit code>/<staff id>`.
 */
export interface Scope {
  readonly kind: ScopeKind;
  readonly id: string;
}

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
