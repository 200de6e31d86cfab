import { markTwice } from './members-twice.ts';

/** The third argument of a reviver, which the library's types do not have yet. */
interface Context {
  /** The text of a number, text, truth value or null. */
  readonly source?: string;
}

/** A number that cannot hold what its text says becomes that text. */
const keepNumber = (value: number, source: string): number | string =>
  Number.isSafeInteger(value) || String(value) === source ? value : source;

interface Reading {
  /** The members that are left out, wherever they stand. */
  readonly without?: ReadonlySet<string>;
  /**
   * The members that are lists or objects; one that came as its JSON text is read from the text. The
   * whole has the name ''.
   */
  readonly structured?: ReadonlySet<string>;
}

const openText = (text: string, reading: Reading): unknown => {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return parseLossless(text, reading);
  } catch (fault) {
    if (fault instanceof SyntaxError) return text;
    throw fault;
  }
};

/**
 * Parses JSON without losing digits: a number beyond 2^53, or with more digits than a double has,
 * becomes its text, and each of the members that came more than once has a name of its own.
 *
 * @throws SyntaxError when it is not JSON, RangeError when it is nested too deeply
 */
export const parseLossless = (text: string, reading: Reading = {}): unknown => {
  const { without, structured } = reading;
  const revive = (key: string, value: unknown, { source }: Context): unknown => {
    if (without?.has(key) === true) return undefined;
    if (typeof value === 'string' && structured?.has(key) === true) return openText(value, reading);
    return typeof value === 'number' && source !== undefined ? keepNumber(value, source) : value;
  };
  const parse = (json: string): unknown =>
    JSON.parse(json, revive as (key: string, value: unknown) => unknown);
  const value = parse(text);
  const marked = markTwice(text, without);
  return marked.twice.length === 0 ? value : parse(marked.text);
};
