/** Paths into an item, with the placeholders resolved. */
import { attributeOf } from './value/attribute-value.ts';
import type { AttributeValue, Item } from './value/attribute-value.ts';

export type DocumentPath = readonly (string | number)[];

const stepInto = (value: AttributeValue, step: string | number): AttributeValue | undefined => {
  if (typeof step === 'number') return 'L' in value ? value.L[step] : undefined;
  return 'M' in value ? attributeOf(value.M, step) : undefined;
};

export const valueAt = (item: Item, path: DocumentPath): AttributeValue | undefined => {
  let value: AttributeValue | undefined = { M: item };
  for (const step of path) {
    if (value === undefined) return undefined;
    value = stepInto(value, step);
  }
  return value;
};

/** Formats a path like the service in its error messages: `[a, b, [1]]`. */
export const showPath = (path: DocumentPath): string =>
  `[${path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ')}]`;

export const samePath = (one: DocumentPath, other: DocumentPath): boolean =>
  one.length === other.length && one.every((step, at) => step === other[at]);
