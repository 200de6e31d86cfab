/**
 * Evaluates a condition against an item. Comparisons between values of different types are false.
 */
import type { Bindings } from '../bindings.ts';
import { valueAt } from '../document-path.ts';
import type { Call, Comparator, Condition, Operand } from '../syntax.ts';
import { bytesOf, compareValues, equalValues, typeOf } from '../value/attribute-value.ts';
import type { AttributeValue, Item } from '../value/attribute-value.ts';

type Found = AttributeValue | undefined;

const lengthOf = (value: AttributeValue): number | undefined => {
  if ('S' in value) return value.S.length;
  if ('B' in value) return bytesOf(value.B).length;
  if ('M' in value) return Object.keys(value.M).length;
  const [content] = Object.values(value);
  return Array.isArray(content) ? content.length : undefined;
};

const sizeOf = (value: Found): Found => {
  const length = value === undefined ? undefined : lengthOf(value);
  return length === undefined ? undefined : { N: String(length) };
};

const compare = (operator: Comparator, left: Found, right: Found): boolean => {
  const both = left !== undefined && right !== undefined;
  if (operator === '=') return both && equalValues(left, right);
  // A missing attribute is unequal to everything, also to another missing attribute.
  if (operator === '<>') return !both || !equalValues(left, right);
  const order = both ? compareValues(left, right) : undefined;
  if (order === undefined) return false;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
};

const beginsWith = (whole: Found, start: Found): boolean => {
  if (whole === undefined || start === undefined) return false;
  if ('S' in whole && 'S' in start) return whole.S.startsWith(start.S);
  if (!('B' in whole) || !('B' in start)) return false;
  const prefix = bytesOf(start.B);
  return bytesOf(whole.B).subarray(0, prefix.length).equals(prefix);
};

const contains = (whole: Found, part: Found): boolean => {
  if (whole === undefined || part === undefined) return false;
  if ('L' in whole) return whole.L.some((element) => equalValues(element, part));
  if ('S' in part) {
    if ('S' in whole) return whole.S.includes(part.S);
    return 'SS' in whole && whole.SS.includes(part.S);
  }
  if ('N' in part) return 'NS' in whole && whole.NS.includes(part.N);
  if (!('B' in part)) return false;
  if ('B' in whole) return bytesOf(whole.B).includes(bytesOf(part.B));
  return 'BS' in whole && whole.BS.includes(part.B);
};

const TESTS: Readonly<Record<string, (first: Found, second: Found) => boolean>> = {
  attribute_exists: (value) => value !== undefined,
  attribute_not_exists: (value) => value === undefined,
  attribute_type: (value, name) =>
    value !== undefined && name !== undefined && 'S' in name && typeOf(value) === name.S,
  begins_with: beginsWith,
  contains,
};

class Evaluation {
  readonly #item: Item;
  readonly #bindings: Bindings;

  constructor(item: Item, bindings: Bindings) {
    this.#item = item;
    this.#bindings = bindings;
  }

  isSatisfied(condition: Condition): boolean {
    switch (condition.kind) {
      case 'and':
        return condition.terms.every((term) => this.isSatisfied(term));
      case 'or':
        return condition.terms.some((term) => this.isSatisfied(term));
      case 'not':
        return !this.isSatisfied(condition.term);
      case 'test':
        return this.#test(condition.call);
      case 'compare':
        return compare(
          condition.operator,
          this.#value(condition.left),
          this.#value(condition.right),
        );
      case 'between':
        return (
          compare('>=', this.#value(condition.operand), this.#value(condition.low)) &&
          compare('<=', this.#value(condition.operand), this.#value(condition.high))
        );
      case 'in': {
        const value = this.#value(condition.operand);
        return condition.choices.some((choice) => compare('=', value, this.#value(choice)));
      }
      default:
        return condition satisfies never;
    }
  }

  #value(operand: Operand | undefined): Found {
    if (operand === undefined) return undefined;
    if (operand.kind === 'value') return this.#bindings.value(operand.alias);
    if (operand.kind === 'path') return valueAt(this.#item, this.#bindings.path(operand.path));
    return sizeOf(this.#value(operand.operands[0]));
  }

  #test({ name, operands }: Call): boolean {
    const test = TESTS[name];
    if (test === undefined) throw new Error(`the parser accepted the unknown function ${name}`);
    return test(this.#value(operands[0]), this.#value(operands[1]));
  }
}

/**
 * Returns whether the condition holds. A missing item is evaluated as an item without attributes.
 */
export const meetsCondition = (
  condition: Condition,
  item: Item | undefined,
  bindings: Bindings,
): boolean => new Evaluation(item ?? {}, bindings).isSatisfied(condition);
