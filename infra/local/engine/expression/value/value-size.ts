/**
 * Sizes in bytes by the service's rules (DynamoDB Developer Guide, "DynamoDB item sizes and
 * formats"). The 400 KB limit and the capacity units depend on them.
 */
import type { AttributeValue, Item } from './attribute-value.ts';
import { bytesOf } from './attribute-value.ts';

const CONTAINER_OVERHEAD = 3;
const ELEMENT_OVERHEAD = 1;

const textSize = (text: string): number => Buffer.byteLength(text);

const binarySize = (base64: string): number => bytesOf(base64).length;

/** One byte per two significant digits, plus one, plus one for a negative sign. */
const numberSize = (canonical: string): number => {
  const digits = canonical.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '');
  if (digits === '') return 1;
  return Math.ceil(digits.length / 2) + 1 + (canonical.startsWith('-') ? 1 : 0);
};

const sumSizes = <T>(elements: readonly T[], size: (element: T) => number): number => {
  let total = 0;
  for (const element of elements) total += size(element);
  return total;
};

const containerSize = (value: AttributeValue): number => {
  if ('SS' in value) return sumSizes(value.SS, textSize);
  if ('NS' in value) return sumSizes(value.NS, numberSize);
  if ('BS' in value) return sumSizes(value.BS, binarySize);
  if ('L' in value) {
    return (
      CONTAINER_OVERHEAD + sumSizes(value.L, (element) => valueSize(element) + ELEMENT_OVERHEAD)
    );
  }
  if (!('M' in value)) return 1;
  const members = Object.keys(value.M).length * ELEMENT_OVERHEAD;
  return CONTAINER_OVERHEAD + itemSize(value.M) + members;
};

export const valueSize = (value: AttributeValue): number => {
  if ('S' in value) return textSize(value.S);
  if ('N' in value) return numberSize(value.N);
  if ('B' in value) return binarySize(value.B);
  return containerSize(value);
};

export const itemSize = (item: Item): number =>
  sumSizes(Object.entries(item), ([name, value]) => textSize(name) + valueSize(value));
