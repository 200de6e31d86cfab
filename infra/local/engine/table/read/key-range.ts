/** Converts the terms of a key condition to a partition and a range of sort keys. */
import type { KeyOperator, KeyTerm } from '../../expression/condition/key-condition.ts';
import { makeValidationError, invalidValue } from '../../expression/refusal.ts';
import { compareValues, typeOf } from '../../expression/value/attribute-value.ts';
import type { AttributeValue } from '../../expression/value/attribute-value.ts';
import type { KeyAttribute, KeyDefinition } from '../../model.ts';
import { scalarBytes, slotOf } from '../key/key-bytes.ts';
import type { KeyBytes } from '../key/key-bytes.ts';
import { checkKeyValue } from '../key/key-check.ts';
import type { Bound } from './traversal.ts';

export interface KeyRange {
  readonly partition: Pick<KeyBytes, 'slot' | 'pk'>;
  readonly lower: Bound | undefined;
  readonly upper: Bound | undefined;
  /** Whether one value of every key attribute is requested. */
  readonly isWholeKey: boolean;
}

/**
 * Returns the lowest bytes after all those that start with `prefix`; undefined when there are none.
 */
const successor = (prefix: Buffer): Buffer | undefined => {
  const last = prefix.findLastIndex((byte) => byte < 0xff);
  if (last < 0) return undefined;
  const next = Buffer.from(prefix.subarray(0, last + 1));
  next[last] = (next[last] ?? 0) + 1;
  return next;
};

const inclusive = (bytes: Buffer): Bound => ({ bytes, inclusive: true });
const exclusive = (bytes: Buffer): Bound => ({ bytes, inclusive: false });

const prefixBounds = (prefix: Buffer): readonly [Bound, Bound | undefined] => {
  const end = successor(prefix);
  return [inclusive(prefix), end === undefined ? undefined : exclusive(end)];
};

type Bounds = readonly [lower: Bound | undefined, upper: Bound | undefined];

const BOUNDS: Readonly<Record<KeyOperator, (first: Buffer, second: Buffer) => Bounds>> = {
  '=': (value) => [inclusive(value), inclusive(value)],
  '<': (value) => [undefined, exclusive(value)],
  '<=': (value) => [undefined, inclusive(value)],
  '>': (value) => [exclusive(value), undefined],
  '>=': (value) => [inclusive(value), undefined],
  BETWEEN: (low, high) => [inclusive(low), inclusive(high)],
  begins_with: prefixBounds,
};

const keyBytes = (
  value: AttributeValue | undefined,
  { name, type }: KeyAttribute,
  isPartition: boolean,
): Buffer => {
  if (value === undefined || typeOf(value) !== type) {
    throw invalidValue('Condition parameter type does not match schema type');
  }
  checkKeyValue(value, name, isPartition);
  return scalarBytes(value) ?? Buffer.alloc(0);
};

const partitionOf = (term: KeyTerm | undefined, attribute: KeyAttribute) => {
  if (term === undefined) {
    throw makeValidationError(`Query condition missed key schema element: ${attribute.name}`);
  }
  if (term.operator !== '=') throw makeValidationError('Query key condition not supported');
  const pk = keyBytes(term.values[0], attribute, true);
  return { slot: slotOf(pk), pk };
};

const boundsOf = ({ operator, values }: KeyTerm, attribute: KeyAttribute): Bounds => {
  const [low, high] = values;
  if (operator === 'BETWEEN' && low && high && (compareValues(low, high) ?? 0) > 0) {
    throw makeValidationError(
      'The BETWEEN condition was provided a range where the lower bound is greater than the ' +
        'upper bound',
    );
  }
  const first = keyBytes(low, attribute, false);
  return BOUNDS[operator](first, operator === 'BETWEEN' ? keyBytes(high, attribute, false) : first);
};

/** Throws ValidationException when the terms do not fit the keys of the table or index. */
export const keyRange = (terms: readonly KeyTerm[], keys: KeyDefinition): KeyRange => {
  if (terms.length > 2) throw makeValidationError('Conditions can be of length 1 or 2 only');
  if (terms.length === 2 && terms[0]?.attribute === terms[1]?.attribute) {
    throw makeValidationError('KeyConditionExpressions must only contain one condition per key');
  }
  const { partition, sort } = keys;
  const own = partitionOf(
    terms.find(({ attribute }) => attribute === partition.name),
    partition,
  );
  const other = terms.find(({ attribute }) => attribute !== partition.name);
  if (other === undefined) {
    const isWholeKey = sort === undefined;
    return { partition: own, lower: undefined, upper: undefined, isWholeKey };
  }
  if (sort === undefined) throw makeValidationError('Query key condition not supported');
  if (other.attribute !== sort.name) {
    throw makeValidationError(`Query condition missed key schema element: ${sort.name}`);
  }
  const [lower, upper] = boundsOf(other, sort);
  return { partition: own, lower, upper, isWholeKey: other.operator === '=' };
};
