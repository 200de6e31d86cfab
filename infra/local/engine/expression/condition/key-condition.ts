/**
 * `KeyConditionExpression`: one value of the partition key, at most one condition on the sort key.
 */
import type { Bindings } from '../bindings.ts';
import { makeValidationError } from '../refusal.ts';
import type { Comparator, Condition, Operand } from '../syntax.ts';
import type { AttributeValue } from '../value/attribute-value.ts';

export type KeyOperator = Exclude<Comparator, '<>'> | 'BETWEEN' | 'begins_with';

export interface KeyTerm {
  readonly attribute: string;
  readonly operator: KeyOperator;
  /** Two values for BETWEEN, otherwise one. */
  readonly values: readonly AttributeValue[];
}

const MIRRORED: Readonly<Record<Exclude<Comparator, '<>'>, Exclude<Comparator, '<>'>>> = {
  '=': '=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const badOperator = (name: string) =>
  makeValidationError(`Invalid operator used in KeyConditionExpression: ${name}`);

const badCondition = (what: string) =>
  makeValidationError(`Invalid condition in KeyConditionExpression: ${what}`);

const attributeName = (operand: Operand | undefined, bindings: Bindings): string | undefined => {
  if (operand?.kind === 'call') {
    throw makeValidationError('KeyConditionExpressions cannot contain nested operations');
  }
  if (operand?.kind !== 'path') return undefined;
  const [name, ...rest] = bindings.path(operand.path);
  if (rest.length > 0) {
    throw makeValidationError(
      'KeyConditionExpressions cannot have conditions on nested attributes',
    );
  }
  return String(name);
};

const valueOf = (operand: Operand, bindings: Bindings): AttributeValue => {
  if (operand.kind === 'value') return bindings.value(operand.alias);
  attributeName(operand, bindings);
  throw badCondition('Multiple attribute names used in one condition');
};

const compareTerm = (
  condition: Extract<Condition, { kind: 'compare' }>,
  bindings: Bindings,
): KeyTerm => {
  const { operator, left, right } = condition;
  if (operator === '<>') throw badOperator('<>');
  const attribute = attributeName(left, bindings);
  if (attribute !== undefined) {
    return { attribute, operator, values: [valueOf(right, bindings)] };
  }
  const mirrored = attributeName(right, bindings);
  if (mirrored === undefined) throw badCondition('No key attribute specified');
  return { attribute: mirrored, operator: MIRRORED[operator], values: [valueOf(left, bindings)] };
};

const firstOperandTerm = (
  operator: 'BETWEEN' | 'begins_with',
  [first, ...others]: readonly Operand[],
  bindings: Bindings,
): KeyTerm => {
  const attribute = attributeName(first, bindings);
  if (attribute === undefined) {
    throw badCondition(`${operator} operator must have the key attribute as its first operand`);
  }
  return { attribute, operator, values: others.map((operand) => valueOf(operand, bindings)) };
};

/**
 * Returns the terms of a key condition. Throws ValidationException for everything that a key
 * condition must not contain.
 */
export const keyTerms = (condition: Condition, bindings: Bindings): readonly KeyTerm[] => {
  switch (condition.kind) {
    case 'and':
      return condition.terms.flatMap((term) => keyTerms(term, bindings));
    case 'compare':
      return [compareTerm(condition, bindings)];
    case 'between': {
      const operands = [condition.operand, condition.low, condition.high];
      return [firstOperandTerm('BETWEEN', operands, bindings)];
    }
    case 'test':
      if (condition.call.name !== 'begins_with') throw badOperator(condition.call.name);
      return [firstOperandTerm('begins_with', condition.call.operands, bindings)];
    case 'or':
    case 'not':
    case 'in':
      throw badOperator(condition.kind.toUpperCase());
    default:
      return condition satisfies never;
  }
};
