/** A function may throw anything, also what throws again when it is looked at. */
const shown = (show: () => unknown): string => {
  try {
    return String(show());
  } catch {
    return 'an error that cannot be shown';
  }
};

/** A fault as people look for its cause: with the way to it, where there is one. */
export const traceOf = (fault: unknown): string =>
  shown(() => (fault instanceof Error ? (fault.stack ?? fault.message) : fault));

/** As Lambda names an unhandled error. */
export const nameFault = (fault: unknown): string =>
  shown(() => (fault instanceof Error ? `${fault.name}: ${fault.message}` : fault));
