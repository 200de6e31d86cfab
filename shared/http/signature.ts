import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The signature of the Zhejiang IRS gateway: Base64(HMAC-SHA256(secret, string)) over
 * `METHOD\nPATH\nSORTED_QUERY\nACCESS_KEY\nDATE\n`. This project's extension: a request with a body
 * carries its RFC 9530 `Content-Digest` and signs it as one more line; an optional `X-BG-NONCE`
 * adds another line, for callers that repeat an identical call within one second.
 */
export interface SignedParts {
  readonly method: string;
  readonly path: string;
  /** Raw query without the question mark. */
  readonly query: string;
  readonly accessKey: string;
  /** RFC 1123 GMT. */
  readonly date: string;
  readonly contentDigest?: string | undefined;
  readonly nonce?: string | undefined;
}

export const signatureHeaders = {
  accessKey: 'x-bg-hmac-access-key',
  algorithm: 'x-bg-hmac-algorithm',
  signature: 'x-bg-hmac-signature',
  date: 'x-bg-date-time',
  contentDigest: 'content-digest',
  nonce: 'x-bg-nonce',
} as const;

export const algorithm = 'hmac-sha256';

/** The largest accepted difference between the caller's clock and the server's, in milliseconds. */
export const longestSkewMs = 90_000;

const sortQuery = (query: string): string =>
  query === '' ? '' : query.split('&').toSorted().join('&');

export const stringToSign = (parts: SignedParts): string =>
  [
    parts.method.toUpperCase(),
    parts.path,
    sortQuery(parts.query),
    parts.accessKey,
    parts.date,
    ...(parts.contentDigest === undefined ? [] : [parts.contentDigest]),
    ...(parts.nonce === undefined ? [] : [parts.nonce]),
    '',
  ].join('\n');

/** RFC 9530: `sha-256=:<base64>:` of the body's bytes. */
export const contentDigest = (body: string | Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

export const sign = (parts: SignedParts, secret: string): string =>
  createHmac('sha256', secret).update(stringToSign(parts)).digest('base64');

/** Compares in constant time. A signature of a different length is simply wrong. */
export const isSignature = (claimed: string, parts: SignedParts, secret: string): boolean => {
  const expected = Buffer.from(sign(parts, secret));
  const given = Buffer.from(claimed);
  return expected.length === given.length && timingSafeEqual(expected, given);
};

export interface RequestToSign {
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  /** The exact bytes; a text is sent as UTF-8. */
  readonly body?: string | Uint8Array;
  readonly nonce?: string;
  readonly at: Date;
}

/**
 * Returns the headers that a caller (integrator, pad, demo, conformance kit) adds to its request.
 */
export const signedHeaders = (
  request: RequestToSign,
  key: { readonly accessKey: string; readonly secret: string },
): Record<string, string> => {
  const parts: SignedParts = {
    method: request.method,
    path: request.path,
    query: request.query ?? '',
    accessKey: key.accessKey,
    date: request.at.toUTCString(),
    contentDigest: request.body === undefined ? undefined : contentDigest(request.body),
    nonce: request.nonce,
  };
  return {
    [signatureHeaders.accessKey]: key.accessKey,
    [signatureHeaders.algorithm]: algorithm,
    [signatureHeaders.date]: parts.date,
    [signatureHeaders.signature]: sign(parts, key.secret),
    ...(parts.contentDigest === undefined
      ? {}
      : { [signatureHeaders.contentDigest]: parts.contentDigest }),
    ...(request.nonce === undefined ? {} : { [signatureHeaders.nonce]: request.nonce }),
  };
};
