import { createHmac } from 'node:crypto';

import { clientFamilyOf } from '../../../shared/domain/rating/proof/client-family.ts';
import { networkOf } from '../../../shared/domain/rating/proof/network.ts';
import type { RatingKey } from '../../../shared/domain/rating/rating-key.ts';
import type { HttpRequest } from '../../../shared/http/edge.ts';
import type { Now } from '../../../shared/port/clock.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { PeriodKeys } from '../../../shared/port/rating/period-keys.ts';
import { sealWith } from '../../../shared/seal.ts';

export interface TraceDeps {
  readonly now: Now;
  readonly keys: KeyRing;
  readonly periodKeys: PeriodKeys;
}

/** Bytes of a digest: enough to tell networks apart. */
const digestBytes = 12;

/** Returns the encryption context of a trace; that of a follow-up cannot stand for the first one's. */
export const tracePlace = ({ projectNo, serviceNumber, assessNumber }: RatingKey): string =>
  `rating/${projectNo}/${serviceNumber}/${assessNumber === 1 ? 'trace' : 'follow-up-trace'}`;

const networkDigest = async (address: string, keys: KeyRing): Promise<string | null> => {
  const network = networkOf(address);
  if (network === undefined) return null;
  const digest = createHmac('sha256', await keys.key('network'))
    .update(network)
    .digest();
  return digest.subarray(0, digestBytes).toString('base64url');
};

/**
 * Returns from which network and kind of program a request came: a keyed digest of the network and
 * the family, never the address or the program's own words. It is sealed with the key of its day,
 * which is deleted after 90 days, because a rating itself is never changed.
 */
export const traceOf = async (
  { requestContext, headers }: HttpRequest,
  rating: RatingKey,
  { keys, periodKeys, now }: TraceDeps,
): Promise<string> => {
  const network = await networkDigest(requestContext.http.sourceIp, keys);
  const seen = JSON.stringify([network, clientFamilyOf(headers['user-agent'] ?? '')]);
  const key = await periodKeys.key('trace', now());
  return sealWith(key, seen, tracePlace(rating));
};
