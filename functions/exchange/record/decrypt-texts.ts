/**
 * Decrypts the texts that a record needs. The plain text exists only while one record is built, and
 * numbers of persons in it are masked before it leaves.
 */
import type { Case } from '../../../shared/domain/case/case.ts';
import type { PlainApplicant } from '../../../shared/domain/exchange/record/case-record.ts';
import type { PlainStep } from '../../../shared/domain/exchange/record/step-effects.table.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { erasedWords, isErased } from '../../../shared/domain/text/erased.ts';
import { maskPersonal } from '../../../shared/domain/text/personal-data.ts';
import type { Step } from '../../../shared/domain/ticket/step/step.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { applicantPlace } from '../../case/applicant.ts';
import { textPlace } from '../../rating/receive-rating.ts';
import { notePlace } from '../../ticket/command.ts';

/** What was erased after its period stands in every field, so that the check of the fields finds it. */
const erasedApplicant = { name: erasedWords, certificate: { number: erasedWords } } as const;

export const decryptApplicant = async (
  { projectNo, applicant }: Case,
  keys: KeyRing,
): Promise<PlainApplicant> => {
  if (isErased(applicant.sealed)) return erasedApplicant;
  return JSON.parse(
    await keys.decrypt(applicant.sealed, applicantPlace(projectNo)),
  ) as PlainApplicant;
};

const decryptMasked = async (
  sealed: string | undefined,
  place: string,
  keys: KeyRing,
): Promise<string | undefined> => sealed && maskPersonal(await keys.decrypt(sealed, place));

export const decryptText = (
  { sealedText, projectNo, serviceNumber }: Rating,
  keys: KeyRing,
): Promise<string | undefined> =>
  decryptMasked(sealedText, textPlace(projectNo, serviceNumber), keys);

/** Only these steps have texts with a field in the report; all other texts stay encrypted. */
const hasReportedWords = {
  opened: false,
  contacted: false,
  found: false,
  claimed: true,
  ruled: false,
  reviewed: false,
  transfer_asked: false,
  transfer_declined: false,
  transferred: false,
  submitted: true,
  approved: false,
  returned: false,
  urged: false,
  unmasked: false,
  appended: false,
  voided: false,
  province_step: false,
  escalated: false,
  contact_overdue: false,
  overdue: false,
  review_overdue: false,
  review_raised: false,
  claim_lapsed: false,
  hardship_review_due: false,
  recounted: false,
} as const satisfies Record<Step['type'], boolean>;

export const decryptStep = async (step: Step, keys: KeyRing): Promise<PlainStep> => {
  if (!hasReportedWords[step.type]) return step;
  const place = notePlace(step.ticketId);
  const [note, answer] = await Promise.all([
    decryptMasked(step.sealedNote, place, keys),
    decryptMasked(step.sealedAnswer, place, keys),
  ]);
  return { ...step, note, answer };
};
