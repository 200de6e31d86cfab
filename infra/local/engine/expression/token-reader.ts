/** Walks over the tokens of one expression and knows how the service words its complaints. */
import type { ServiceError } from '../wire.ts';
import { tokenize } from './lexer.ts';
import type { Token, TokenKind } from './lexer.ts';
import { invalid } from './refusal.ts';

const MAX_OPERATORS = 300;

export class TokenReader {
  /** The parameter that the expression came in, e.g. `ConditionExpression`. */
  readonly label: string;
  /** Aliases (`#n`, `:v`) met so far. */
  readonly aliases = new Set<string>();
  readonly #source: string;
  readonly #tokens: readonly Token[];
  readonly #last: Token;
  #at = 0;
  #operators = 0;

  constructor(label: string, source: string) {
    this.label = label;
    this.#source = source;
    this.#tokens = tokenize(source);
    this.#last = this.#tokenAt(this.#tokens.length - 1);
  }

  get tokens(): readonly Token[] {
    return this.#tokens;
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
    return invalid(`Invalid ${this.label}: ${message}`);
  }

  /** Names the token that does not fit and shows it between its neighbours. */
  syntaxError(): ServiceError {
    const token = this.peek();
    const from = this.#tokenAt(this.#at - 1).start;
    const near = this.#source.slice(from, this.#tokenAt(this.#at + 1).end);
    return this.refuse(`Syntax error; token: "${token.text}", near: "${near}"`);
  }

  #tokenAt(at: number): Token {
    const within = Math.min(Math.max(at, 0), this.#tokens.length - 1);
    return this.#tokens[within] ?? this.#last;
  }
}
