/** Signature Version 4 in the variant of S3: the path is encoded once and not normalised. */
import { createHash, createHmac } from 'node:crypto';

import type { ObjectRequest } from '../object-request.ts';
import type { SignedClaim } from './signed-claim.ts';

/**
 * RFC 3986: encodes everything except unreserved characters, with upper-case hexadecimal digits.
 */
const encodeUri = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const byBytes = (left: string, right: string): number =>
  Buffer.compare(Buffer.from(left), Buffer.from(right));

const canonicalQuery = (query: ReadonlyMap<string, string>): string =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encodeUri(name), encodeUri(value)] as const)
    .sort(([left], [right]) => byBytes(left, right))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

const headerLine = (name: string, headers: ReadonlyMap<string, string>): string =>
  `${name}:${(headers.get(name) ?? '').trim().replaceAll(/\s+/gu, ' ')}\n`;

export const canonicalRequest = (request: ObjectRequest, claim: SignedClaim): string =>
  [
    request.method,
    request.path.split('/').map(encodeUri).join('/'),
    canonicalQuery(request.query),
    claim.signedHeaders.map((name) => headerLine(name, request.headers)).join(''),
    claim.signedHeaders.join(';'),
    claim.payloadHash,
  ].join('\n');

export const textToSign = (canonical: string, { at, scope }: SignedClaim): string =>
  ['AWS4-HMAC-SHA256', at, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');

/**
 * Returns the signature in hexadecimal. The signing key is derived from date, region and service:
 * the parts of the scope in order.
 */
export const signatureOf = (text: string, { scope }: SignedClaim, secret: string): string => {
  const key = scope
    .split('/')
    .reduce<Buffer | string>(
      (sofar, part) => createHmac('sha256', sofar).update(part).digest(),
      `AWS4${secret}`,
    );
  return createHmac('sha256', key).update(text).digest('hex');
};
