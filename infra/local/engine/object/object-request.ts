/** One REST request, path style: `/<bucket>/<key>`. */
import type { IncomingHttpHeaders } from 'node:http';

import { ObjectFault } from './object-fault.ts';

export interface RawRequest {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Undefined: more than the engine takes. */
  readonly body: Buffer | undefined;
}

export interface ObjectRequest {
  readonly method: string;
  /** Decoded, with its first slash; what the caller signed. */
  readonly path: string;
  readonly bucket: string;
  /** Empty: the request is about the bucket. */
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  /** By names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

const decodeUri = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ObjectFault('InvalidURI');
  }
};

const queryOf = (text: string): ReadonlyMap<string, string> => {
  const pairs = text.split('&').filter((pair) => pair !== '');
  return new Map(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      const [name, value] =
        equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
      return [decodeUri(name), decodeUri(value)] as const;
    }),
  );
};

const headersOf = (headers: IncomingHttpHeaders): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value] as const],
    ),
  );

const AUTHENTICATION = new Set([
  'x-amz-algorithm',
  'x-amz-content-sha256',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-expires',
  'x-amz-security-token',
  'x-amz-signature',
  'x-amz-signedheaders',
]);

/** A signer may move `x-amz-` headers into the address; they count as if they had been sent. */
const readMovedHeaders = (
  query: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] =>
  [...query]
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name.startsWith('x-amz-') && !AUTHENTICATION.has(name));

/** Throws `ObjectFault` for an address that cannot be decoded and for a body that is too long. */
export const readRequest = ({ method, url, headers, body }: RawRequest): ObjectRequest => {
  if (body === undefined) throw new ObjectFault('EntityTooLarge');
  const mark = url.indexOf('?');
  const path = decodeUri(mark === -1 ? url : url.slice(0, mark));
  const [, bucket = '', ...rest] = path.split('/');
  return {
    method,
    path,
    bucket,
    key: rest.join('/'),
    query: queryOf(mark === -1 ? '' : url.slice(mark + 1)),
    headers: headersOf(headers),
    body,
  };
};

/** What was sent, with what the signer had moved into the address. */
export const effectiveHeaders = (request: ObjectRequest): ReadonlyMap<string, string> =>
  new Map([...readMovedHeaders(request.query), ...request.headers]);
