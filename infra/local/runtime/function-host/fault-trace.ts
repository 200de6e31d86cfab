/** A fault as people look for its cause: with the way to it, where there is one. */
export const traceOf = (fault: unknown): string =>
  fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
