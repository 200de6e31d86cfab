import { describe, expect, it } from 'vitest';

import { isVerified } from '../../../shared/domain/case/certificate.ts';
import type { Certificate } from '../../../shared/domain/case/certificate.ts';

describe('the number of a document', () => {
  it.each<[Certificate['type'], string, boolean]>([
    ['resident_identity_card', '330602199003070016', true],
    ['resident_identity_card', '911124198108030024', true],
    ['resident_identity_card', '330602199003070017', false],
    ['unified_social_credit_code', '11330602MB1A2B3C46', true],
    ['unified_social_credit_code', '91350203M0001QKT19', false],
    ['permanent_residence_card', '911124198108030024', true],
    ['permanent_residence_card', '911124198108030014', false],
    ['hong_kong_macao_taiwan_residence_permit', '810000199408230021', true],
    ['hong_kong_macao_taiwan_residence_permit', '810000199408230022', false],
    ['hong_kong_macao_taiwan_residence_permit', '330602199003070016', false],
    ['hong_kong_macao_taiwan_residence_permit', '330602198103070019', false],
    ['business_licence', '11330602MB1A2B3C46', true],
    ['business_licence', '330600000012345', false],
    ['passport', 'E00000001', false],
    ['other', '330602199003070016', false],
  ])('%s %s is confirmed: %s', (type, number, confirmed) => {
    expect(isVerified({ type, number })).toBe(confirmed);
  });
});
