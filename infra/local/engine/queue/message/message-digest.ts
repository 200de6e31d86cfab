import { createHash } from 'node:crypto';

/** A message attribute as on the wire; binary values in base64. */
export interface AttributeValue {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: string;
}

export type Attributes = Readonly<Record<string, AttributeValue>>;

const STRING_TRANSPORT = Buffer.from([1]);
const BINARY_TRANSPORT = Buffer.from([2]);

export const md5 = (content: string | Buffer): string =>
  createHash('md5').update(content).digest('hex');

const prefixLength = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

const attributeBytes = (value: AttributeValue): Buffer =>
  value.BinaryValue === undefined
    ? Buffer.from(value.StringValue ?? '')
    : Buffer.from(value.BinaryValue, 'base64');

const encodeAttribute = ([name, value]: readonly [string, AttributeValue]): Buffer =>
  Buffer.concat([
    prefixLength(Buffer.from(name)),
    prefixLength(Buffer.from(value.DataType)),
    value.BinaryValue === undefined ? STRING_TRANSPORT : BINARY_TRANSPORT,
    prefixLength(attributeBytes(value)),
  ]);

/**
 * MD5 of message attributes as the developer guide defines it (Amazon SQS message metadata,
 * "Calculating the MD5 message digest for message attributes"): sorted by name; name, type and
 * value each with a 4-byte big-endian length, one byte between type and value for the transport
 * type.
 */
export const attributesMd5 = (attributes: Attributes): string | undefined => {
  const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length === 0 ? undefined : md5(Buffer.concat(sorted.map(encodeAttribute)));
};
