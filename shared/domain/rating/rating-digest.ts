import { canonicalJson, omitUndefined } from '../text/canonical-json.ts';
import type { Digest } from '../text/digest.ts';
import { digestOfSealed } from '../text/erased.ts';
import { namesOf } from '../text/names-of.ts';
import type { Rating } from './rating.ts';

/**
 * The version of the digest that binds each member first. A new member gets a new version, so that
 * the digests that are stored stay what they are. The words are bound by the digest of their
 * encrypted text, so that they can be erased; a contest is no part of what was said.
 */
const boundSince = {
  projectNo: 1,
  serviceNumber: 1,
  assessNumber: 1,
  level: 1,
  tags: 1,
  contactConsent: 1,
  channel: 1,
  proof: 1,
  origin: 1,
  receivedAt: 1,
  claimedAt: 1,
  claimImplausible: 2,
  fingerprint: 1,
  clientRef: 1,
  pad: 1,
  bound: 2,
  heldSince: 2,
  takenUp: 2,
  issuer: 2,
  issuedAt: 2,
  match: 2,
  applicantMark: 2,
  trace: 2,
  accessKey: 1,
  publishConsent: 2,
  sender: 2,
  generation: 2,
  enteredBy: 1,
  doubts: 2,
  creditCode: 1,
  area: 1,
  matterCode: 1,
  hall: 1,
  window: 1,
  staffId: 1,
} as const satisfies Record<Exclude<keyof Rating, 'sealedText' | 'contested'>, 1 | 2>;

type DigestVersion = (typeof boundSince)[keyof typeof boundSince];

/**
 * The text says its version from the second on: otherwise a member could be added to a rating whose
 * older digest does not bind it.
 */
const digestOf = (rating: Rating, version: DigestVersion, digest: Digest): string => {
  const names = namesOf(boundSince).filter((name) => boundSince[name] <= version);
  const bound = Object.fromEntries(names.map((name) => [name, rating[name]]));
  const words = rating.sealedText && digestOfSealed(rating.sealedText, digest);
  const v = version === 1 ? undefined : version;
  return digest(canonicalJson(omitUndefined({ ...bound, words, v })));
};

/**
 * Returns the digest that binds a rating into the audit chain of its ticket. It says nothing of the
 * words once their key is destroyed.
 */
export const ratingDigest = (rating: Rating, digest: Digest): string => digestOf(rating, 2, digest);

/** Whether a digest of any version is that of the rating. */
export const isDigestOf = (stored: string, rating: Rating, digest: Digest): boolean =>
  stored === digestOf(rating, 2, digest) || stored === digestOf(rating, 1, digest);
