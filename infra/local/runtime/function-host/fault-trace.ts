/** A function may throw any value, even one that throws when it is inspected. */
const shown = (show: () => unknown): string => {
  try {
    return String(show());
  } catch {
    return 'an error that cannot be shown';
  }
};

/** Returns an error as text for people: with the stack trace, if there is one. */
export const traceOf = (fault: unknown): string =>
  shown(() => (fault instanceof Error ? (fault.stack ?? fault.message) : fault));

/** Returns the name that Lambda gives to an unhandled error. */
export const nameFault = (fault: unknown): string =>
  shown(() => (fault instanceof Error ? `${fault.name}: ${fault.message}` : fault));
