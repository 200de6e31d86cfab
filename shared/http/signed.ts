import { createHash } from 'node:crypto';

import { fromEpoch, toEpoch, withOffset } from '../domain/time/instant.ts';
import type { ReplayGuard } from '../port/access/replay-guard.ts';
import type { Now } from '../port/clock.ts';
import { bodyBytes, bodyText, isJson } from './body-text.ts';
import { isDamagedBody } from './damaged-body.ts';
import type { HttpRequest } from './edge.ts';
import { Problem } from './problem/problem.ts';
import {
  algorithm,
  contentDigest,
  isSignature,
  longestSkewMs,
  signatureHeaders,
} from './signature.ts';
import type { SignedParts } from './signature.ts';

export interface Signing {
  readonly now: Now;
  readonly replay: ReplayGuard;
  /** Returns the secret of an active access key; undefined when there is none. */
  readonly secretOf: (accessKey: string) => Promise<string | undefined>;
  /** What happened is taken although bytes of it that are not UTF-8 were lost on the way. */
  readonly takesDamaged?: boolean | undefined;
}

const readHeader = (
  request: HttpRequest,
  name: keyof typeof signatureHeaders,
): string | undefined => request.headers[signatureHeaders[name]];

const requireHeader = (request: HttpRequest, name: keyof typeof signatureHeaders): string => {
  const value = readHeader(request, name);
  if (value === undefined || value === '') {
    throw new Problem('signature_missing', { fact: signatureHeaders[name] });
  }
  return value;
};

/**
 * Access keys issued here have 22 to 24 characters. A text that does not fit the pattern is not
 * looked up.
 */
const isAccessKey = (text: string): boolean => /^[A-Za-z0-9_-]{1,128}$/.test(text);

/** A nonce can never be confused with the digest, the other line that may come last. */
const nonceForm = /^[A-Za-z0-9_-]{1,64}$/;

const nonceOf = (request: HttpRequest): string | undefined => {
  const nonce = readHeader(request, 'nonce');
  if (nonce !== undefined && !nonceForm.test(nonce)) {
    throw new Problem('signature_invalid', {
      fact: `${signatureHeaders.nonce}: 1-64 A-Z a-z 0-9 _ -`,
    });
  }
  return nonce;
};

const partsOf = (request: HttpRequest): SignedParts => ({
  method: request.requestContext.http.method,
  path: request.rawPath,
  query: request.rawQueryString,
  accessKey: requireHeader(request, 'accessKey'),
  date: requireHeader(request, 'date'),
  contentDigest:
    bodyBytes(request).length === 0
      ? readHeader(request, 'contentDigest')
      : requireHeader(request, 'contentDigest'),
  nonce: nonceOf(request),
});

const checkTime = (date: string, now: number): void => {
  const claimed = Date.parse(date);
  if (!(Math.abs(claimed - now) <= longestSkewMs)) {
    const serverTime = withOffset(fromEpoch(now));
    throw new Problem('clock_skew', { fact: new Date(now).toUTCString(), serverTime });
  }
};

const checkBody = (
  request: HttpRequest,
  digest: string | undefined,
  { takesDamaged = false }: Pick<Signing, 'takesDamaged'>,
): void => {
  if (digest === undefined || digest === contentDigest(bodyBytes(request))) return;
  if (takesDamaged && isDamagedBody(request)) return;
  // Characters that the gateway could not decode change the bytes: a digest would not explain that.
  if (isJson(request) || isDamagedBody(request)) bodyText(request);
  throw new Problem('digest_mismatch');
};

/**
 * Accepts a request when its signature is valid, fresh, over exactly these bytes and not used
 * before. Returns the access key. Signatures of reads are not stored: repeating a read has no
 * effect, and a polling client may send it twice within one second.
 */
export const signedBy = async (request: HttpRequest, signing: Signing): Promise<string> => {
  const parts = partsOf(request);
  const signature = requireHeader(request, 'signature');
  if (readHeader(request, 'algorithm')?.toLowerCase() !== algorithm) {
    throw new Problem('signature_missing', { fact: `${signatureHeaders.algorithm}: ${algorithm}` });
  }
  const now = toEpoch(signing.now());
  checkTime(parts.date, now);
  const secret = isAccessKey(parts.accessKey) ? await signing.secretOf(parts.accessKey) : undefined;
  if (secret === undefined) throw new Problem('access_key_unknown');
  if (!isSignature(signature, parts, secret)) throw new Problem('signature_invalid');
  checkBody(request, parts.contentDigest, signing);
  if (parts.method !== 'GET') await refuseReplay(signature, now, signing.replay);
  return parts.accessKey;
};

const refuseReplay = async (signature: string, now: number, replay: ReplayGuard): Promise<void> => {
  const mark = createHash('sha256').update(signature).digest('base64url');
  if (!(await replay.claim(mark, fromEpoch(now + 2 * longestSkewMs))))
    throw new Problem('replayed');
};
