import { kindOfBox } from '../../events/notice/box-name.ts';
import type { BoxName } from '../../events/notice/box-name.ts';
import { areaOf } from '../../shared/domain/area/area.ts';
import type { Box, BoxKind } from '../../shared/domain/notice/notice.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { canReach, isHandler, isOverseer, overseers } from '../../shared/http/staff.ts';
import type { Staff } from '../../shared/http/staff.ts';

/** Returns the requested inbox; for an area, that of `area` or of the caller's own area. */
export const boxAsked = (staff: Staff, name: BoxName, area: string = staff.area): Box => {
  const kind = kindOfBox[name];
  if (kind !== 'department') return { kind, of: areaOf(area)?.code ?? area };
  if (staff.department === undefined) throw new Problem('role_missing', { fact: 'department' });
  return { kind, of: staff.department };
};

const readers: Readonly<Record<BoxKind, 'city_overseer' | 'department' | 'overseer'>> = {
  department: 'department',
  supervisor: 'overseer',
  city: 'city_overseer',
  accountability: 'city_overseer',
};

const isOfCity = (staff: Staff): boolean => staff.area.endsWith('00');

/**
 * Whether the caller may read the inbox: a department's inbox is for its handlers, an area's for its
 * overseers, and those of the city and of accountability for overseers of the city.
 */
export const canReadBox = (staff: Staff, box: Box): boolean => {
  const reader = readers[box.kind];
  if (reader === 'department') return isHandler(staff) && staff.department === box.of;
  const isInReach = isOverseer(staff) && canReach(staff, box.of);
  return isInReach && (reader !== 'city_overseer' || isOfCity(staff));
};

/** @throws Problem that says whether the role is missing or the reach */
export const requireBox = (staff: Staff, box: Box): void => {
  const [hasRole, needed] =
    readers[box.kind] === 'department'
      ? [isHandler(staff), ['handler']]
      : [isOverseer(staff), overseers];
  if (!hasRole) throw new Problem('role_missing', { fact: needed.join(' | ') });
  if (!canReadBox(staff, box)) throw new Problem('out_of_scope');
};
