import type { Case } from '../../../shared/domain/case/case.ts';
import type { Certificate } from '../../../shared/domain/case/certificate.ts';
import type { StatedMatch } from '../../../shared/domain/rating/proof/provenance.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { certificateMark, decryptApplicant } from '../applicant.ts';

/** The certificate with which a person is signed in by real name. */
interface StatedPerson {
  readonly certificate: Certificate;
}

/**
 * Compares a person with the applicant of a case by the mark of the certificate. Certificates of
 * different types say nothing: an organisation is represented by a person, and a person may have
 * applied with a passport.
 */
export const matchPerson = async (
  { certificate }: StatedPerson,
  { applicant, projectNo }: Case,
  keys: KeyRing,
): Promise<StatedMatch> => {
  if (applicant.marks?.certificate === undefined) return 'not_comparable';
  const mark = await certificateMark(certificate, projectNo, keys);
  if (mark === applicant.marks.certificate) return 'matched';
  const named = await decryptApplicant(applicant, projectNo, keys);
  return named.certificate?.type === certificate.type ? 'other' : 'not_comparable';
};
