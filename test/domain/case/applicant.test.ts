import { describe, expect, it } from 'vitest';

import { hasNewerMobile, namesAnother, tellsMore } from '../../../shared/domain/case/applicant.ts';
import type { Applicant, ApplicantMarks } from '../../../shared/domain/case/applicant.ts';
import { at } from '../time/shanghai.ts';

const nine = at('2026-11-20 09:00');
const ten = at('2026-11-20 10:00');

const named = (marks?: Partial<ApplicantMarks>, more: Partial<Applicant> = {}): Applicant => ({
  kind: 'person',
  maskedName: '测**',
  sealed: '1.x',
  ...(marks === undefined ? {} : { marks: { name: 'n', ...marks } }),
  ...more,
});

describe('two headers of one case', () => {
  it.each<[string, Applicant, Applicant, boolean]>([
    ['say the same', named({}), named({}), false],
    ['differ in kind', named({}), named({}, { kind: 'other' }), true],
    ['differ in what is shown of the name', named(), named({}, { maskedName: '李**' }), true],
    ['differ in the rest of the name', named({}), named({ name: 'm' }), true],
    ['differ in the certificate', named({ certificate: 'c' }), named({ certificate: 'd' }), true],
    ['of which one leaves the certificate out', named({ certificate: 'c' }), named({}), false],
    ['of which one was stored without marks', named(), named({ certificate: 'c' }), false],
    [
      'differ in the mobile number of one moment',
      named({ mobile: 'a', mobileAt: nine }),
      named({ mobile: 'b', mobileAt: nine }),
      true,
    ],
    [
      'differ in the mobile number of two moments',
      named({ mobile: 'a', mobileAt: nine }),
      named({ mobile: 'b', mobileAt: ten }),
      false,
    ],
  ])('that %s', (_what, known, told, contradict) => {
    expect(namesAnother(known, told)).toBe(contradict);
    expect(namesAnother(told, known)).toBe(contradict);
  });
});

describe('a later header tells more', () => {
  const known = named({ mobile: 'a', mobileAt: nine });
  const certified = named({ certificate: 'c' });

  it.each<[string, Applicant, Applicant, boolean]>([
    ['with a certificate that was not known', known, named({ certificate: 'c' }), true],
    ['with a newer mobile number', known, named({ mobile: 'b', mobileAt: ten }), true],
    ['not with the same mobile number', known, named({ mobile: 'a', mobileAt: ten }), false],
    ['not with the same certificate', certified, certified, false],
    ['not without marks', known, named(), false],
    ['not with less', known, named({}), false],
    ['not with an older number', named({ mobile: 'b', mobileAt: ten }), known, false],
    ['with the first mobile number', named({}), known, true],
    ['not where nothing can be compared', named(), known, false],
  ])('%s', (_what, before, told, more) => {
    expect(tellsMore(before, told)).toBe(more);
  });

  it('whose number is the newer one takes its place', () => {
    expect(hasNewerMobile(known, named({ mobile: 'b', mobileAt: ten }))).toBe(true);
    expect(hasNewerMobile(known, named({ certificate: 'c' }))).toBe(false);
    expect(hasNewerMobile(known, named({ mobileAt: ten }))).toBe(false);
    expect(hasNewerMobile(known, named({ mobile: 'b' }))).toBe(false);
    expect(hasNewerMobile(known, named({ mobile: 'b', mobileAt: nine }))).toBe(false);
    expect(hasNewerMobile(known, named())).toBe(false);
    expect(hasNewerMobile(named(), known)).toBe(true);
  });
});
