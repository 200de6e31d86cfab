/** How the round brackets of an expression pair up: read once, so that looking ahead costs nothing. */
import type { Token } from './lexer.ts';

export interface Brackets {
  /** The index of each opening bracket's closing one. */
  readonly closedBy: ReadonlyMap<number, number>;
  /** The opening brackets with a `+` or `-` directly between them and their closing one. */
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

/** `f(` and `IN (` are part of the call or list, not brackets around something. */
const belongsToCall = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return before?.kind === 'name' && !CONNECTIVES.has(before.text.toUpperCase());
};

/** Whether brackets hold nothing but other brackets. */
export const isRedundant = (tokens: readonly Token[], { closedBy }: Brackets): boolean =>
  [...closedBy].some(
    ([opening, closing]) =>
      closedBy.get(opening + 1) === closing - 1 && !belongsToCall(tokens, opening),
  );
