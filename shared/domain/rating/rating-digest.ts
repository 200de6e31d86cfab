import { canonicalJson, omitUndefined } from '../text/canonical-json.ts';
import type { Digest } from '../text/digest.ts';
import type { Rating } from './rating.ts';

/** A new member of a rating is not added here, so that no digest that is stored changes. */
const boundMembers = [
  'projectNo',
  'serviceNumber',
  'assessNumber',
  'level',
  'tags',
  'contactConsent',
  'channel',
  'proof',
  'origin',
  'receivedAt',
  'claimedAt',
  'fingerprint',
  'clientRef',
  'pad',
  'accessKey',
  'enteredBy',
  'creditCode',
  'area',
  'matterCode',
  'hall',
  'window',
  'staffId',
] as const satisfies readonly (keyof Rating)[];

/**
 * Returns the digest that binds a rating into the audit chain of its ticket. The words are covered
 * by the digest of their encrypted text, which says nothing once their key is destroyed.
 */
export const ratingDigest = (rating: Rating, digest: Digest): string => {
  const bound = Object.fromEntries(boundMembers.map((name) => [name, rating[name]]));
  const words = rating.sealedText === undefined ? undefined : digest(rating.sealedText);
  return digest(canonicalJson(omitUndefined({ ...bound, words })));
};
