import { md5 } from '../content/checksum.ts';
import { readContent } from '../content/read-content.ts';
import type { Content } from '../content/read-content.ts';
import { notImplemented, ObjectFault } from '../object-fault.ts';
import { effectiveHeaders } from '../object-request.ts';
import type { ObjectRequest } from '../object-request.ts';
import type { StoredObject } from '../object-rows.ts';
import { checksumHeaders } from './object-headers.ts';
import { NO_CONTENT } from './operation.ts';
import type { ObjectCall, ObjectCore, Operation } from './operation.ts';

const LONGEST_KEY_BYTES = 1024;
const METADATA_BYTES = 2048;

const KEPT = new Set([
  'cache-control',
  'content-disposition',
  'content-language',
  'content-type',
  'expires',
]);

/** Removes `aws-chunked`, which describes the transfer, not the content. */
const encodingOf = (header: string | undefined): string =>
  (header ?? '')
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'aws-chunked')
    .join(',');

const metadataIn = (headers: ReadonlyMap<string, string>): Readonly<Record<string, string>> => {
  const metadata = [...headers].filter(([name]) => name.startsWith('x-amz-meta-'));
  const length = metadata.map(([name, value]) => name.length - 'x-amz-meta-'.length + value.length);
  if (length.reduce((sum, one) => sum + one, 0) > METADATA_BYTES) {
    throw new ObjectFault('MetadataTooLarge');
  }
  return Object.fromEntries(metadata);
};

const headersToKeep = (request: ObjectRequest): Readonly<Record<string, string>> => {
  const headers = effectiveHeaders(request);
  const encoding = encodingOf(headers.get('content-encoding'));
  return {
    'content-type': 'binary/octet-stream',
    ...Object.fromEntries([...headers].filter(([name]) => KEPT.has(name))),
    ...(encoding === '' ? {} : { 'content-encoding': encoding }),
    ...metadataIn(headers),
  };
};

const checkConditions = (
  { request, missing }: ObjectCall,
  present: StoredObject | undefined,
): void => {
  const ifNoneMatch = request.headers.get('if-none-match');
  const ifMatch = request.headers.get('if-match');
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') {
    throw notImplemented('If-None-Match with anything but * when writing');
  }
  if (ifNoneMatch === '*' && present !== undefined) throw makePreconditionFailed('If-None-Match');
  if (ifMatch === undefined) return;
  if (present === undefined) throw missing();
  if (ifMatch !== present.etag) throw makePreconditionFailed('If-Match');
};

export const makePreconditionFailed = (Condition: string): ObjectFault =>
  new ObjectFault('PreconditionFailed', { members: { Condition } });

const objectOf = (
  { request }: ObjectCall,
  { bytes, checksum }: Content,
): Omit<StoredObject, 'blob' | 'modifiedAt'> => ({
  bucket: request.bucket,
  key: request.key,
  size: bytes.length,
  etag: `"${md5(bytes).toString('hex')}"`,
  headers: headersToKeep(request),
  ...(checksum && { checksum }),
});

/**
 * Writes the bytes first, then the row that refers to them: a crash in between leaves only an
 * unreferenced file.
 */
const storeObject = async (
  call: ObjectCall,
  content: Content,
  core: ObjectCore,
): Promise<StoredObject> => {
  const draft = objectOf(call, content);
  const blob = await core.blobs.write(content.bytes);
  const object = { ...draft, blob, modifiedAt: core.clock.now() };
  try {
    const replaced = await core.database.run(() => {
      const present = core.rows.find(object.bucket, object.key);
      checkConditions(call, present);
      core.rows.save(object);
      return present;
    });
    if (replaced) await core.blobs.remove(replaced.blob);
  } catch (fault) {
    if (fault instanceof ObjectFault) await core.blobs.remove(blob);
    throw fault;
  }
  return object;
};

export const putObject: Operation = async (call, core) => {
  const { request, payloadHash } = call;
  if (Buffer.byteLength(request.key) > LONGEST_KEY_BYTES) throw new ObjectFault('KeyTooLongError');
  const content = readContent(request, payloadHash, core.maximumBytes);
  const object = await storeObject(call, content, core);
  return {
    status: 200,
    headers: {
      etag: object.etag,
      'x-amz-server-side-encryption': 'AES256',
      ...checksumHeaders(object),
    },
    body: NO_CONTENT,
  };
};
