import { PatternError } from './operator.ts';
import { compilePattern } from './pattern.ts';
import type { Matches } from './pattern.ts';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PatternError('', `not JSON: ${String(error)}`);
  }
};

/** Compiles the filters of a mapping: a record passes if it matches one, or there are none. */
export const compileFilters = (
  filters: readonly string[],
  check: (pattern: unknown) => void,
): Matches => {
  const tests = filters.map((text) => {
    const pattern = parse(text);
    check(pattern);
    return compilePattern(pattern);
  });
  return (record) => tests.length === 0 || tests.some((matches) => matches(record));
};

type Visit = (path: readonly string[]) => void;

const walk = (node: unknown, path: readonly string[], visit: Visit): void => {
  visit(path);
  if (Array.isArray(node)) for (const element of node) walk(element, path, visit);
  else if (typeof node === 'object' && node !== null)
    for (const [key, child] of Object.entries(node))
      walk(child, key === '$or' ? path : [...path, key], visit);
};

/**
 * DynamoDB JSON represents numbers as strings (`{"N": "5"}`), so a numeric comparison would
 * silently drop every record. `FilterRule.isEqual(5)` of the CDK generates one.
 */
export const checkStreamFilter = (pattern: unknown): void =>
  walk(pattern, [], (path) => {
    if (path.at(-1) === 'numeric' && path.at(-2) === 'N')
      throw new PatternError(path.join('.'), 'numbers in a change record are texts');
  });

/** Queue mappings filter on the body only (Lambda developer guide). */
export const checkQueueFilter = (pattern: unknown): void =>
  walk(pattern, [], (path) => {
    if (path.length === 1 && path[0] !== 'body')
      throw new PatternError(path.join('.'), 'a queue mapping can only filter on body');
  });
