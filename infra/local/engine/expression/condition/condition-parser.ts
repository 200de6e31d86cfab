/**
 * condition := and { OR and } ; and := not { AND not } ; not := NOT not | primary ; primary := (
 * condition ) | operand compare operand | operand BETWEEN operand AND operand | operand IN (
 * operand … ) | function ( operand … )
 */
import { parseOperand, parseOperandList } from '../operand-parser.ts';
import type { Comparator, Condition, Operand } from '../syntax.ts';
import type { TokenReader } from '../token-reader.ts';
import { checkCondition } from './condition-rules.ts';

const COMPARATORS: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>=']);
const MAX_CHOICES = 100;

const isComparator = (text: string): text is Comparator => COMPARATORS.has(text);

const parseChoices = (reader: TokenReader, operand: Operand): Condition => {
  const choices = parseOperandList(reader);
  if (choices.length > MAX_CHOICES) {
    const count = `number of operands: ${choices.length}`;
    throw reader.refuse(`The IN operator is provided with too many operands; ${count}`);
  }
  return { kind: 'in', operand, choices };
};

const parseBetween = (reader: TokenReader, operand: Operand): Condition => {
  const low = parseOperand(reader);
  if (!reader.skipKeyword('AND')) throw reader.syntaxError();
  return { kind: 'between', operand, low, high: parseOperand(reader) };
};

const parseComparison = (reader: TokenReader): Condition => {
  const operand = parseOperand(reader);
  const token = reader.peek();
  if (token.kind === 'symbol' && isComparator(token.text)) {
    reader.next();
    reader.countOperator();
    return { kind: 'compare', operator: token.text, left: operand, right: parseOperand(reader) };
  }
  if (reader.skipKeyword('BETWEEN')) {
    reader.countOperator();
    return parseBetween(reader, operand);
  }
  if (reader.skipKeyword('IN')) {
    reader.countOperator();
    return parseChoices(reader, operand);
  }
  if (operand.kind === 'call') return { kind: 'test', call: operand };
  throw reader.syntaxError();
};

/**
 * Whether the parenthesis opens a condition, not an operand as in `(a) = :v` or `(a.b)[0] = :v`.
 */
const opensCondition = (reader: TokenReader): boolean => {
  const after = reader.tokenAfterBracket();
  if (after === undefined) return true;
  if (after.kind === 'symbol') return after.text === ')';
  return after.kind !== 'name' || !['BETWEEN', 'IN'].includes(after.text.toUpperCase());
};

const parsePrimary = (reader: TokenReader): Condition =>
  reader.isSymbol('(') && opensCondition(reader)
    ? reader.bracketed(parseOr)
    : parseComparison(reader);

const parseNot = (reader: TokenReader): Condition => {
  if (!reader.skipKeyword('NOT')) return parsePrimary(reader);
  reader.countOperator();
  return { kind: 'not', term: parseNot(reader) };
};

const parseTerms = (
  reader: TokenReader,
  kind: 'and' | 'or',
  parseTerm: (reader: TokenReader) => Condition,
): Condition => {
  const first = parseTerm(reader);
  const terms = [first];
  while (reader.skipKeyword(kind.toUpperCase())) {
    reader.countOperator();
    terms.push(parseTerm(reader));
  }
  return terms.length === 1 ? first : { kind, terms };
};

const parseAnd = (reader: TokenReader): Condition => parseTerms(reader, 'and', parseNot);

const parseOr = (reader: TokenReader): Condition => parseTerms(reader, 'or', parseAnd);

/** Parses a condition, filter or key condition and checks what does not depend on values. */
export const parseCondition = (reader: TokenReader): Condition => {
  const condition = parseOr(reader);
  if (reader.peek().kind !== 'end') throw reader.syntaxError();
  reader.refuseRedundantBrackets();
  checkCondition(condition, (message) => reader.refuse(message));
  return condition;
};
