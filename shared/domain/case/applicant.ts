/**
 * 申请人: whether two headers of one case name the same person, and which of them has more data.
 */
import { isSameName } from '../number/written-form.ts';
import { isSameValue } from '../text/canonical-json.ts';
import { isErased } from '../text/erased.ts';
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
 * Keyed digests of the applicant's data, bound to the case. They show whether a later header says
 * the same, and reveal nothing about the person.
 */
export interface ApplicantMarks {
  /** The marks are of the form in which names are compared; older ones are of names as written. */
  readonly form?: 'compared' | undefined;
  readonly name: string;
  readonly certificate?: string | undefined;
  readonly mobile?: string | undefined;
  /** Time of the event that contained the mobile number, because people change numbers. */
  readonly mobileAt?: Instant | undefined;
  /** When the delivery arrived that contained it; older releases did not record it. */
  readonly mobileReceivedAt?: Instant | undefined;
}

/** A mobile number that another one replaced. */
export interface FormerNumber {
  readonly masked: string;
  /** The applicant with it, encrypted as the present one is. */
  readonly sealed: string;
  readonly since?: Instant | undefined;
}

/**
 * What is stored of the applicant in plain text. Everything that identifies a person is in
 * `sealed`.
 */
export interface Applicant {
  readonly kind: ApplicantKind;
  readonly maskedName: string;
  readonly maskedMobile?: string | undefined;
  /** Name, certificate and mobile number, encrypted with the field key and bound to the case. */
  readonly sealed: string;
  /** No check digit confirms the number of the certificate. */
  readonly certificateUnverified?: true | undefined;
  readonly marks?: ApplicantMarks | undefined;
  readonly formerNumbers?: readonly FormerNumber[] | undefined;
}

const isDifferent = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

const mobilesContradict = (a: ApplicantMarks, b: ApplicantMarks): boolean =>
  a.mobileAt === b.mobileAt && isDifferent(a.mobile, b.mobile);

/**
 * Returns whether two headers name different people. Kind, name and certificate of an applicant
 * never change. Of two mobile numbers the later one counts, so only two of the same moment
 * contradict each other. A missing field agrees with every value, and so does a known applicant who
 * was erased.
 */
export const namesAnother = (known: Applicant, told: Applicant): boolean => {
  if (known.kind !== told.kind) return true;
  if (isErased(known.sealed)) return false;
  const [a, b] = [known.marks, told.marks];
  if (a === undefined || b === undefined) return !isSameName(known.maskedName, told.maskedName);
  return (
    isDifferent(a.name, b.name) ||
    isDifferent(a.certificate, b.certificate) ||
    mobilesContradict(a, b)
  );
};

const saidOf = ({ sealed: _sealed, formerNumbers: _former, marks, ...shown }: Applicant) => ({
  ...shown,
  marks: [marks?.name ?? null, marks?.certificate ?? null, marks?.mobile ?? null],
});

/** Returns whether two headers say the same of the applicant, whenever they said it. */
export const isSameApplicant = (a: Applicant, b: Applicant): boolean =>
  isSameValue(saidOf(a), saidOf(b));

/** Returns whether the later header's mobile number replaces the known one. */
export const hasNewerMobile = (known: Applicant, told: Applicant): boolean => {
  const [a, b] = [known.marks, told.marks];
  if (b?.mobile === undefined || a?.mobile === b.mobile) return false;
  return a?.mobileAt === undefined || (b.mobileAt ?? '') > a.mobileAt;
};

/** Returns whether `told` has a certificate or a mobile number that is not known yet. */
export const tellsMore = (known: Applicant, told: Applicant): boolean => {
  if (known.marks === undefined || told.marks === undefined) return false;
  const certified = known.marks.certificate === undefined && told.marks.certificate !== undefined;
  return certified || hasNewerMobile(known, told);
};
