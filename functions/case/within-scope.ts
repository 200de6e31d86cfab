import type { CaseEventFacts } from '../../events/case/event.ts';
import { factOutsideScope } from '../../shared/domain/access/scope.ts';
import type { IntegratorScope, ScopedCall, ScopedFact } from '../../shared/domain/access/scope.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { refuseOutsideScope } from '../../shared/http/access/integrator-scope.ts';

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
