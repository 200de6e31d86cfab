/** Walks over the tokens of one expression and knows how the service words its complaints. */
import type { ServiceError } from '../wire.ts';
import { isRedundant, pairBrackets } from './brackets.ts';
import type { Brackets } from './brackets.ts';
import { tokenize } from './lexer.ts';
import type { Token, TokenKind } from './lexer.ts';
import { makeValidationError } from './refusal.ts';

const MAX_OPERATORS = 300;

/**
 * Each pair of brackets that is not redundant holds an operator or a function apart, so an
 * expression within the other limits stays below. It keeps every walk over the tree off the end of
 * the stack.
 */
const MAX_BRACKET_DEPTH = 320;

export class TokenReader {
  /** The parameter that the expression came in, e.g. `ConditionExpression`. */
  readonly label: string;
  /** Aliases (`#n`, `:v`) met so far. */
  readonly aliases = new Set<string>();
  readonly #source: string;
  readonly #tokens: readonly Token[];
  readonly #last: Token;
  readonly #brackets: Brackets;
  #at = 0;
  #operators = 0;
  #depth = 0;

  constructor(label: string, source: string) {
    this.label = label;
    this.#source = source;
    this.#tokens = tokenize(source);
    this.#last = this.#tokenAt(this.#tokens.length - 1);
    this.#brackets = pairBrackets(this.#tokens);
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? this.#last;
  }

  next(): Token {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === text;
  }

  isKeyword(word: string): boolean {
    const token = this.peek();
    return token.kind === 'name' && token.text.toUpperCase() === word;
  }

  skipSymbol(text: string): boolean {
    const found = this.isSymbol(text);
    if (found) this.next();
    return found;
  }

  skipKeyword(word: string): boolean {
    const found = this.isKeyword(word);
    if (found) this.next();
    return found;
  }

  expectSymbol(text: string): void {
    if (!this.skipSymbol(text)) throw this.syntaxError();
  }

  /** What stands in the brackets that open here. */
  bracketed<T>(parse: (reader: TokenReader) => T): T {
    this.expectSymbol('(');
    this.#depth += 1;
    if (this.#depth > MAX_BRACKET_DEPTH) throw this.#tooDeep();
    const inner = parse(this);
    this.expectSymbol(')');
    this.#depth -= 1;
    return inner;
  }

  /** What follows the bracket that closes the one that opens here; undefined when none does. */
  tokenAfterBracket(): Token | undefined {
    const closing = this.#brackets.closedBy.get(this.#at);
    return closing === undefined ? undefined : this.#tokenAt(closing + 1);
  }

  /** Whether the bracket that opens here holds a sum as a whole, not only its first operand. */
  opensSum(): boolean {
    return this.#brackets.summing.has(this.#at);
  }

  refuseRedundantBrackets(): void {
    if (!isRedundant(this.#tokens, this.#brackets)) return;
    throw this.refuse('The expression has redundant parentheses;');
  }

  expect(kind: TokenKind): Token {
    if (this.peek().kind !== kind) throw this.syntaxError();
    return this.next();
  }

  countOperator(): void {
    this.#operators += 1;
    if (this.#operators > MAX_OPERATORS) {
      const count = `operator count: ${this.#operators}`;
      throw this.refuse(`The expression contains too many operators; ${count}`);
    }
  }

  refuse(message: string): ServiceError {
    return makeValidationError(`Invalid ${this.label}: ${message}`);
  }

  /** Names the token that does not fit and shows it between its neighbours. */
  syntaxError(): ServiceError {
    const token = this.peek();
    const from = this.#tokenAt(this.#at - 1).start;
    const near = this.#source.slice(from, this.#tokenAt(this.#at + 1).end);
    return this.refuse(`Syntax error; token: "${token.text}", near: "${near}"`);
  }

  #tooDeep(): ServiceError {
    this.refuseRedundantBrackets();
    const levels = `nesting levels: ${this.#depth}`;
    return this.refuse(`The expression has too many nesting levels; ${levels}`);
  }

  #tokenAt(at: number): Token {
    const within = Math.min(Math.max(at, 0), this.#tokens.length - 1);
    return this.#tokens[within] ?? this.#last;
  }
}
