import { areaOf } from '../../shared/domain/area/area.ts';
import type { Box } from '../../shared/domain/notice/notice.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { isOverseer, overseers, requireReach } from '../../shared/http/staff.ts';
import type { Staff } from '../../shared/http/staff.ts';

/** What `?box=` may say; the department's own inbox when it says nothing. */
export const boxNames = ['department', 'area', 'city', 'accountability'] as const;
export type BoxName = (typeof boxNames)[number];

const kinds = {
  department: 'department',
  area: 'supervisor',
  city: 'city',
  accountability: 'accountability',
} as const satisfies Record<BoxName, Box['kind']>;

/** The inbox that is asked for; for the area's, `area` or the caller's own. */
export const boxAsked = (staff: Staff, name: BoxName, area: string = staff.area): Box => {
  const kind = kinds[name];
  if (kind !== 'department') return { kind, of: areaOf(area)?.code ?? area };
  if (staff.department === undefined) throw new Problem('role_missing', { fact: 'department' });
  return { kind, of: staff.department };
};

const isOfCity = (staff: Staff): boolean => staff.area.endsWith('00');

/**
 * A department's inbox is its own; an area's is for those who oversee it, the city's and the one for
 * accountability for those who oversee the city.
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
