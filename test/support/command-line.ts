/** Reads the arguments of the commands under `test/`. */

/** The arguments are invalid; the message is for the person who called the command. */
export class OptionRefused extends Error {}

export const wholeNumber = (name: string, given: string): number => {
  const value = Number(given);
  if (Number.isInteger(value) && value > 0) return value;
  throw new OptionRefused(`--${name} is a whole number above 0, not ${given}`);
};

/** The request, or the text to print instead. */
export type Asked<Request> =
  | { readonly request: Request }
  | { readonly words: string; readonly exitCode: 0 | 2 };

/** `read` throws `OptionRefused`, or Node's error for an unknown option. */
export const askedBy = <Request>(
  args: readonly string[],
  usage: string,
  read: (args: readonly string[]) => Request,
): Asked<Request> => {
  if (args.includes('--help') || args.includes('-h')) return { words: usage, exitCode: 0 };
  try {
    return { request: read(args) };
  } catch (fault) {
    const isRefusal = fault instanceof OptionRefused || fault instanceof TypeError;
    if (!isRefusal) throw fault;
    return { words: `${fault.message}\n${usage}`, exitCode: 2 };
  }
};

/** A duration in rounded words. */
export const roughly = (seconds: number): string =>
  seconds < 90
    ? `about ${Math.max(1, Math.round(seconds / 10)) * 10} s`
    : `about ${Math.round(seconds / 60)} min`;
