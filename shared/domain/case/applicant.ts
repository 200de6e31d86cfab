/** 申请人: whether two headers of one case name the same person, and which of them tells more. */
import type { Instant } from '../time/instant.ts';

export const applicantKinds = [
  'person',
  'enterprise',
  'institution',
  'social_organisation',
  'government',
  'other',
] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

/**
 * Keyed digests of what was named, bound to the case: they tell whether a later header says the same,
 * and nothing about the person.
 */
export interface ApplicantMarks {
  readonly name: string;
  readonly certificate?: string | undefined;
  readonly mobile?: string | undefined;
  /** The moment of the event that named the mobile number: people get new ones. */
  readonly mobileAt?: Instant | undefined;
}

/** What is known of the applicant in the open; everything that names a person is in `sealed`. */
export interface Applicant {
  readonly kind: ApplicantKind;
  readonly maskedName: string;
  readonly maskedMobile?: string | undefined;
  /** Name, certificate and mobile under the field key, bound to the case. */
  readonly sealed: string;
  readonly marks?: ApplicantMarks | undefined;
}

const isDifferent = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

const mobilesContradict = (a: ApplicantMarks, b: ApplicantMarks): boolean =>
  a.mobileAt === b.mobileAt && isDifferent(a.mobile, b.mobile);

/**
 * Kind, name and certificate of an applicant never change; of two mobile numbers the later one
 * counts, so only two of the same moment contradict each other. What one of them leaves out agrees.
 */
export const namesAnother = (known: Applicant, told: Applicant): boolean => {
  if (known.kind !== told.kind || known.maskedName !== told.maskedName) return true;
  const [a, b] = [known.marks, told.marks];
  if (a === undefined || b === undefined) return false;
  return (
    isDifferent(a.name, b.name) ||
    isDifferent(a.certificate, b.certificate) ||
    mobilesContradict(a, b)
  );
};

/** Whether the later header's mobile number takes the place of the one that is known. */
export const hasNewerMobile = (known: Applicant, told: Applicant): boolean => {
  const [a, b] = [known.marks, told.marks];
  if (b?.mobile === undefined || a?.mobile === b.mobile) return false;
  return a?.mobileAt === undefined || (b.mobileAt ?? '') > a.mobileAt;
};

/** Whether what is told has a certificate or a mobile number that is not known yet. */
export const tellsMore = (known: Applicant, told: Applicant): boolean => {
  if (known.marks === undefined || told.marks === undefined) return false;
  const certified = known.marks.certificate === undefined && told.marks.certificate !== undefined;
  return certified || hasNewerMobile(known, told);
};
