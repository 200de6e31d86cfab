import { expect, it } from 'vitest';

import { decryptApplicant } from '../../../../functions/exchange/record/decrypt-texts.ts';
import { erasedWords, eraseSealed } from '../../../../shared/domain/text/erased.ts';
import { sha256 } from '../../../../shared/rules.ts';
import { sampleCase } from '../../../contract/suite/sample.ts';
import { day } from '../../../domain/time/shanghai.ts';
import { fakeKeyRing } from '../../../fake/key-ring.ts';

it('an applicant who was erased is nobody, in every field of the report', async () => {
  const known = sampleCase();
  const sealed = eraseSealed(known.applicant.sealed, day('2026-11-20'), sha256);
  const erased = { ...known, applicant: { ...known.applicant, sealed } };
  expect(await decryptApplicant(erased, fakeKeyRing())).toEqual({
    name: erasedWords,
    certificate: { number: erasedWords },
  });
});
