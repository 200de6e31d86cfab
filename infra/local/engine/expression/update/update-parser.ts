/**
 * update := one or more of SET path = value {, …} | REMOVE path {, …} | ADD path :value {, …} |
 * DELETE path :value {, …}, each at most once; value := operand [(+|-) operand].
 */
import { parseOperand, parsePath, parseValue } from '../operand-parser.ts';
import type { Action, Assigned, Call, Operand } from '../syntax.ts';
import type { TokenReader } from '../token-reader.ts';

const OPERAND_COUNT: Readonly<Record<string, number>> = { if_not_exists: 2, list_append: 2 };

const CONDITION_ONLY: ReadonlySet<string> = new Set([
  'attribute_exists',
  'attribute_not_exists',
  'attribute_type',
  'begins_with',
  'contains',
  'size',
]);

const checkCall = (reader: TokenReader, { name, operands }: Call): void => {
  if (CONDITION_ONLY.has(name)) {
    throw reader.refuse(`The function is not allowed in an update expression; function: ${name}`);
  }
  if (!Object.hasOwn(OPERAND_COUNT, name)) {
    throw reader.refuse(`Invalid function name; function: ${name}`);
  }
  if (operands.length !== OPERAND_COUNT[name]) {
    throw reader.refuse(
      'Incorrect number of operands for operator or function; ' +
        `operator or function: ${name}, number of operands: ${operands.length}`,
    );
  }
  if (name === 'if_not_exists' && operands[0]?.kind !== 'path') {
    throw reader.refuse(
      `Operator or function requires a document path; operator or function: ${name}`,
    );
  }
};

/** `if_not_exists` is allowed inside another function, `list_append` is not. */
const checkOperand = (reader: TokenReader, operand: Operand): void => {
  if (operand.kind !== 'call') return;
  checkCall(reader, operand);
  for (const inner of operand.operands) {
    checkOperand(reader, inner);
    if (inner.kind !== 'call' || inner.name !== 'list_append') continue;
    throw reader.refuse(
      'The function is not allowed to be used this way in an expression; ' +
        `function: ${inner.name}`,
    );
  }
};

const parseChecked = (reader: TokenReader): Operand => {
  const operand = parseOperand(reader);
  checkOperand(reader, operand);
  return operand;
};

const parseAssigned = (reader: TokenReader): Assigned => {
  if (reader.isSymbol('(') && reader.opensSum()) return reader.bracketed(parseAssigned);
  const left = parseChecked(reader);
  const operator = reader.isSymbol('+') ? '+' : '-';
  if (!reader.skipSymbol(operator)) return left;
  reader.countOperator();
  return { kind: 'sum', operator, left, right: parseChecked(reader) };
};

const parseAction = (reader: TokenReader, kind: Action['kind']): Action => {
  const path = parsePath(reader);
  if (kind === 'REMOVE') return { kind, path };
  if (kind !== 'SET') return { kind, path, value: parseValue(reader) };
  reader.expectSymbol('=');
  return { kind, path, value: parseAssigned(reader) };
};

const KINDS = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const;

/** Returns the actions in the order of the text. */
export const parseUpdate = (reader: TokenReader): readonly Action[] => {
  const actions: Action[] = [];
  const seen = new Set<Action['kind']>();
  do {
    const kind = KINDS.find((word) => reader.isKeyword(word));
    if (kind === undefined) throw reader.syntaxError();
    reader.next();
    if (seen.has(kind)) {
      throw reader.refuse(`The "${kind}" section can only be used once in an update expression;`);
    }
    seen.add(kind);
    do actions.push(parseAction(reader, kind));
    while (reader.skipSymbol(','));
  } while (reader.peek().kind !== 'end');
  return actions;
};
