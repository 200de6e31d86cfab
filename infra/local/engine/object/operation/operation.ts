import type { LocalClock } from '../../clock.ts';
import type { Database } from '../../database.ts';
import type { BlobFiles } from '../blob-files.ts';
import type { ObjectFault } from '../object-fault.ts';
import { notImplemented } from '../object-fault.ts';
import { effectiveHeaders } from '../object-request.ts';
import type { ObjectRequest } from '../object-request.ts';
import type { ObjectRows } from '../object-rows.ts';

export interface ObjectAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** One authorized call. */
export interface ObjectCall {
  readonly request: ObjectRequest;
  readonly payloadHash: string;
  /**
   * Creates the error for a missing key. A caller without the permission to list gets 403 and does
   * not learn that the key is missing.
   */
  readonly missing: () => ObjectFault;
}

export interface ObjectCore {
  readonly database: Database;
  readonly rows: ObjectRows;
  readonly blobs: BlobFiles;
  readonly clock: LocalClock;
  readonly maximumBytes: number;
}

export type Operation = (call: ObjectCall, core: ObjectCore) => Promise<ObjectAnswer>;

export type OperationName = 'DeleteObject' | 'GetObject' | 'HeadObject' | 'PutObject';

const BY_METHOD: Readonly<Record<string, OperationName>> = {
  DELETE: 'DeleteObject',
  GET: 'GetObject',
  HEAD: 'HeadObject',
  PUT: 'PutObject',
};

/** Signature, headers moved into the query, and the operation name that the SDK adds. */
const isAboutTheCall = (name: string): boolean => /^x-(?:amz-|id$)/iu.test(name);

const isKnownParameter = (name: string, operation: OperationName | undefined): boolean =>
  isAboutTheCall(name) ||
  (name.startsWith('response-') && (operation === 'GetObject' || operation === 'HeadObject'));

const KNOWN_HEADER =
  /^x-amz-(?:checksum-.+|content-sha256|date|decoded-content-length|meta-.+|sdk-checksum-algorithm|security-token|server-side-encryption|trailer|user-agent)$/u;

const REFUSED_HEADERS = new Set(['if-modified-since', 'if-unmodified-since']);

const isRefused = ([name, value]: readonly [string, string]): boolean =>
  REFUSED_HEADERS.has(name) ||
  (name === 'x-amz-server-side-encryption' && value !== 'AES256') ||
  (name.startsWith('x-amz-') && !KNOWN_HEADER.test(name));

const describeRequest = ({ method, bucket, key, query }: ObjectRequest): string => {
  const place = ['/', ...(bucket === '' ? [] : ['<bucket>']), ...(key === '' ? [] : ['/<key>'])];
  const names = [...query.keys()].filter((name) => !isAboutTheCall(name));
  return `${method} ${place.join('')}${names.length === 0 ? '' : `?${names.join('&')}`}`;
};

/** Throws `ObjectFault` `NotImplemented` with the name of the requested feature. */
export const operationOf = (request: ObjectRequest): OperationName => {
  const operation = request.key === '' ? undefined : BY_METHOD[request.method];
  const isKnown = [...request.query.keys()].every((name) => isKnownParameter(name, operation));
  if (operation === undefined || !isKnown) throw notImplemented(describeRequest(request));
  const refused = [...effectiveHeaders(request)].find(isRefused);
  if (refused) throw notImplemented(`the header ${refused.join(': ')}`);
  return operation;
};

export const NO_CONTENT = Buffer.alloc(0);
