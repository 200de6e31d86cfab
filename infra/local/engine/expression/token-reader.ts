/** Reads the tokens of one expression and creates errors in the wording of the service. */
import type { ServiceError } from '../wire.ts';
import { isRedundant, pairBrackets } from './brackets.ts';
import type { Brackets } from './brackets.ts';
import { tokenize } from './lexer.ts';
import type { Token, TokenKind } from './lexer.ts';
import { makeValidationError } from './refusal.ts';

const MAX_OPERATORS = 300;

/**
 * Each pair of parentheses that is not redundant groups an operator or a function, so an expression
 * within the other limits has fewer levels. The limit protects every recursive traversal of the
 * tree from a stack overflow.
 */
const MAX_BRACKET_DEPTH = 320;

export class TokenReader {
  /** The parameter that contains the expression, e.g. `ConditionExpression`. */
  readonly label: string;
  /** The placeholders (`#n`, `:v`) read so far. */
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

  /** Parses the content of the parentheses that open at the current token. */
  bracketed<T>(parse: (reader: TokenReader) => T): T {
    this.expectSymbol('(');
    this.#depth += 1;
    if (this.#depth > MAX_BRACKET_DEPTH) throw this.#tooDeep();
    const inner = parse(this);
    this.expectSymbol(')');
    this.#depth -= 1;
    return inner;
  }

  /**
   * Returns the token after the closing parenthesis of the pair that opens here; undefined when it
   * is not closed.
   */
  tokenAfterBracket(): Token | undefined {
    const closing = this.#brackets.closedBy.get(this.#at);
    return closing === undefined ? undefined : this.#tokenAt(closing + 1);
  }

  /**
   * Returns whether the pair that opens here contains a sum as a whole, not only its first operand.
   */
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

  /** Creates the error that names the unexpected token and shows it with its neighbours. */
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
