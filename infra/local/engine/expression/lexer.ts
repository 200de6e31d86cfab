/**
 * Splits an expression into tokens. A character that starts no token becomes a token of its own, so
 * that the parser can report it.
 */
export type TokenKind = 'name' | 'alias' | 'value' | 'number' | 'symbol' | 'unknown' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['name', /[A-Za-z][A-Za-z0-9_]*/y],
  ['alias', /#[A-Za-z0-9_]+/y],
  ['value', /:[A-Za-z0-9_]+/y],
  ['number', /[0-9]+/y],
  ['symbol', /<=|>=|<>|[=<>(),.[\]+-]/y],
  ['unknown', /[^]/uy],
];

const SPACE = /[ \t\r\n]*/y;

const skipSpace = (source: string, start: number): number => {
  SPACE.lastIndex = start;
  SPACE.exec(source);
  return SPACE.lastIndex;
};

const tokenAt = (source: string, start: number): Token => {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    const text = pattern.exec(source)?.[0];
    if (text !== undefined) return { kind, text, start, end: start + text.length };
  }
  return { kind: 'end', text: '<EOF>', start, end: start };
};

/** Returns all tokens of `source`; the last one is of kind `end`. */
export const tokenize = (source: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = skipSpace(source, 0);
  while (at < source.length) {
    const token = tokenAt(source, at);
    tokens.push(token);
    at = skipSpace(source, token.end);
  }
  return [...tokens, tokenAt(source, source.length)];
};
