/** Parses paths, values and function calls, which all kinds of expression share. */
import { RESERVED_WORDS } from './reserved-words.table.ts';
import type { Call, Operand, RawPath, ValueOperand } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

const MAX_PATH_DEPTH = 32;
const MAX_LIST_INDEX = 2 ** 31 - 1;

const parseStep = (reader: TokenReader): string => {
  const token = reader.peek();
  if (token.kind !== 'name' && token.kind !== 'alias') throw reader.syntaxError();
  if (token.kind === 'alias') {
    reader.aliases.add(token.text);
  } else if (RESERVED_WORDS.has(token.text.toUpperCase())) {
    throw reader.refuse(`Attribute name is a reserved keyword; reserved keyword: ${token.text}`);
  }
  return reader.next().text;
};

const parseIndex = (reader: TokenReader): number => {
  const token = reader.expect('number');
  reader.expectSymbol(']');
  const index = Number(token.text);
  if (index > MAX_LIST_INDEX) {
    throw reader.refuse(`List index is not within the allowable range; index: [${token.text}]`);
  }
  return index;
};

const parseSteps = (reader: TokenReader, first: RawPath): RawPath => {
  const steps = [...first];
  for (;;) {
    if (reader.skipSymbol('.')) steps.push(parseStep(reader));
    else if (reader.skipSymbol('[')) steps.push(parseIndex(reader));
    else return checkDepth(reader, steps);
  }
};

const checkDepth = (reader: TokenReader, path: RawPath): RawPath => {
  if (path.length <= MAX_PATH_DEPTH) return path;
  const levels = `nesting levels: ${path.length}`;
  throw reader.refuse(`The document path has too many nesting levels; ${levels}`);
};

export const parsePath = (reader: TokenReader): RawPath => parseSteps(reader, [parseStep(reader)]);

export const parseValue = (reader: TokenReader): ValueOperand => {
  const { text } = reader.expect('value');
  reader.aliases.add(text);
  return { kind: 'value', alias: text };
};

const parseCall = (reader: TokenReader): Call => {
  const name = reader.next().text;
  return { kind: 'call', name, operands: parseOperandList(reader) };
};

/** `( operand, operand … )`, at least one. */
export const parseOperandList = (reader: TokenReader): readonly Operand[] =>
  reader.bracketed(() => {
    const operands: Operand[] = [];
    do operands.push(parseOperand(reader));
    while (reader.skipSymbol(','));
    return operands;
  });

const parseParenthesized = (reader: TokenReader): Operand => {
  const operand = reader.bracketed(parseOperand);
  // `(a).b` is the path `a.b`.
  return operand.kind === 'path'
    ? { kind: 'path', path: parseSteps(reader, operand.path) }
    : operand;
};

export const parseOperand = (reader: TokenReader): Operand => {
  if (reader.isSymbol('(')) return parseParenthesized(reader);
  if (reader.peek().kind === 'value') return parseValue(reader);
  if (reader.peek().kind === 'name' && reader.isSymbol('(', 1)) return parseCall(reader);
  return { kind: 'path', path: parsePath(reader) };
};
