import { createHmac } from 'node:crypto';

import type { ApplicantFacts } from '../../events/case/event.ts';
import { hasNewerMobile, tellsMore } from '../../shared/domain/case/applicant.ts';
import type { Applicant, ApplicantMarks } from '../../shared/domain/case/applicant.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { isVerified } from '../../shared/domain/case/certificate.ts';
import type { Certificate } from '../../shared/domain/case/certificate.ts';
import { withFormer } from '../../shared/domain/case/number-at.ts';
import { nameForm, toCode } from '../../shared/domain/number/written-form.ts';
import { erasedWords, isErased } from '../../shared/domain/text/erased.ts';
import { maskMobile, maskName } from '../../shared/domain/text/masking.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';

/** The event that names an applicant. */
export interface Told {
  readonly projectNo: string;
  readonly at: Instant;
  /** When the delivery with it arrived. */
  readonly receivedAt: Instant;
}

type Named = Omit<ApplicantFacts, 'kind'>;

/** Returns the encryption context of an applicant's data. */
export const applicantPlace = (projectNo: string): string => `case/${projectNo}/applicant`;

const markOf = async (
  projectNo: string,
  parts: readonly string[],
  keys: KeyRing,
): Promise<string> =>
  createHmac('sha256', await keys.key('fingerprint'))
    .update(JSON.stringify(['applicant', projectNo, ...parts]))
    .digest('base64url');

/** Returns the mark of a certificate in a case. */
export const certificateMark = (
  { type, number }: Certificate,
  projectNo: string,
  keys: KeyRing,
): Promise<string> => markOf(projectNo, ['certificate', type, toCode(number)], keys);

type Dated = Pick<ApplicantMarks, 'mobileAt' | 'mobileReceivedAt'>;

/**
 * Computes keyed digests that include the case number, so equal digests of two cases do not reveal
 * that the person is the same.
 */
const marksOf = async (
  { name, certificate, mobile }: Named,
  { projectNo, mobileAt, mobileReceivedAt }: Pick<Told, 'projectNo'> & Dated,
  keys: KeyRing,
): Promise<ApplicantMarks> => {
  return {
    form: 'compared',
    name: await markOf(projectNo, ['name', nameForm(name)], keys),
    ...(certificate && { certificate: await certificateMark(certificate, projectNo, keys) }),
    ...(mobile !== undefined && {
      mobile: await markOf(projectNo, ['mobile', mobile], keys),
      mobileAt,
      mobileReceivedAt,
    }),
  };
};

const unverifiedOf = ({ certificate }: Named): Pick<Applicant, 'certificateUnverified'> =>
  certificate === undefined || isVerified(certificate) ? {} : { certificateUnverified: true };

const maskedMobileOf = ({ mobile }: Named): string | undefined =>
  mobile === undefined ? undefined : maskMobile(mobile);

/** Returns the applicant for storage: masked values in plain text, and all data encrypted. */
export const applicantOf = async (
  { kind, ...named }: ApplicantFacts,
  { projectNo, at: mobileAt, receivedAt: mobileReceivedAt }: Told,
  keys: KeyRing,
): Promise<Applicant> => ({
  kind,
  maskedName: maskName(named.name, kind === 'person' ? 'person' : 'organisation'),
  maskedMobile: maskedMobileOf(named),
  sealed: await keys.encrypt(JSON.stringify(named), applicantPlace(projectNo)),
  ...unverifiedOf(named),
  marks: await marksOf(named, { projectNo, mobileAt, mobileReceivedAt }, keys),
});

/** Returns no certificate and no number of an applicant who was erased after the period. */
export const decryptApplicant = async (
  { sealed }: Pick<Applicant, 'sealed'>,
  projectNo: string,
  keys: KeyRing,
): Promise<Named> =>
  isErased(sealed)
    ? { name: erasedWords }
    : (JSON.parse(await keys.decrypt(sealed, applicantPlace(projectNo))) as Named);

/**
 * Returns a stored applicant with marks in the form in which names are compared today. Marks of the
 * name as it was written would tell the same person, written otherwise, from herself.
 */
export const withComparedMarks = async (known: Case, keys: KeyRing): Promise<Case> => {
  const { applicant, projectNo } = known;
  const { marks } = applicant;
  if (marks === undefined || marks.form === 'compared') return known;
  const named = await decryptApplicant(applicant, projectNo, keys);
  const { mobileAt, mobileReceivedAt } = marks;
  const renewed = await marksOf(named, { projectNo, mobileAt, mobileReceivedAt }, keys);
  return { ...known, applicant: { ...applicant, marks: renewed } };
};

/**
 * Adds what a later header says to the applicant of a case, and encrypts the result again. Returns the
 * known applicant when there is nothing new.
 */
export const completeApplicant = async (
  handled: Case,
  told: Applicant,
  keys: KeyRing,
): Promise<Applicant> => {
  const { projectNo, applicant: known } = handled;
  if (!known.marks || !told.marks || !tellsMore(known, told)) return known;
  const [before, now] = await Promise.all([
    decryptApplicant(known, projectNo, keys),
    decryptApplicant(told, projectNo, keys),
  ]);
  const newer = hasNewerMobile(known, told);
  const { mobile, mobileAt, mobileReceivedAt } = told.marks;
  const named = { ...now, ...before, ...(newer && { mobile: now.mobile }) };
  return {
    ...known,
    maskedMobile: maskedMobileOf(named),
    sealed: await keys.encrypt(JSON.stringify(named), applicantPlace(projectNo)),
    ...unverifiedOf(named),
    marks: {
      ...told.marks,
      ...known.marks,
      ...(newer && { mobile, mobileAt, mobileReceivedAt }),
    },
    ...(newer && { formerNumbers: withFormer(handled) }),
  };
};
