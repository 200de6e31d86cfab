import { createHmac } from 'node:crypto';

import type { ApplicantFacts } from '../../events/case/event.ts';
import { hasNewerMobile, tellsMore } from '../../shared/domain/case/applicant.ts';
import type { Applicant, ApplicantMarks } from '../../shared/domain/case/applicant.ts';
import { maskMobile, maskName } from '../../shared/domain/text/masking.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';

/** The event that names an applicant. */
export interface Told {
  readonly projectNo: string;
  readonly at: Instant;
}

type Named = Omit<ApplicantFacts, 'kind'>;

/** Returns the encryption context of an applicant's data. */
export const applicantPlace = (projectNo: string): string => `case/${projectNo}/applicant`;

/**
 * Computes keyed digests that include the case number, so equal digests of two cases do not reveal
 * that the person is the same.
 */
const marksOf = async (
  { name, certificate, mobile }: Named,
  { projectNo, at }: Told,
  keys: KeyRing,
): Promise<ApplicantMarks> => {
  const key = await keys.key('fingerprint');
  const computeMark = (...parts: readonly string[]): string =>
    createHmac('sha256', key)
      .update(JSON.stringify(['applicant', projectNo, ...parts]))
      .digest('base64url');
  return {
    name: computeMark('name', name),
    ...(certificate && {
      certificate: computeMark('certificate', certificate.type, certificate.number),
    }),
    ...(mobile !== undefined && { mobile: computeMark('mobile', mobile), mobileAt: at }),
  };
};

const maskedMobileOf = ({ mobile }: Named): string | undefined =>
  mobile === undefined ? undefined : maskMobile(mobile);

/** Returns the applicant for storage: masked values in plain text, and all data encrypted. */
export const applicantOf = async (
  { kind, ...named }: ApplicantFacts,
  told: Told,
  keys: KeyRing,
): Promise<Applicant> => ({
  kind,
  maskedName: maskName(named.name, kind === 'person' ? 'person' : 'organisation'),
  maskedMobile: maskedMobileOf(named),
  sealed: await keys.encrypt(JSON.stringify(named), applicantPlace(told.projectNo)),
  marks: await marksOf(named, told, keys),
});

/**
 * Adds what a later header says and encrypts the result again. Returns the known applicant when
 * there is nothing new.
 */
export const completeApplicant = async (
  known: Applicant,
  told: Applicant,
  { projectNo, keys }: { readonly projectNo: string; readonly keys: KeyRing },
): Promise<Applicant> => {
  if (!known.marks || !told.marks || !tellsMore(known, told)) return known;
  const place = applicantPlace(projectNo);
  const decryptApplicant = async ({ sealed }: Applicant) =>
    JSON.parse(await keys.decrypt(sealed, place)) as Named;
  const [before, now] = await Promise.all([decryptApplicant(known), decryptApplicant(told)]);
  const newer = hasNewerMobile(known, told);
  const { mobile, mobileAt } = told.marks;
  const named = { ...now, ...before, ...(newer && { mobile: now.mobile }) };
  return {
    ...known,
    maskedMobile: maskedMobileOf(named),
    sealed: await keys.encrypt(JSON.stringify(named), place),
    marks: { ...told.marks, ...known.marks, ...(newer && { mobile, mobileAt }) },
  };
};
