import { createHmac } from 'node:crypto';

import type { Rating, RatingDraft } from '../../../shared/domain/rating/rating.ts';
import { serializeDraft } from '../../../shared/domain/rating/rating.ts';
import { canonicalJson } from '../../../shared/domain/text/canonical-json.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';

/**
 * What only the sender of a rating has: a link or a receipt with the random reference of the page, a
 * number of a pad, an entry of staff. The center has nothing of the kind; what it sends is known by
 * its content, because it is never answered with a receipt.
 */
export type Sender =
  | { readonly by: 'link' | 'receipt'; readonly credential: string; readonly clientRef: string }
  | { readonly by: 'pad'; readonly padId: string; readonly sequence: number }
  | { readonly by: 'entry'; readonly id: string }
  | { readonly by: 'center' };

type ContactKey = Pick<Rating, 'projectNo' | 'serviceNumber'>;

/** A keyed digest: without the key nothing can be guessed from it. */
export const keyedDigest = async (keys: KeyRing, value: unknown): Promise<string> =>
  createHmac('sha256', await keys.key('fingerprint'))
    .update(canonicalJson(value))
    .digest('base64url');

/** The digest of the same words differs from contact to contact, so that it tells nothing. */
export const fingerprintOf = (
  keys: KeyRing,
  { projectNo, serviceNumber }: ContactKey,
  draft: RatingDraft,
): Promise<string> =>
  keyedDigest(keys, ['content', projectNo, serviceNumber, serializeDraft(draft)]);

export const senderOf = async (
  keys: KeyRing,
  { projectNo, serviceNumber }: ContactKey,
  sender: Sender,
): Promise<string | undefined> =>
  sender.by === 'center'
    ? undefined
    : keyedDigest(keys, ['sender', projectNo, serviceNumber, { ...sender }]);

type Sent = Pick<Rating, 'proof' | 'sender' | 'fingerprint' | 'pad'>;

/** A pad may send again what an older version stored, which knew the number alone. */
const isOfNumber = (stored: Sent, sent: Sent): boolean =>
  stored.sender === undefined &&
  stored.pad !== undefined &&
  stored.pad.id === sent.pad?.id &&
  stored.pad.sequence === sent.pad.sequence;

/** Whether `sent` comes from the sender of the stored rating, whatever it says. */
export const isOfSender = (stored: Sent, sent: Sent): boolean => {
  if (sent.proof === 'center') return stored.fingerprint === sent.fingerprint;
  if (isOfNumber(stored, sent)) return true;
  return stored.sender !== undefined && stored.sender === sent.sender;
};
