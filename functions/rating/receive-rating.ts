import { contactOf } from '../../shared/domain/case/case.ts';
import type { Case, Contact } from '../../shared/domain/case/case.ts';
import type { TagRules } from '../../shared/domain/rating/indicator.ts';
import { acceptsRetired, bindRating, checkDraft } from '../../shared/domain/rating/rating.ts';
import type { Rating, RatingDraft, RatingOrigin } from '../../shared/domain/rating/rating.ts';
import type { OpenedTicket } from '../../shared/domain/ticket/open-ticket.ts';
import { ticketIdOf } from '../../shared/domain/ticket/ticket.ts';
import { isAhead } from '../../shared/domain/time/clock-tolerance.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { Rulebook, RulesInForce } from '../../shared/port/policy/rulebook.ts';
import type { RatingStore } from '../../shared/port/rating/store.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { rulesUnder } from '../../shared/rules.ts';
import { applicantMark } from '../case/applicant/mark.ts';
import type { ApplicantMarkDeps } from '../case/applicant/mark.ts';
import { rulesForDraft } from './draft-rules.ts';
import { openingFor } from './opening.ts';
import type { OpeningDeps } from './opening.ts';
import { ratingOfSender } from './repeat/rating-of-sender.ts';
import { fingerprintOf, senderOf } from './repeat/sender.ts';
import type { Sender } from './repeat/sender.ts';

export interface RatingDeps extends ApplicantMarkDeps, OpeningDeps {
  readonly now: Now;
  readonly cases: CaseStore;
  readonly ratings: RatingStore;
  readonly tickets: TicketStore;
  readonly rulebook: Rulebook;
}

export interface Rated {
  readonly known: Case;
  readonly contact: Contact;
}

/** Returns a contact of the case. */
export const contactIn = (known: Case, serviceNumber: number): Rated => {
  const contact = contactOf(known, serviceNumber);
  if (contact === undefined) throw new Problem('contact_unknown');
  return { known, contact };
};

/** Returns the contact to rate. The problem says whether the case or the contact is missing. */
export const ratedContact = async (
  cases: CaseStore,
  { projectNo, serviceNumber }: { projectNo: string; serviceNumber: number },
): Promise<Rated> => {
  const known = await cases.find(projectNo);
  if (known === undefined) throw new Problem('case_unknown');
  return contactIn(known, serviceNumber);
};

/** Returns the encryption context of a resident's text. */
export const textPlace = (projectNo: string, serviceNumber: number): string =>
  `rating/${projectNo}/${serviceNumber}`;

export const sealText = async (
  keys: KeyRing,
  text: string | undefined,
  { known, contact }: Rated,
): Promise<string | undefined> =>
  text === undefined || text === ''
    ? undefined
    : keys.encrypt(text, textPlace(known.projectNo, contact.serviceNumber));

/** Returns the resident's own words; undefined when there are none. */
export const openText = async (
  keys: Pick<KeyRing, 'decrypt'>,
  {
    sealedText,
    projectNo,
    serviceNumber,
  }: Pick<Rating, 'projectNo' | 'sealedText' | 'serviceNumber'>,
): Promise<string | undefined> =>
  sealedText && keys.decrypt(sealedText, textPlace(projectNo, serviceNumber));

interface DraftRules extends TagRules, Pick<RulesInForce, 'policy'> {
  readonly at: Instant;
}

/** Returns the problem of an invalid draft. Also used before a draft is stored for later. */
export const wrongIn = (
  draft: RatingDraft,
  { contact }: Rated,
  { at, ...rules }: DraftRules,
): Problem | undefined => {
  const check = checkDraft(draft, rules);
  if (!check.ok) return new Problem(check.reason, { fact: check.code });
  return isAhead(contact.at, at) ? new Problem('contact_not_yet') : undefined;
};

/**
 * Whether the rating happened in a system that this one does not control. Nothing in it is refused;
 * what cannot be read or believed is among its doubts.
 */
export const isFact = ({ proof }: Pick<Rating, 'proof'>): boolean => proof === 'center';

export interface Submission {
  readonly rated: Rated;
  readonly draft: RatingDraft;
  /** It was checked when it arrived, or two persons took it up: it is stored as it was made. */
  readonly isDecided?: true;
  readonly sender: Sender;
  readonly origin: Omit<
    RatingOrigin,
    'receivedAt' | 'fingerprint' | 'sealedText' | 'sender' | 'applicantMark'
  >;
}

export interface Received {
  readonly rating: Rating;
  readonly repeated: boolean;
  /** A repeat with other words, which are not stored: a first rating never changes. */
  readonly differs: boolean;
  /** The first step of the ticket that the rating opened; it never changes. */
  readonly opened?: OpenedTicket['first'] | undefined;
}

/**
 * Returns the stored result for what the same sender sends again, by the rules at that time,
 * whatever rules apply today.
 */
const repeatOf = async (rating: Rating, sent: Rating, deps: RatingDeps): Promise<Received> => {
  const steps = await deps.tickets.steps(ticketIdOf(rating));
  const opened = steps.find((step) => step.type === 'opened');
  return { rating, repeated: true, differs: rating.fingerprint !== sent.fingerprint, opened };
};

/** A repeat is accepted even when today's rules refuse it: it was valid when first sent. */
const repeatOrRefuse = async (
  wrong: Problem,
  sent: Rating,
  deps: RatingDeps,
): Promise<Received> => {
  const first = await deps.ratings.find(sent);
  const own = first && (await ratingOfSender(first, sent, deps));
  if (own === undefined) throw wrong;
  return repeatOf(own, sent, deps);
};

const bindSubmission = async (
  { rated, draft, origin, sender }: Submission,
  deps: RatingDeps,
): Promise<Rating> => {
  const { keys } = deps;
  const receivedAt = deps.now();
  const key = {
    projectNo: rated.known.projectNo,
    serviceNumber: rated.contact.serviceNumber,
  };
  return bindRating(rated, draft, {
    ...origin,
    receivedAt,
    fingerprint: await fingerprintOf(keys, key, draft),
    sender: await senderOf(keys, key, sender),
    sealedText: await sealText(keys, draft.text, rated),
    applicantMark: await applicantMark(rated.known, receivedAt, deps),
  });
};

/**
 * Stores a rating, for every channel: validates it, binds it to its contact, and writes it once
 * together with the ticket it opens. Its sender is answered again with the first result, whatever
 * is sent; everybody else is refused, also with the same words.
 */
export const receiveRating = async (
  submission: Submission,
  deps: RatingDeps,
): Promise<Received> => {
  const { rated, draft, origin, isDecided } = submission;
  const { policy, calendar, indicators } = await rulesForDraft(draft, deps.rulebook);
  const rating = await bindSubmission(submission, deps);
  const acceptRetired = acceptsRetired[origin.proof];
  const wrong =
    isDecided || isFact(rating)
      ? undefined
      : wrongIn(draft, rated, { policy, indicators, acceptRetired, at: rating.receivedAt });
  if (wrong !== undefined) return repeatOrRefuse(wrong, rating, deps);
  const opened = await openingFor(rating, rulesUnder(policy, calendar), deps);
  const recorded = await deps.ratings.record(rating, opened);
  if (!recorded.ok) {
    const own = await ratingOfSender(recorded.existing, rating, deps);
    if (own === undefined) throw new Problem('already_rated');
    return repeatOf(own, rating, deps);
  }
  return { rating, repeated: false, differs: false, opened: opened?.first };
};
