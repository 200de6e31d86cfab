import { createHmac } from 'node:crypto';

import type { Case } from '../../../shared/domain/case/case.ts';
import { toCode } from '../../../shared/domain/number/written-form.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { PeriodKeys } from '../../../shared/port/rating/period-keys.ts';
import { decryptApplicant } from '../applicant.ts';

export interface ApplicantMarkDeps {
  readonly keys: KeyRing;
  readonly periodKeys: PeriodKeys;
}

/** Bytes of a mark: enough to tell the applicants of a month apart. */
const markBytes = 16;

/**
 * Returns a keyed digest that is equal for one applicant over all cases of a month, and tells nothing
 * once the key of the month is deleted. Undefined when the case names neither a certificate nor a
 * mobile number: many people have the same name.
 */
export const applicantMark = async (
  { applicant, projectNo }: Case,
  at: Instant,
  { keys, periodKeys }: ApplicantMarkDeps,
): Promise<string | undefined> => {
  const { certificate, mobile } = await decryptApplicant(applicant, projectNo, keys);
  const identity = certificate === undefined ? mobile : toCode(certificate.number);
  if (identity === undefined) return undefined;
  const digest = createHmac('sha256', await periodKeys.key('applicant', at)).update(identity);
  return digest.digest().subarray(0, markBytes).toString('base64url');
};
