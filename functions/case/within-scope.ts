import type { CaseEventFacts } from '../../events/case/event.ts';
import { factOutsideScope } from '../../shared/domain/access/scope.ts';
import type { IntegratorScope, ScopedCall, ScopedFact } from '../../shared/domain/access/scope.ts';
import { reachesArea } from '../../shared/domain/access/staff-role.ts';
import { countingArea } from '../../shared/domain/area/area.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { areaInCreditCode } from '../../shared/domain/number/identifier.ts';
import { refuseOutsideScope } from '../../shared/http/access/integrator-scope.ts';
import type { ReferenceDeps } from '../../shared/http/oversight/listed.ts';
import { Problem } from '../../shared/http/problem/problem.ts';

/** What a key must be allowed to use before it may report a case. */
export const scopedCase = ({ projectNo, area, department }: Case): ScopedCall => ({
  projectNo,
  area,
  creditCode: department.creditCode,
});

export const isCaseWithin = (scope: IntegratorScope, known: Case): boolean =>
  factOutsideScope(scope, scopedCase(known)) === undefined;

/** Where an event names each fact. */
const eventPaths = {
  projectNo: '/projectNo',
  area: '/header/area',
  creditCode: '/header/department/creditCode',
  hall: '/contact/hall',
  channel: '',
} as const satisfies Record<ScopedFact, string>;

/**
 * Refuses an event that itself names what its key may not be used for. This comes before any
 * look-up, so the answer is the same whether there is such a case or not.
 */
export const refuseEventOutside = (
  scope: IntegratorScope,
  { projectNo, header, contact }: Pick<CaseEventFacts, 'projectNo' | 'header' | 'contact'>,
): void => {
  const { area, department } = header ?? {};
  const call = { projectNo, area, creditCode: department?.creditCode, hall: contact?.hall };
  refuseOutsideScope(scope, call, (fact) => eventPaths[fact]);
};

/**
 * Refuses an event for a case of the own system that is outside the scope before the event or after
 * it: no key moves a case into its scope, or out of it.
 */
export const refuseCaseOutside = (
  scope: IntegratorScope,
  known: Case | undefined,
  next: Case,
): void => {
  for (const one of known === undefined ? [next] : [known, next]) {
    refuseOutsideScope(scope, scopedCase(one), () => '/projectNo');
  }
};

const lists = async (
  area: string,
  creditCode: string,
  { registers }: ReferenceDeps,
): Promise<boolean> => {
  const register = await registers.find({ noun: 'departments', area });
  return register?.entries.some(({ code }) => code === creditCode) ?? false;
};

/**
 * Refuses a department of an area that the key is not for, though its scope names no departments: a
 * case counts for its department wherever it is. One that the area of the case lists as well is its
 * own, and one that nobody lists is taken and shown as unlisted.
 */
export const refuseForeignDepartment = async (
  { areas, departments }: IntegratorScope,
  header: CaseEventFacts['header'],
  deps: ReferenceDeps,
): Promise<void> => {
  if (header === undefined || departments !== 'all') return;
  const { creditCode } = header.department;
  const home = countingArea(areaInCreditCode(creditCode));
  if (areas.some((own) => reachesArea(own, home))) return;
  if (!(await lists(home, creditCode, deps))) return;
  if (await lists(countingArea(header.area), creditCode, deps)) return;
  const errors = [{ path: eventPaths.creditCode, problem: 'outside_scope_of_key' }] as const;
  throw new Problem('outside_scope_of_key', { fact: 'departments', errors });
};
