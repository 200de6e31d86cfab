import type { StaffRole } from '../../../../shared/domain/access/staff-role.ts';
import type { LocalAccount } from '../../system/identity/account.ts';
import { departmentOf, townDepartments } from './body.ts';
import type { TownDepartment } from './body.ts';
import { inventedNames } from './table/person.table.ts';
import { areaWords } from './table/place.table.ts';

interface Post {
  readonly id: string;
  readonly roles: readonly StaffRole[];
  readonly department: TownDepartment;
}

const cityPosts: readonly Post[] = [
  { id: 'sysadmin', roles: ['system_admin'], department: departmentOf('city-dashuju') },
  { id: 'sysadmin-2', roles: ['system_admin'], department: departmentOf('city-dashuju') },
  { id: 'auditor', roles: ['auditor'], department: departmentOf('city-dashuju') },
  { id: 'reviewer', roles: ['reviewer'], department: departmentOf('city-xinfang') },
  { id: 'hotline-1', roles: ['hotline_operator'], department: departmentOf('city-xinfang') },
  { id: 'hotline-2', roles: ['hotline_operator'], department: departmentOf('city-xinfang') },
];

const hallPosts: readonly Post[] = areaWords.flatMap(({ word }) => {
  const department = departmentOf(`${word}-zhengwu`);
  return [
    { id: `supervisor-${word}`, roles: ['supervisor'], department },
    { id: `halladmin-${word}`, roles: ['hall_admin'], department },
    { id: `clerk-${word}-1`, roles: ['clerk'], department },
    { id: `clerk-${word}-2`, roles: ['clerk'], department },
  ] as const;
});

const handlerPosts: readonly Post[] = townDepartments
  .filter((department) => department.handlesCases)
  .map((department) => ({ id: `handler-${department.word}`, roles: ['handler'], department }));

/** Has every role that decides, and may still not decide on tickets of the own department. */
const headPost: Post = {
  id: 'head-yuecheng-shichang',
  roles: ['handler', 'supervisor', 'reviewer'],
  department: departmentOf('yuecheng-shichang'),
};

const accountOf = ({ id, roles, department }: Post, index: number): LocalAccount => ({
  id,
  // Staff take names from the end of the list, residents from its beginning.
  name: inventedNames.at(-1 - (index % inventedNames.length)) ?? '虚构',
  roles,
  department: department.creditCode,
  departmentName: department.name,
  area: department.area.slice(0, 6),
  areaName: department.areaName,
});

/** The accounts of the local identity provider, also of an instance without a town. */
export const townAccounts: readonly LocalAccount[] = [
  ...cityPosts,
  ...hallPosts,
  ...handlerPosts,
  headPost,
].map(accountOf);
