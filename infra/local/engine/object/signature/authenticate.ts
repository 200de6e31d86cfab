import { timingSafeEqual } from 'node:crypto';

import { formatSeconds } from '../../clock.ts';
import type { EpochMs } from '../../clock.ts';
import { ObjectFault } from '../object-fault.ts';
import type { ObjectRequest } from '../object-request.ts';
import { canonicalRequest, signatureOf, textToSign } from './canonical-request.ts';
import { claimOf } from './signed-claim.ts';
import type { SignedClaim } from './signed-claim.ts';

export interface Surroundings {
  readonly now: EpochMs;
  readonly region: string;
  /** Undefined: the key id is unknown. */
  secretOf(accessKeyId: string): string | undefined;
}

const SKEW_MS = 15 * 60 * 1000;

const instantOf = (at: string): EpochMs =>
  Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u, '$1-$2-$3T$4:$5:$6Z'));

/** Uses the engine's clock, so that a test can let a presigned URL expire. */
const checkAge = ({ at, expiresSeconds }: SignedClaim, now: EpochMs): void => {
  if (expiresSeconds === undefined) return;
  const signed = instantOf(at);
  const expires = signed + expiresSeconds * 1000;
  if (signed > now + SKEW_MS) {
    throw new ObjectFault('AccessDenied', { message: 'Request is not yet valid' });
  }
  if (now <= expires) return;
  throw new ObjectFault('AccessDenied', {
    message: 'Request has expired',
    members: {
      'X-Amz-Expires': String(expiresSeconds),
      Expires: formatSeconds(expires),
      ServerTime: formatSeconds(now),
    },
  });
};

const checkRegion = ({ region }: SignedClaim, expected: string): void => {
  if (region === expected) return;
  throw new ObjectFault('AuthorizationHeaderMalformed', {
    message: `The authorization header is malformed; the region '${region}' is wrong; expecting '${expected}'`,
    members: { Region: expected },
  });
};

/** An unsigned header could have been added by anyone who has the URL. */
const checkCoverage = ({ headers }: ObjectRequest, { signedHeaders }: SignedClaim): void => {
  const open = [...headers.keys()].filter(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !signedHeaders.includes(name),
  );
  if (open.length === 0) return;
  throw new ObjectFault('AccessDenied', {
    message: 'There were headers present in the request which were not signed',
    members: { HeadersNotSigned: open.join(', ') },
  });
};

const isSame = (...texts: readonly [string, string]): boolean => {
  const [left, right] = [Buffer.from(texts[0]), Buffer.from(texts[1])];
  return left.length === right.length && timingSafeEqual(left, right);
};

const checkSignature = (request: ObjectRequest, claim: SignedClaim, secret: string): void => {
  const canonical = canonicalRequest(request, claim);
  const text = textToSign(canonical, claim);
  if (isSame(signatureOf(text, claim, secret), claim.signature)) return;
  throw new ObjectFault('SignatureDoesNotMatch', {
    members: {
      AWSAccessKeyId: claim.accessKeyId,
      StringToSign: text,
      SignatureProvided: claim.signature,
      CanonicalRequest: canonical,
    },
  });
};

/** Returns the verified caller. Throws `ObjectFault`. */
export const authenticate = (request: ObjectRequest, around: Surroundings): SignedClaim => {
  const claim = claimOf(request);
  const secret = around.secretOf(claim.accessKeyId);
  if (secret === undefined) {
    const members = { AWSAccessKeyId: claim.accessKeyId };
    throw new ObjectFault('InvalidAccessKeyId', { members });
  }
  checkRegion(claim, around.region);
  checkAge(claim, around.now);
  checkCoverage(request, claim);
  checkSignature(request, claim, secret);
  return claim;
};
