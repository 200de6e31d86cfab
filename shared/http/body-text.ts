import type { HttpRequest } from './edge.ts';
import { printable } from './printable.ts';
import { Problem } from './problem/problem.ts';

/** Returns the exact bytes of the body, from which the digest was made. */
export const bodyBytes = (request: HttpRequest): Buffer =>
  Buffer.from(request.body ?? '', request.isBase64Encoded ? 'base64' : 'utf8');

export const isJson = (request: HttpRequest): boolean =>
  /^application\/(?:[a-z0-9.-]+\+)?json\s*(?:;|$)/i.test(
    request.headers['content-type'] ?? 'application/json',
  );

/** The gateway passes a body of a text type on as text, with this for what was no UTF-8. */
const lostCharacter = '\uFFFD';

export const hasLostCharacter = (text: string): boolean => text.includes(lostCharacter);

/** @throws Problem that names the content encoding, which no body may have */
export const refuseContentEncoding = (request: HttpRequest): void => {
  const encoding = (request.headers['content-encoding'] ?? '').trim();
  if (encoding === '' || encoding.toLowerCase() === 'identity') return;
  throw new Problem('content_encoding_not_taken', { fact: printable(encoding) });
};

/** Returns the character set that the type of the body names. */
export const charsetOf = (request: HttpRequest): string | undefined =>
  /;\s*charset\s*=\s*"?([^";]*)/i.exec(request.headers['content-type'] ?? '')?.[1]?.trim();

const refuseCharset = (request: HttpRequest): void => {
  const charset = charsetOf(request);
  if (charset === undefined || /^(?:utf-?8)?$/i.test(charset)) return;
  throw new Problem('charset_not_taken', { fact: printable(charset) });
};

/** @throws Problem that names the encoding or character set that is not taken */
export const refuseOtherEncoding = (request: HttpRequest): void => {
  refuseContentEncoding(request);
  refuseCharset(request);
};

const decodeUtf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('not_utf8');
  }
};

/**
 * Returns the text of a JSON body without a byte order mark. A text that the gateway decoded may
 * have lost characters by then, and what was sent cannot be told from it: it is refused, even when
 * the caller's own text contained U+FFFD, which stands for a character that was lost before.
 *
 * @throws Problem that names the encoding or character set that is not taken
 */
export const bodyText = (request: HttpRequest): string => {
  refuseOtherEncoding(request);
  if (!request.isBase64Encoded && hasLostCharacter(request.body ?? '')) {
    throw new Problem('not_utf8');
  }
  return decodeUtf8(bodyBytes(request));
};
