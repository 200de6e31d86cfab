/** The third argument of a reviver, which the library's types do not have yet. */
interface Context {
  /** The text of a number, text, truth value or null. */
  readonly source?: string;
}

/** A number that cannot hold what its text says becomes that text. */
const keepNumber = (value: number, source: string): number | string =>
  Number.isSafeInteger(value) || String(value) === source ? value : source;

/**
 * Parses JSON without losing digits: a number beyond 2^53, or with more digits than a double has,
 * becomes its text. Members named in `without` are left out, wherever they stand.
 *
 * @throws SyntaxError when it is not JSON, RangeError when it is nested too deeply
 */
export const parseLossless = (text: string, without: ReadonlySet<string> = new Set()): unknown => {
  const revive = (key: string, value: unknown, { source }: Context): unknown => {
    if (without.has(key)) return undefined;
    return typeof value === 'number' && source !== undefined ? keepNumber(value, source) : value;
  };
  return JSON.parse(text, revive as (key: string, value: unknown) => unknown) as unknown;
};
