import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  proofClasses,
  proofClassView,
} from '../../../../shared/domain/rating/proof/proof-class.ts';
import { statedMatches } from '../../../../shared/domain/rating/proof/provenance.ts';
import { bindings, proofs } from '../../../../shared/domain/rating/rating.ts';

const classOf = (rating: Parameters<typeof proofClassView>[0]) =>
  proofClassView(rating, 'zh').proofClass;

describe('the class of a proof', () => {
  it.each([
    [{ proof: 'token', issuer: 20, match: 'matched' }, 'applicant_matched'],
    [{ proof: 'token', issuer: 20, match: 'other' }, 'other_person'],
    [{ proof: 'token', issuer: 20, match: 'not_comparable' }, 'link'],
    [{ proof: 'token', issuer: 20 }, 'link'],
    [{ proof: 'token' }, 'link'],
    [{ proof: 'token', issuer: 1 }, 'sent_to_applicant'],
    [{ proof: 'pad', issuer: 21, bound: 'token' }, 'pad'],
    [{ proof: 'pad' }, 'pad'],
    [{ proof: 'pad', bound: 'window' }, 'pad_window'],
    [{ proof: 'pad', bound: 'persons' }, 'pad_persons'],
    [{ proof: 'staff_entered', issuer: 2 }, 'staff_entered'],
    [{ proof: 'receipt' }, 'receipt'],
    [{ proof: 'center' }, 'center'],
  ] as const)('of %o is %s', (rating, expected) => {
    expect(classOf(rating)).toBe(expected);
  });

  it('exists for every rating and has a name in both languages', () => {
    const seen = fc.record({
      proof: fc.constantFrom(...proofs),
      issuer: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
      match: fc.option(fc.constantFrom(...statedMatches), { nil: undefined }),
      bound: fc.option(fc.constantFrom(...bindings), { nil: undefined }),
    });
    fc.assert(
      fc.property(seen, fc.constantFrom('zh', 'en'), (rating, language) => {
        const { proofClass, proofName } = proofClassView(rating, language);
        expect(proofClasses).toContain(proofClass);
        expect(proofName.length).toBeGreaterThan(4);
      }),
    );
  });
});
