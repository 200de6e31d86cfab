/** The comparison operators of event patterns, each over the leaf values at one field. */

export type Leaf = string | number | boolean | null;

/** Receives the leaves at a field: none when it is absent, several when it is a list. */
export type LeafTest = (leaves: readonly Leaf[]) => boolean;

/** A pattern that this engine, or the service, does not understand; `where` is the path in it. */
export class PatternError extends Error {
  constructor(where: string, what: string) {
    super(`event pattern at ${where || 'its root'}: ${what}`);
  }
}

type ValueTest = (value: Leaf) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isLeaf = (value: unknown): value is Leaf =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const onlyEntry = (rule: object, where: string): readonly [string, unknown] => {
  const [entry, ...others] = Object.entries(rule);
  if (!entry || others.length > 0) throw new PatternError(where, 'expected exactly one operator');
  return entry;
};

const expectText = (operand: unknown, where: string, operator: string): string => {
  if (typeof operand === 'string' && operand !== '') return operand;
  throw new PatternError(where, `${operator} takes a text`);
};

const ignoringCase = (value: string): string => value.toLowerCase();

/** `prefix` and `suffix` take a string, or `{"equals-ignore-case": string}`. */
const compileAffix = (
  operator: 'prefix' | 'suffix',
  operand: unknown,
  where: string,
): ValueTest => {
  const method = operator === 'prefix' ? 'startsWith' : 'endsWith';
  if (!isObject(operand)) {
    const wanted = expectText(operand, where, operator);
    return (value) => typeof value === 'string' && value[method](wanted);
  }
  const [inner, nested] = onlyEntry(operand, where);
  if (inner !== 'equals-ignore-case') throw new PatternError(where, `${operator} of ${inner}`);
  const wanted = ignoringCase(expectText(nested, where, inner));
  return (value) => typeof value === 'string' && ignoringCase(value)[method](wanted);
};

const equalsIgnoreCase = (operand: unknown, where: string): ValueTest => {
  const wanted = ignoringCase(expectText(operand, where, 'equals-ignore-case'));
  return (value) => typeof value === 'string' && ignoringCase(value) === wanted;
};

const COMPARISONS: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

const compileNumeric = (operand: unknown, where: string): ValueTest => {
  if (!Array.isArray(operand) || (operand.length !== 2 && operand.length !== 4))
    throw new PatternError(where, 'numeric takes one or two comparisons');
  const bounds: ((value: number) => boolean)[] = [];
  for (let at = 0; at < operand.length; at += 2) {
    const compare = COMPARISONS[String(operand[at])];
    const bound: unknown = operand[at + 1];
    if (!compare || typeof bound !== 'number')
      throw new PatternError(where, 'numeric takes pairs of comparison and number');
    bounds.push((value) => compare(value, bound));
  }
  return (value) => typeof value === 'number' && bounds.every((holds) => holds(value));
};

const excludedValues = (operand: unknown, where: string): ValueTest => {
  const values: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (values.length === 0 || !values.every((value) => ['string', 'number'].includes(typeof value)))
    throw new PatternError(where, 'anything-but takes texts or numbers, or one operator');
  return (value) => values.includes(value);
};

const compileAnythingBut = (operand: unknown, where: string): ValueTest => {
  if (!isObject(operand)) return excludedValues(operand, where);
  const [operator, nested] = onlyEntry(operand, where);
  const alternatives: readonly unknown[] = Array.isArray(nested) ? nested : [nested];
  if (alternatives.length === 0) throw new PatternError(where, 'anything-but of an empty list');
  const tests = alternatives.map((one) => compileExclusion(operator, one, where));
  return (value) => tests.some((matches) => matches(value));
};

const compileExclusion = (operator: string, operand: unknown, where: string): ValueTest => {
  if (operator === 'prefix' || operator === 'suffix') return compileAffix(operator, operand, where);
  if (operator === 'equals-ignore-case') return equalsIgnoreCase(operand, where);
  throw new PatternError(where, `unsupported operator anything-but ${operator}`);
};

const matchAnyLeaf =
  (test: ValueTest): LeafTest =>
  (leaves) =>
    leaves.some(test);

const compileExists = (operand: unknown, where: string): LeafTest => {
  if (typeof operand !== 'boolean') throw new PatternError(where, 'exists takes true or false');
  return (leaves) => leaves.length > 0 === operand;
};

/** Compiles one element of a pattern's list: a value to equal, or one operator. */
export const compileOperator = (rule: unknown, where: string): LeafTest => {
  if (isLeaf(rule)) return matchAnyLeaf((value) => value === rule);
  if (!isObject(rule)) throw new PatternError(where, 'a list in a list');
  const [operator, operand] = onlyEntry(rule, where);
  switch (operator) {
    case 'exists':
      return compileExists(operand, where);
    case 'prefix':
    case 'suffix':
      return matchAnyLeaf(compileAffix(operator, operand, where));
    case 'equals-ignore-case':
      return matchAnyLeaf(equalsIgnoreCase(operand, where));
    case 'numeric':
      return matchAnyLeaf(compileNumeric(operand, where));
    case 'anything-but': {
      const isExcluded = compileAnythingBut(operand, where);
      return matchAnyLeaf((value) => !isExcluded(value));
    }
    default:
      throw new PatternError(where, `unsupported operator ${operator}`);
  }
};
