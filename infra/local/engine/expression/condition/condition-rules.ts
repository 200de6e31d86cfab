/** Checks the structure of a condition, as far as that is possible from its text alone. */
import type { ServiceError } from '../../wire.ts';
import type { Call, Condition, Operand } from '../syntax.ts';

export type Refuse = (message: string) => ServiceError;

const OPERAND_COUNT: Readonly<Record<string, number>> = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  attribute_type: 2,
  begins_with: 2,
  contains: 2,
  size: 1,
};

const UPDATE_ONLY: ReadonlySet<string> = new Set(['if_not_exists', 'list_append']);

const NEEDS_PATH: ReadonlySet<string> = new Set(['attribute_exists', 'attribute_not_exists']);

const describeMisuse = (name: string): string =>
  `The function is not allowed to be used this way in an expression; function: ${name}`;

const checkCall = (call: Call, refuse: Refuse): void => {
  const { name, operands } = call;
  if (UPDATE_ONLY.has(name)) {
    throw refuse(`The function is not allowed in a condition expression; function: ${name}`);
  }
  if (!Object.hasOwn(OPERAND_COUNT, name)) {
    throw refuse(`Invalid function name; function: ${name}`);
  }
  if (operands.length !== OPERAND_COUNT[name]) {
    throw refuse(
      'Incorrect number of operands for operator or function; ' +
        `operator or function: ${name}, number of operands: ${operands.length}`,
    );
  }
  if (NEEDS_PATH.has(name) && operands[0]?.kind !== 'path') {
    throw refuse(`Operator or function requires a document path; operator or function: ${name}`);
  }
  checkOperands(operands, refuse);
};

/** Only `size` returns a value; the other functions are conditions themselves. */
const checkOperands = (operands: readonly Operand[], refuse: Refuse): void => {
  for (const operand of operands) {
    if (operand.kind !== 'call') continue;
    checkCall(operand, refuse);
    if (operand.name !== 'size') throw refuse(describeMisuse(operand.name));
  }
};

/** Returns the direct operands of a condition, without those of its sub-conditions. */
export const operandsOf = (condition: Condition): readonly Operand[] => {
  const { kind } = condition;
  if (kind === 'compare') return [condition.left, condition.right];
  if (kind === 'between') return [condition.operand, condition.low, condition.high];
  if (kind === 'in') return [condition.operand, ...condition.choices];
  return kind === 'test' ? condition.call.operands : [];
};

export const termsOf = (condition: Condition): readonly Condition[] => {
  if (condition.kind === 'not') return [condition.term];
  return condition.kind === 'and' || condition.kind === 'or' ? condition.terms : [];
};

export const checkCondition = (condition: Condition, refuse: Refuse): void => {
  if (condition.kind === 'test') {
    checkCall(condition.call, refuse);
    if (condition.call.name === 'size') throw refuse(describeMisuse('size'));
  } else {
    checkOperands(operandsOf(condition), refuse);
  }
  for (const term of termsOf(condition)) checkCondition(term, refuse);
};
