/**
 * Headers of one case: a later one completes what an earlier one left out. What differs from it and
 * may differ stays as it was first reported, which the reporter is told.
 */
import type { Case, CaseHeader } from './case.ts';

type Described = Pick<CaseHeader, 'matter' | 'department'>;

const described = {
  '/header/department/orgCode': ({ department }: Described) => department.orgCode,
  '/header/department/name': ({ department }: Described) => department.name,
  '/header/matter/handleItem': ({ matter }: Described) => matter.handleItem,
  '/header/matter/theme': ({ matter }: Described) => matter.theme,
  '/header/matter/name': ({ matter }: Described) => matter.name,
} as const;

/** Returns the case with what it lacked; a member that it has stays. */
export const completeHeader = (known: Case, header: CaseHeader | undefined): Case => {
  if (header === undefined) return known;
  const { department, matter } = known;
  return {
    ...known,
    department: { ...department, orgCode: department.orgCode ?? header.department.orgCode },
    matter: {
      ...matter,
      handleItem: matter.handleItem ?? header.matter.handleItem,
      theme: matter.theme ?? header.matter.theme,
    },
  };
};

/** Returns the paths of what a header says otherwise than the case, which keeps what it has. */
export const keptMembers = (known: Case, header: CaseHeader | undefined): readonly string[] =>
  header === undefined
    ? []
    : Object.entries(described).flatMap(([path, read]) => {
        const [before, told] = [read(known), read(header)];
        return told === undefined || told === before ? [] : [path];
      });
