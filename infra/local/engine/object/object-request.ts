/** One REST request, path style: `/<bucket>/<key>`. */
import type { IncomingHttpHeaders } from 'node:http';

import { ObjectFault } from './object-fault.ts';

export interface RawRequest {
  readonly method: string;
  /** Path and query as received. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Undefined: the body is larger than the engine accepts. */
  readonly body: Buffer | undefined;
}

export interface ObjectRequest {
  readonly method: string;
  /** Decoded, with the leading slash; the path that the caller signed. */
  readonly path: string;
  readonly bucket: string;
  /** Empty: the request is about the bucket. */
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  /** By name in lower case. */
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

/** A signer may move `x-amz-` headers into the query; they count as if sent as headers. */
const readMovedHeaders = (
  query: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] =>
  [...query]
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name.startsWith('x-amz-') && !AUTHENTICATION.has(name));

/** Throws `ObjectFault` for a URL that cannot be decoded and for a body that is too large. */
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

/** Returns the headers, including those that the signer moved into the query. */
export const effectiveHeaders = (request: ObjectRequest): ReadonlyMap<string, string> =>
  new Map([...readMovedHeaders(request.query), ...request.headers]);
