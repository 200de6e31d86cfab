import type { WireInput } from '../../wire.ts';
import { isStructure, readStructure } from '../queue-input.ts';

const bytesOf = (value: unknown): number =>
  typeof value === 'string' ? Buffer.byteLength(value) : 0;

const bytesOfBinary = (value: unknown): number =>
  typeof value === 'string' ? Buffer.byteLength(value, 'base64') : 0;

const sizeOfAttribute = ([name, value]: readonly [string, unknown]): number =>
  isStructure(value)
    ? Buffer.byteLength(name) +
      bytesOf(value['DataType']) +
      bytesOf(value['StringValue']) +
      bytesOfBinary(value['BinaryValue'])
    : 0;

/**
 * Returns the bytes of body and attributes (name, type, value) that count towards the limits.
 * Accepts entries that are not validated yet, because the size of a batch is checked before its
 * entries.
 */
export const sizeOf = (entry: WireInput): number =>
  Object.entries(readStructure(entry, 'MessageAttributes'))
    .map(sizeOfAttribute)
    .reduce((sum, size) => sum + size, bytesOf(entry['MessageBody']));
