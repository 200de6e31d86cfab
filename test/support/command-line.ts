/** What the commands of this folder make of their arguments. */

/** The command was called in a way that cannot be meant; the message is for the person who called it. */
export class OptionRefused extends Error {}

export const wholeNumber = (name: string, given: string): number => {
  const value = Number(given);
  if (Number.isInteger(value) && value > 0) return value;
  throw new OptionRefused(`--${name} is a whole number above 0, not ${given}`);
};

/** The request, or what to print instead of doing anything. */
export type Asked<Request> =
  | { readonly request: Request }
  | { readonly words: string; readonly exitCode: 0 | 2 };

/** `read` throws `OptionRefused`, or what Node says of an option that does not exist. */
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

/** How long something takes, as a person would say it. */
export const roughly = (seconds: number): string =>
  seconds < 90
    ? `about ${Math.max(1, Math.round(seconds / 10)) * 10} s`
    : `about ${Math.round(seconds / 60)} min`;
