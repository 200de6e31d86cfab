/** Checks the types of the values bound to a condition, which do not depend on the item. */
import type { Bindings } from '../bindings.ts';
import { samePath, showPath } from '../document-path.ts';
import type { Call, Condition, Operand } from '../syntax.ts';
import { compareValues, typeOf } from '../value/attribute-value.ts';
import type { AttributeValue, TypeName } from '../value/attribute-value.ts';
import { operandsOf, termsOf } from './condition-rules.ts';
import type { Refuse } from './condition-rules.ts';

const LONG_NAMES: Readonly<Partial<Record<TypeName, string>>> = {
  S: 'STRING',
  N: 'NUMBER',
  B: 'BINARY',
  NULL: 'NULL',
  BOOL: 'BOOLEAN',
  L: 'LIST',
  M: 'MAP',
};

export const longTypeName = (type: TypeName): string => LONG_NAMES[type] ?? type;

const TYPE_NAMES: ReadonlySet<string> = new Set('S N B BOOL NULL SS NS BS L M'.split(' '));

/** Returns the type of an operand if it is known before an item is read. */
const knownType = (operand: Operand, bindings: Bindings): TypeName | undefined => {
  if (operand.kind === 'call') return 'N';
  return operand.kind === 'value' ? typeOf(bindings.value(operand.alias)) : undefined;
};

const showValue = (value: AttributeValue): string => {
  const [[type, content] = []] = Object.entries(value);
  const shown = typeof content === 'string' ? content : JSON.stringify(content);
  return `AttributeValue: {${type}:${shown}}`;
};

const ORDERED: ReadonlySet<TypeName> = new Set<TypeName>(['S', 'N', 'B']);
const SIZELESS: ReadonlySet<TypeName> = new Set<TypeName>(['N', 'BOOL', 'NULL']);

const wrongType = (name: string, type: string): string =>
  'Incorrect operand type for operator or function; ' +
  `operator or function: ${name}, operand type: ${type}`;

class TypeCheck {
  readonly #bindings: Bindings;
  readonly #refuse: Refuse;

  constructor(bindings: Bindings, refuse: Refuse) {
    this.#bindings = bindings;
    this.#refuse = refuse;
  }

  condition(condition: Condition): void {
    for (const operand of operandsOf(condition)) if (operand.kind === 'call') this.#call(operand);
    if (condition.kind === 'test') this.#call(condition.call);
    if (condition.kind === 'compare') {
      this.#distinct(condition.operator, [condition.left, condition.right]);
      if (condition.operator !== '=' && condition.operator !== '<>') {
        this.#ordered(condition.operator, [condition.left, condition.right]);
      }
    }
    if (condition.kind === 'between') {
      this.#ordered('BETWEEN', operandsOf(condition));
      this.#bounds(condition.low, condition.high);
    }
    for (const term of termsOf(condition)) this.condition(term);
  }

  #ordered(operator: string, operands: readonly Operand[]): void {
    for (const operand of operands) {
      const type = knownType(operand, this.#bindings);
      if (type === undefined || ORDERED.has(type)) continue;
      throw this.#refuse(
        'Incorrect operand type for operator or function; ' +
          `operator: ${operator}, operand type: ${longTypeName(type)}`,
      );
    }
  }

  #bounds(low: Operand, high: Operand): void {
    if (low.kind !== 'value' || high.kind !== 'value') return;
    const [from, to] = [this.#bindings.value(low.alias), this.#bindings.value(high.alias)];
    const order = compareValues(from, to);
    if (order !== undefined && order <= 0) return;
    const rule =
      order === undefined
        ? 'same data type for lower and upper bounds'
        : 'upper bound to be greater than or equal to lower bound';
    throw this.#refuse(
      `The BETWEEN operator requires ${rule}; ` +
        `lower bound operand: ${showValue(from)}, upper bound operand: ${showValue(to)}`,
    );
  }

  #distinct(operator: string, operands: readonly Operand[]): void {
    const [first, second] = operands;
    if (first?.kind !== 'path' || second?.kind !== 'path') return;
    const path = this.#bindings.path(first.path);
    if (!samePath(path, this.#bindings.path(second.path))) return;
    throw this.#refuse(
      'The first operand must be distinct from the remaining operands for this operator or ' +
        `function; operator: ${operator}, first operand: ${showPath(path)}`,
    );
  }

  #call(call: Call): void {
    this.#distinct(call.name, call.operands);
    for (const operand of call.operands) if (operand.kind === 'call') this.#call(operand);
    const types = call.operands.map((operand) => knownType(operand, this.#bindings));
    if (call.name === 'begins_with') {
      const wrong = types.find((type) => type !== undefined && type !== 'S' && type !== 'B');
      if (wrong !== undefined) throw this.#refuse(wrongType(call.name, wrong));
    }
    if (call.name === 'size' && types[0] !== undefined && SIZELESS.has(types[0])) {
      throw this.#refuse(wrongType(call.name, types[0]));
    }
    if (call.name === 'attribute_type') this.#typeName(call.operands[1], types[1]);
  }

  #typeName(operand: Operand | undefined, type: TypeName | undefined): void {
    if (operand?.kind !== 'value' || type !== 'S') {
      const shown = type ?? '{NS,SS,L,BS,N,M,B,BOOL,NULL,S}';
      throw this.#refuse(wrongType('attribute_type', shown));
    }
    const value = this.#bindings.value(operand.alias);
    if (!('S' in value) || TYPE_NAMES.has(value.S)) return;
    const valid = 'valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}';
    throw this.#refuse(`Invalid attribute type name found; type: ${value.S}, ${valid}`);
  }
}

/** Throws ValidationException for a value that its operator or function does not accept. */
export const checkConditionTypes = (
  condition: Condition,
  bindings: Bindings,
  refuse: Refuse,
): void => new TypeCheck(bindings, refuse).condition(condition);
