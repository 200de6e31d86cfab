import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

import { ownMember } from '../../own-member.ts';
import { notImplemented, ObjectFault } from '../object-fault.ts';

export interface Checksum {
  /** In lower case: `sha256`, `crc32`, `sha1`. */
  readonly algorithm: string;
  /** Base64. */
  readonly value: string;
}

const hashWith =
  (algorithm: string) =>
  (bytes: Buffer): Buffer =>
    createHash(algorithm).update(bytes).digest();

const crc32Of = (bytes: Buffer): Buffer => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return sum;
};

const ALGORITHMS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  crc32: crc32Of,
  sha1: hashWith('sha1'),
  sha256: hashWith('sha256'),
};

const PREFIX = 'x-amz-checksum-';

const makeInvalidRequest = (message: string): ObjectFault =>
  new ObjectFault('InvalidRequest', { message });

const checksumsIn = (fields: ReadonlyMap<string, string>): readonly Checksum[] =>
  [...fields]
    .filter(([name]) => name.startsWith(PREFIX) && name !== `${PREFIX}mode`)
    .map(([name, value]) => ({ algorithm: name.slice(PREFIX.length), value }));

const verify = ({ algorithm, value }: Checksum, bytes: Buffer): void => {
  const compute = ownMember(ALGORITHMS, algorithm);
  if (compute === undefined) throw notImplemented(`the checksum ${PREFIX}${algorithm}`);
  const actual = compute(bytes);
  if (Buffer.from(value, 'base64').length !== actual.length) {
    throw makeInvalidRequest(`Value for ${PREFIX}${algorithm} header is invalid.`);
  }
  if (actual.toString('base64') === value) return;
  throw new ObjectFault('BadDigest', {
    message: `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
  });
};

/**
 * Verifies and returns the one checksum that was sent; undefined when none was. `fields` are
 * headers and trailers. Throws `ObjectFault`.
 */
export const verifiedChecksum = (
  fields: ReadonlyMap<string, string>,
  bytes: Buffer,
): Checksum | undefined => {
  const [checksum, ...others] = checksumsIn(fields);
  if (others.length > 0) throw makeInvalidRequest('Expecting a single x-amz-checksum- header');
  const announced = fields.get('x-amz-sdk-checksum-algorithm') ?? fields.get('x-amz-trailer');
  if (checksum === undefined) {
    if (announced === undefined) return undefined;
    throw makeInvalidRequest(
      'x-amz-sdk-checksum-algorithm specified, but no corresponding checksum was sent',
    );
  }
  verify(checksum, bytes);
  return checksum;
};

export const md5 = hashWith('md5');

/** Throws `ObjectFault` unless the header is absent or correct. */
export const verifyMd5 = (header: string | undefined, bytes: Buffer): void => {
  if (header === undefined) return;
  if (Buffer.from(header, 'base64').length !== 16) throw new ObjectFault('InvalidDigest');
  if (md5(bytes).toString('base64') !== header) {
    const message = 'The Content-MD5 you specified did not match what we received.';
    throw new ObjectFault('BadDigest', { message });
  }
};
