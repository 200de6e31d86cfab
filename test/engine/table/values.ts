import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** Short notations for attribute values, so that a case fits on one line. */
export const s = (text: string): AttributeValue => ({ S: text });
export const n = (number: number | string): AttributeValue => ({ N: String(number) });
export const b = (...bytes: number[]): AttributeValue => ({ B: Uint8Array.from(bytes) });
export const bool = (flag: boolean): AttributeValue => ({ BOOL: flag });
export const nil: AttributeValue = { NULL: true };
export const ss = (...texts: string[]): AttributeValue => ({ SS: texts });
export const ns = (...numbers: (number | string)[]): AttributeValue => ({
  NS: numbers.map(String),
});
export const bs = (...binaries: number[][]): AttributeValue => ({
  BS: binaries.map((bytes) => Uint8Array.from(bytes)),
});
export const l = (...elements: AttributeValue[]): AttributeValue => ({ L: elements });
export const m = (members: Record<string, AttributeValue>): AttributeValue => ({ M: members });

export type Values = Record<string, AttributeValue>;
