import { createHmac } from 'node:crypto';

import { contactOf } from '../../shared/domain/case.ts';
import type { Case, Contact } from '../../shared/domain/case.ts';
import { bindRating, checkDraft, said } from '../../shared/domain/rating.ts';
import type { Rating, RatingDraft, RatingOrigin } from '../../shared/domain/rating.ts';
import { openTicket } from '../../shared/domain/ticket.ts';
import type { Rules } from '../../shared/domain/ticket.ts';
import { Problem } from '../../shared/http/problem.ts';
import { receiptOf } from '../../shared/http/receipt.ts';
import type { CaseStore } from '../../shared/port/case-store.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { RatingStore } from '../../shared/port/rating-store.ts';

export interface RatingDoor {
  readonly now: Now;
  readonly keys: KeyRing;
  readonly cases: CaseStore;
  readonly ratings: RatingStore;
  readonly rules: Rules;
}

export interface Rated {
  readonly known: Case;
  readonly contact: Contact;
}

/** The contact that is to be rated; a problem says whether the case or the contact is missing. */
export const ratedContact = async (
  cases: CaseStore,
  { projectNo, serviceNumber }: { projectNo: string; serviceNumber: number },
): Promise<Rated> => {
  const known = await cases.find(projectNo);
  if (known === undefined) throw new Problem('case_unknown');
  const contact = contactOf(known, serviceNumber);
  if (contact === undefined) throw new Problem('contact_unknown');
  return { known, contact };
};

/** The place a resident's words are sealed for. */
export const textPlace = (projectNo: string, serviceNumber: number): string =>
  `rating/${projectNo}/${serviceNumber}`;

/** A keyed digest: the words of a short text could be guessed from a bare one. */
export const fingerprintOf = async (keys: KeyRing, draft: RatingDraft): Promise<string> =>
  createHmac('sha256', await keys.key('fingerprint'))
    .update(said(draft))
    .digest('base64url');

export const sealText = async (
  keys: KeyRing,
  text: string | undefined,
  { known, contact }: Rated,
): Promise<string | undefined> =>
  text === undefined || text === ''
    ? undefined
    : keys.seal(text, textPlace(known.projectNo, contact.serviceNumber));

/** What the draft breaks, as a problem; also asked before anything is stored for later. */
export const refuseWrongDraft = (
  draft: RatingDraft,
  { contact }: Rated,
  door: Pick<RatingDoor, 'now' | 'rules'>,
): void => {
  const check = checkDraft(draft, door.rules.policy);
  if (!check.ok) throw new Problem(check.reason, { fact: check.code });
  if (contact.at > door.now()) throw new Problem('contact_not_yet');
};

export interface Submission {
  readonly rated: Rated;
  readonly draft: RatingDraft;
  readonly origin: Omit<RatingOrigin, 'receivedAt' | 'fingerprint' | 'sealedText'>;
}

export interface Received {
  readonly rating: Rating;
  readonly repeated: boolean;
  readonly receipt: string;
}

/**
 * The one way a rating comes into being, whichever door it came through: checked, bound, written
 * once together with the ticket it opens. The same words again get the first receipt; other words
 * are refused, because a first rating never changes.
 */
export const receiveRating = async (
  submission: Submission,
  door: RatingDoor,
): Promise<Received> => {
  const { rated, draft, origin } = submission;
  refuseWrongDraft(draft, rated, door);
  const rating = bindRating(rated, draft, {
    ...origin,
    receivedAt: door.now(),
    fingerprint: await fingerprintOf(door.keys, draft),
    sealedText: await sealText(door.keys, draft.text, rated),
  });
  const recorded = await door.ratings.record(rating, openTicket(rating, door.rules));
  if (!recorded.ok && recorded.existing.fingerprint !== rating.fingerprint) {
    throw new Problem('already_rated');
  }
  return {
    rating: recorded.ok ? rating : recorded.existing,
    repeated: !recorded.ok,
    receipt: await receiptOf(door.keys, rating),
  };
};
