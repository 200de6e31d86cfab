import type { Signed } from '../../access/signed.ts';
import type { Instant } from '../../time/instant.ts';
import type { Provenance } from '../proof/provenance.ts';
import type { Rating, RatingDraft } from '../rating.ts';
import type { Contest } from './contest.ts';

const countedWith = ({ creditCode, area, matterCode, hall, window, staffId }: Rating) => ({
  creditCode,
  area,
  matterCode,
  hall,
  window,
  staffId,
});

const provenanceOf = ({ issuer, issuedAt, match, applicantMark, trace }: Contest): Provenance => ({
  issuer,
  issuedAt,
  match,
  applicantMark,
  trace,
});

/**
 * Returns when the resident said it: what took the place of a contested rating was said with the
 * contest, long before the ruling.
 */
export const saidAt = ({
  generation,
  heldSince,
  receivedAt,
}: Pick<Rating, 'generation' | 'heldSince' | 'receivedAt'>): Instant =>
  generation === undefined ? receivedAt : (heldSince ?? receivedAt);

/**
 * Returns the rating that an upheld contest makes of what was said with it. It counts where the first
 * one counted, because it is about the same contact, and it is received with the ruling: until then
 * the other rating counted, and no clock can have run. Its marks are under the keys of the time at
 * which it arrived (`heldSince`).
 */
export const secondGeneration = (
  first: Rating,
  contest: Contest,
  {
    draft,
    signed,
    sealedText,
  }: {
    readonly draft: RatingDraft;
    readonly signed: Signed;
    readonly sealedText: string | undefined;
  },
): Rating => ({
  projectNo: first.projectNo,
  serviceNumber: first.serviceNumber,
  assessNumber: 1,
  generation: (first.generation ?? 1) + 1,
  level: draft.level,
  tags: draft.tags.toSorted(),
  contactConsent: draft.contactConsent,
  ...(draft.publishConsent === true && { publishConsent: true }),
  sealedText,
  channel: contest.channel,
  proof: 'token',
  origin: 'active',
  receivedAt: signed.at,
  heldSince: contest.at,
  takenUp: signed,
  fingerprint: contest.fingerprint,
  sender: contest.sender,
  ...provenanceOf(contest),
  ...countedWith(first),
});
