/** Paths into an item, with the aliases resolved. */
import { attributeOf } from './attribute-value.ts';
import type { AttributeValue, Item } from './attribute-value.ts';

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

/** As the service shows a path in its complaints: `[a, b, [1]]`. */
export const showPath = (path: DocumentPath): string =>
  `[${path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ')}]`;

export const samePath = (one: DocumentPath, other: DocumentPath): boolean =>
  one.length === other.length && one.every((step, at) => step === other[at]);

/**
 * `overlap`: one path is the other or lies within it. `conflict`: they ask for a map and a list at
 * the same place.
 */
const collision = (one: DocumentPath, other: DocumentPath): 'overlap' | 'conflict' | undefined => {
  const shared = Math.min(one.length, other.length);
  for (let at = 0; at < shared; at += 1) {
    if (typeof one[at] !== typeof other[at]) return 'conflict';
    if (one[at] !== other[at]) return undefined;
  }
  return 'overlap';
};

/** What is wrong with a list of paths that must not touch each other; undefined when nothing is. */
export const findCollision = (paths: readonly DocumentPath[]): string | undefined => {
  for (const [at, path] of paths.entries()) {
    for (const earlier of paths.slice(0, at)) {
      const kind = collision(earlier, path);
      if (kind === undefined) continue;
      return (
        `Two document paths ${kind} with each other; must remove or rewrite one of these paths; ` +
        `path one: ${showPath(earlier)}, path two: ${showPath(path)}`
      );
    }
  }
  return undefined;
};
