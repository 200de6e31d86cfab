/** `GetObject` and `HeadObject`: the same response, with and without the bytes. */
import type { ObjectRequest } from '../object-request.ts';
import { effectiveHeaders } from '../object-request.ts';
import type { StoredObject } from '../object-rows.ts';
import { checksumHeaders, objectHeaders } from './object-headers.ts';
import { NO_CONTENT } from './operation.ts';
import type { ObjectAnswer, ObjectCall, ObjectCore, Operation } from './operation.ts';
import { makePreconditionFailed } from './put-object.ts';
import { rangeOf } from './range.ts';

const OVERRIDES = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

const readOverrides = ({ query }: ObjectRequest): Readonly<Record<string, string>> =>
  Object.fromEntries(
    OVERRIDES.flatMap((name) => {
      const value = query.get(`response-${name}`);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );

const matchesEtag = (header: string, etag: string): boolean =>
  header.split(',').some((one) => one.trim() === etag || one.trim() === '*');

const isUnchanged = ({ headers }: ObjectRequest, { etag }: StoredObject): boolean => {
  const ifMatch = headers.get('if-match');
  if (ifMatch !== undefined && !matchesEtag(ifMatch, etag))
    throw makePreconditionFailed('If-Match');
  const ifNoneMatch = headers.get('if-none-match');
  return ifNoneMatch !== undefined && matchesEtag(ifNoneMatch, etag);
};

interface Found {
  readonly object: StoredObject;
  readonly bytes: Buffer;
}

/**
 * An object that is overwritten in the meantime is read again, so the result is the old or the new
 * object, never nothing.
 */
const findObject = async ({ request, missing }: ObjectCall, core: ObjectCore): Promise<Found> => {
  let last: string | undefined;
  for (;;) {
    const object = await core.database.run(() => core.rows.find(request.bucket, request.key));
    if (object === undefined) throw missing();
    const bytes = await core.blobs.read(object.blob);
    if (bytes !== undefined) return { object, bytes };
    if (object.blob === last)
      throw new Error(`the file of ${object.key} is missing: ${object.blob}`);
    last = object.blob;
  }
};

const answerOf = (request: ObjectRequest, { object, bytes }: Found): ObjectAnswer => {
  const range = rangeOf(request.headers.get('range'), object.size);
  const isChecked = effectiveHeaders(request).get('x-amz-checksum-mode') === 'ENABLED';
  const headers = { ...objectHeaders(object), ...readOverrides(request) };
  if (range === undefined) {
    const checksum = isChecked ? checksumHeaders(object) : {};
    return { status: 200, headers: { ...headers, ...checksum }, body: bytes };
  }
  const content = `bytes ${range.first}-${range.last}/${object.size}`;
  return {
    status: 206,
    headers: { ...headers, 'content-range': content },
    body: bytes.subarray(range.first, range.last + 1),
  };
};

export const getObject: Operation = async (call, core) => {
  const found = await findObject(call, core);
  if (!isUnchanged(call.request, found.object)) return answerOf(call.request, found);
  return { status: 304, headers: objectHeaders(found.object), body: NO_CONTENT };
};
