import type { CaseHeaderFacts } from '../../../events/case/event.ts';
import { isOfAreas } from '../../../shared/domain/access/scope.ts';
import type { IntegratorScope } from '../../../shared/domain/access/scope.ts';
import { cityCode } from '../../../shared/domain/area/area.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { Places } from '../../../shared/port/oversight/places.ts';
import { readHomes } from '../../figures/homes.ts';
import type { HomesDeps } from '../../figures/homes.ts';

interface OwnDepartmentDeps extends HomesDeps {
  readonly places: Pick<Places, 'now'>;
}

/** A department that its own area and the city do not list is taken, and listed as such, until they do. */
const isOfOthers = async (
  scope: IntegratorScope,
  creditCode: string,
  deps: OwnDepartmentDeps,
): Promise<boolean> => {
  const homes = await readHomes('department', await deps.places.now(), deps);
  if (homes.nameOf(creditCode) === undefined) return false;
  const areas = homes.areasOf(creditCode);
  return !areas.some((area) => area === cityCode || isOfAreas(scope, area));
};

/**
 * Refuses a case of a department that only areas outside of the key list: a key of one area opens no
 * tickets at the departments of another. Departments of the city work everywhere.
 */
export const refuseForeignDepartment = async (
  scope: IntegratorScope,
  header: Pick<CaseHeaderFacts, 'department'> | undefined,
  deps: OwnDepartmentDeps,
): Promise<void> => {
  if (header === undefined || isOfAreas(scope, cityCode)) return;
  if (!(await isOfOthers(scope, header.department.creditCode, deps))) return;
  const path = '/header/department/creditCode';
  const errors = [{ path, problem: 'outside_scope_of_key' }] as const;
  throw new Problem('outside_scope_of_key', { fact: 'departments', errors });
};
