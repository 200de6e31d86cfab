import type { ApplicantFacts } from '../../../../events/case/event.ts';
import { makeIdentityNumber } from '../../../../shared/domain/number/identifier.ts';
import { inventedCompanyCode } from './code.ts';
import { companyForms, cyclePairs, inventedNames } from './table/person.table.ts';

const padNumber = (n: number, length: number): string => String(n).padStart(length, '0');

const pickCyclic = <T>(items: readonly T[], index: number): T => {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('an empty table');
  return item;
};

/** 330600 is never issued in identity numbers, and whoever was born in 1900 has no use for one. */
const inventedIdentityNumber = (n: number): string =>
  makeIdentityNumber(`33060019000101${padNumber(n % 1000, 3)}`) ?? '';

/** 154: a block in which, as far as known, no operator gives out numbers. */
const inventedMobile = (n: number): string => `154${padNumber(n, 8)}`;

const makePerson = (n: number): ApplicantFacts => ({
  kind: 'person',
  name: pickCyclic(inventedNames, n),
  certificate: { type: 'resident_identity_card', number: inventedIdentityNumber(n) },
});

const makeEnterprise = (n: number, area: string): ApplicantFacts => ({
  kind: 'enterprise',
  name: `绍兴示例${pickCyclic(cyclePairs, n)}${pickCyclic(companyForms, n)}`,
  certificate: { type: 'unified_social_credit_code', number: inventedCompanyCode(area, n) },
});

/** The `n`-th resident or company; every seventh leaves no telephone number. */
export const makeApplicant = (
  n: number,
  { kind, area }: { readonly kind: 'person' | 'enterprise'; readonly area: string },
): ApplicantFacts => ({
  ...(kind === 'person' ? makePerson(n) : makeEnterprise(n, area)),
  ...(n % 7 === 6 ? {} : { mobile: inventedMobile(n) }),
});
