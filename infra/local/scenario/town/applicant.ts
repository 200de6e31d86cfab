import type { ApplicantFacts } from '../../../../events/case/event.ts';
import { makeIdentityNumber } from '../../../../shared/domain/number/identifier.ts';
import { inventCompanyCode } from './code.ts';
import { companyForms, cyclePairs, inventedNames } from './table/person.table.ts';

const padNumber = (n: number, length: number): string => String(n).padStart(length, '0');

const pickCyclic = <T>(items: readonly T[], index: number): T => {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('an empty table');
  return item;
};

/** The numbers cannot be real: 330600 is never issued, and the year of birth is 1900. */
const inventIdentityNumber = (n: number): string =>
  makeIdentityNumber(`33060019000101${padNumber(n % 1000, 3)}`) ?? '';

/** 154: as far as known, no operator uses this block. */
const inventMobile = (n: number): string => `154${padNumber(n, 8)}`;

const makePerson = (n: number): ApplicantFacts => ({
  kind: 'person',
  name: pickCyclic(inventedNames, n),
  certificate: { type: 'resident_identity_card', number: inventIdentityNumber(n) },
});

const makeEnterprise = (n: number, area: string): ApplicantFacts => ({
  kind: 'enterprise',
  name: `绍兴示例${pickCyclic(cyclePairs, n)}${pickCyclic(companyForms, n)}`,
  certificate: { type: 'unified_social_credit_code', number: inventCompanyCode(area, n) },
});

/** The `n`-th resident or company. Every seventh has no telephone number. */
export const makeApplicant = (
  n: number,
  { kind, area }: { readonly kind: 'person' | 'enterprise'; readonly area: string },
): ApplicantFacts => ({
  ...(kind === 'person' ? makePerson(n) : makeEnterprise(n, area)),
  ...(n % 7 === 6 ? {} : { mobile: inventMobile(n) }),
});
