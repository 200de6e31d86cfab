import { createHmac } from 'node:crypto';

import type { Case } from '../../shared/domain/case/case.ts';
import { civilDateOf } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { applicantPlace } from '../case/applicant.ts';

/** Returns the applicant's mobile number. Only what sends a message right now may ask for it. */
export const mobileOf = async (
  { applicant, projectNo }: Case,
  keys: KeyRing,
): Promise<string | undefined> => {
  if (applicant.maskedMobile === undefined) return undefined;
  const opened = await keys.decrypt(applicant.sealed, applicantPlace(projectNo));
  return (JSON.parse(opened) as { readonly mobile?: string }).mobile;
};

/**
 * Whether the case had its number before `moment`, by when the event with it arrived: the time that a
 * system states for an event proves nothing. After a hand-over the new system may have replaced the
 * event, and nothing says any more when the number came.
 */
export const hadNumberBefore = (
  { applicant, timeline, handOvers = [] }: Case,
  moment: Instant,
): boolean => {
  const mobileAt = applicant.marks?.mobileAt;
  if (handOvers.some(({ at }) => at > moment)) return false;
  if (mobileAt === undefined) return true;
  const arrived = timeline
    .filter(({ at }) => at === mobileAt)
    .map(({ at, receivedAt = at }) => receivedAt);
  return [mobileAt, ...arrived].every((known) => known <= moment);
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

/** Returns the keyed digest under which the messages of a day are counted; each day has its own. */
export const dayMark = (mobile: string, at: Instant, keys: KeyRing): Promise<string> =>
  markOf(keys, ['recipient', mobile, civilDateOf(at)]);
