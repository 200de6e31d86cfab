/** Decrypts the texts that a record needs. The plain text exists only while one record is built. */
import type { Case } from '../../../shared/domain/case/case.ts';
import type { PlainApplicant } from '../../../shared/domain/exchange/record/case-record.ts';
import type { PlainStep } from '../../../shared/domain/exchange/record/step-effects.table.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import type { Step } from '../../../shared/domain/ticket/step/step.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { applicantPlace } from '../../case/applicant.ts';
import { textPlace } from '../../rating/receive-rating.ts';
import { notePlace } from '../../ticket/command.ts';

export const decryptApplicant = async (
  { projectNo, applicant }: Case,
  keys: KeyRing,
): Promise<PlainApplicant> =>
  JSON.parse(await keys.decrypt(applicant.sealed, applicantPlace(projectNo))) as PlainApplicant;

export const decryptText = async (
  { sealedText, projectNo, serviceNumber }: Rating,
  keys: KeyRing,
): Promise<string | undefined> =>
  sealedText && keys.decrypt(sealedText, textPlace(projectNo, serviceNumber));

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
  province_step: false,
  escalated: false,
  contact_overdue: false,
  overdue: false,
  review_overdue: false,
  hardship_review_due: false,
  recounted: false,
} as const satisfies Record<Step['type'], boolean>;

export const decryptStep = async (step: Step, keys: KeyRing): Promise<PlainStep> => {
  if (!hasReportedWords[step.type]) return step;
  const place = notePlace(step.ticketId);
  const decryptSealed = async (sealed: string | undefined) => sealed && keys.decrypt(sealed, place);
  const [note, answer] = await Promise.all([
    decryptSealed(step.sealedNote),
    decryptSealed(step.sealedAnswer),
  ]);
  return { ...step, note, answer };
};
