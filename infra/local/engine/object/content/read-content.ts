import { createHash } from 'node:crypto';

import { notImplemented, ObjectFault } from '../object-fault.ts';
import { effectiveHeaders } from '../object-request.ts';
import type { ObjectRequest } from '../object-request.ts';
import { verifiedChecksum, verifyMd5 } from './checksum.ts';
import type { Checksum } from './checksum.ts';
import { decodeChunked } from './chunked-body.ts';
import type { ChunkedBody } from './chunked-body.ts';

export interface Content {
  readonly bytes: Buffer;
  readonly checksum?: Checksum;
}

const NO_TRAILERS: ReadonlyMap<string, string> = new Map();
const CHUNKED = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';

const readChunked = ({ headers, body }: ObjectRequest): ChunkedBody => {
  const expected = headers.get('x-amz-decoded-content-length');
  if (expected === undefined || !/^\d+$/u.test(expected)) {
    throw new ObjectFault('MissingContentLength');
  }
  const chunked = decodeChunked(body);
  if (chunked.bytes.length !== Number(expected)) throw new ObjectFault('IncompleteBody');
  return chunked;
};

const readPlain = ({ headers, body }: ObjectRequest): ChunkedBody => {
  if (!headers.has('content-length')) throw new ObjectFault('MissingContentLength');
  return { bytes: body, trailers: NO_TRAILERS };
};

const verifyPayload = (payloadHash: string, bytes: Buffer): void => {
  if (payloadHash === 'UNSIGNED-PAYLOAD') return;
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual === payloadHash) return;
  throw new ObjectFault('XAmzContentSHA256Mismatch', {
    members: { ClientComputedContentSHA256: payloadHash, S3ComputedContentSHA256: actual },
  });
};

/**
 * Returns the bytes of the object, verified against every length and checksum in the request.
 * Throws `ObjectFault`.
 */
export const readContent = (
  request: ObjectRequest,
  payloadHash: string,
  maximumBytes: number,
): Content => {
  const isChunked = payloadHash === CHUNKED;
  if (payloadHash.startsWith('STREAMING-') && !isChunked) {
    throw notImplemented(`x-amz-content-sha256: ${payloadHash}`);
  }
  const { bytes, trailers } = isChunked ? readChunked(request) : readPlain(request);
  if (bytes.length > maximumBytes) throw tooLarge(bytes.length, maximumBytes);
  if (!isChunked) verifyPayload(payloadHash, bytes);
  verifyMd5(request.headers.get('content-md5'), bytes);
  const checksum = verifiedChecksum(new Map([...effectiveHeaders(request), ...trailers]), bytes);
  return { bytes, ...(checksum && { checksum }) };
};

const tooLarge = (proposed: number, maximum: number): ObjectFault =>
  new ObjectFault('EntityTooLarge', {
    members: { ProposedSize: String(proposed), MaxSizeAllowed: String(maximum) },
  });
