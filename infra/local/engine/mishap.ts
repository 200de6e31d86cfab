/**
 * Faults that load and distribution cause in the real services from time to time. The engines carry
 * them out; the fault injection outside the engines decides when.
 */
import type { WireCaller } from './wire.ts';

export interface TableMishaps {
  /** Which of `count` items conflicts with another transaction; undefined: none. */
  conflicting(count: number, caller?: WireCaller): number | undefined;
  /** Returns whether a key of a batch is left unprocessed. */
  leavesOver(caller?: WireCaller): boolean;
  /**
   * Returns by how many engine milliseconds index reads are behind. Without a caller: the maximum
   * for any caller.
   */
  indexLagMs(caller?: WireCaller): number;
}

export interface QueueMishaps {
  /** Returns whether a standard queue inserts a message, or returns a batch, out of order. */
  reorders(caller?: WireCaller): boolean;
  /** A random number with 0 ≤ n < 1, for the changed order. */
  random(): number;
}

export const NO_TABLE_MISHAPS: TableMishaps = {
  conflicting: () => undefined,
  leavesOver: () => false,
  indexLagMs: () => 0,
};

export const NO_QUEUE_MISHAPS: QueueMishaps = { reorders: () => false, random: () => 0 };
