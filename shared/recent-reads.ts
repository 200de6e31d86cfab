import { toEpoch } from './domain/time/instant.ts';
import type { Now } from './port/clock.ts';

/** For how long a reader may go by what it read last. */
const LAG_MS = 300_000;

interface Read<T> {
  readonly at: number;
  readonly found: Promise<T>;
}

/** Repeats a read of the same key only after five minutes. */
export const recentReads = <T>(
  read: (key: string) => Promise<T>,
  now: Now,
): ((key: string) => Promise<T>) => {
  const reads = new Map<string, Read<T>>();
  return (key) => {
    const at = toEpoch(now());
    const last = reads.get(key);
    // A negative age means that the clock was set back.
    const age = last === undefined ? -1 : at - last.at;
    if (last !== undefined && age >= 0 && age < LAG_MS) return last.found;
    const found = read(key);
    reads.set(key, { at, found });
    // A failed read is not kept: the next reader tries again.
    found.catch(() => reads.delete(key));
    return found;
  };
};
