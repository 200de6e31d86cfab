import { createHmac } from 'node:crypto';

import type { Case } from '../../shared/domain/case/case.ts';
import { numbersAt } from '../../shared/domain/case/number-at.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import { ticketIdOf } from '../../shared/domain/ticket/ticket.ts';
import { civilDateOf } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { decryptApplicant } from '../case/applicant.ts';

/** Returns the applicant's mobile number. Only what sends a message right now may ask for it. */
export const mobileOf = async (
  { applicant, projectNo }: Case,
  keys: KeyRing,
): Promise<string | undefined> =>
  applicant.maskedMobile === undefined
    ? undefined
    : (await decryptApplicant(applicant, projectNo, keys)).mobile;

/** Returns the number that the case had at a moment, as long as nothing of it is erased. */
export const mobileAt = async (
  known: Case,
  moment: Instant,
  keys: KeyRing,
): Promise<string | undefined> => {
  const { before } = numbersAt(known, moment);
  return before && (await decryptApplicant(before, known.projectNo, keys)).mobile;
};

const markOf = async (keys: KeyRing, parts: readonly string[]): Promise<string> =>
  createHmac('sha256', await keys.key('fingerprint'))
    .update(JSON.stringify(parts))
    .digest('base64url');

/** Returns the keyed digest under which a person's choice is kept. */
export const recipientMark = (mobile: string, keys: KeyRing): Promise<string> =>
  markOf(keys, ['recipient', mobile]);

/** The same for a case without a number: that it has none is not told, so a choice is kept as well. */
export const caseMark = (projectNo: string, keys: KeyRing): Promise<string> =>
  markOf(keys, ['recipient-of-case', projectNo]);

/** The same for one rating, whatever number the case has. */
export const ratingMark = (
  {
    projectNo,
    serviceNumber,
    generation,
  }: Pick<Rating, 'projectNo' | 'serviceNumber' | 'generation'>,
  keys: KeyRing,
): Promise<string> =>
  markOf(keys, ['rating', ticketIdOf({ projectNo, serviceNumber, generation })]);

/** Returns the keyed digest under which the messages of a day are counted; each day has its own. */
export const dayMark = (mobile: string, at: Instant, keys: KeyRing): Promise<string> =>
  markOf(keys, ['recipient', mobile, civilDateOf(at)]);
