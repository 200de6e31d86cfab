/** The outcome of a call as data, so that tables of cases compare it without branches. */
export type Outcome =
  | { readonly done: object }
  | { readonly name: string; readonly message: string };

export const outcomeOf = async (call: Promise<object>): Promise<Outcome> => {
  try {
    return { done: await call };
  } catch (fault) {
    const { name, message } = fault as Error;
    return { name, message };
  }
};

const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/** A pattern for a message: a text matches only itself as a whole. */
export const pattern = (message: string | RegExp, prefix = ''): RegExp => {
  const before = escaped(prefix);
  if (typeof message === 'string') return new RegExp(`^${before}${escaped(message)}$`);
  const { source } = message;
  return new RegExp(source.startsWith('^') ? `^${before}${source.slice(1)}` : source);
};

/** Numbered titles, because expressions repeat. */
export const titled = <T>(
  cases: readonly T[],
  title: (one: T) => string,
): readonly (readonly [string, T])[] =>
  cases.map((one, at) => [`${at + 1}: ${title(one).slice(0, 90)}`, one]);
