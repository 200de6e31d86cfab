import { areaOf } from '../../shared/domain/area/area.ts';
import type { Box } from '../../shared/domain/notice/notice.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { isOverseer, overseers, requireReach } from '../../shared/http/staff.ts';
import type { Staff } from '../../shared/http/staff.ts';

/** The values of `?box=`; the default is the inbox of the caller's department. */
export const boxNames = ['department', 'area', 'city', 'accountability'] as const;
export type BoxName = (typeof boxNames)[number];

const kinds = {
  department: 'department',
  area: 'supervisor',
  city: 'city',
  accountability: 'accountability',
} as const satisfies Record<BoxName, Box['kind']>;

/** Returns the requested inbox; for an area, that of `area` or of the caller's own area. */
export const boxAsked = (staff: Staff, name: BoxName, area: string = staff.area): Box => {
  const kind = kinds[name];
  if (kind !== 'department') return { kind, of: areaOf(area)?.code ?? area };
  if (staff.department === undefined) throw new Problem('role_missing', { fact: 'department' });
  return { kind, of: staff.department };
};

const isOfCity = (staff: Staff): boolean => staff.area.endsWith('00');

/**
 * Throws unless the caller may read the inbox: a department's inbox is for that department, an
 * area's for its overseers, and those of the city and of accountability for overseers of the city.
 */
export const requireBox = (staff: Staff, box: Box): void => {
  if (box.kind === 'department') {
    if (staff.department !== box.of) throw new Problem('out_of_scope');
    return;
  }
  if (!isOverseer(staff)) throw new Problem('role_missing', { fact: overseers.join(' | ') });
  requireReach(staff, box.of);
  if (box.kind !== 'supervisor' && !isOfCity(staff)) throw new Problem('out_of_scope');
};
