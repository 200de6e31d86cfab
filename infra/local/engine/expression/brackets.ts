/** Pairs the parentheses of an expression once, so that lookahead takes constant time. */
import type { Token } from './lexer.ts';

export interface Brackets {
  /** Maps the index of each opening parenthesis to that of its closing one. */
  readonly closedBy: ReadonlyMap<number, number>;
  /**
   * The opening parentheses of the pairs that contain a `+` or `-` directly, not in a nested pair.
   */
  readonly summing: ReadonlySet<number>;
}

export const pairBrackets = (tokens: readonly Token[]): Brackets => {
  const open: number[] = [];
  const closedBy = new Map<number, number>();
  const summing = new Set<number>();
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind !== 'symbol') continue;
    if (text === '(') open.push(at);
    const innermost = text === ')' ? open.pop() : open.at(-1);
    if (innermost === undefined) continue;
    if (text === ')') closedBy.set(innermost, at);
    if (text === '+' || text === '-') summing.add(innermost);
  }
  return { closedBy, summing };
};

const CONNECTIVES: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT', 'BETWEEN']);

/** The parenthesis of `f(` and `IN (` belongs to the call or list and groups no expression. */
const belongsToCall = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return before?.kind === 'name' && !CONNECTIVES.has(before.text.toUpperCase());
};

/** Returns whether a pair of parentheses contains nothing but another pair. */
export const isRedundant = (tokens: readonly Token[], { closedBy }: Brackets): boolean =>
  [...closedBy].some(
    ([opening, closing]) =>
      closedBy.get(opening + 1) === closing - 1 && !belongsToCall(tokens, opening),
  );
