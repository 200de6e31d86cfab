/**
 * What load and distance do to a call of the real services now and then. The engines act it out; when
 * it happens is decided outside of them, by whoever injects faults.
 */
import type { WireCaller } from './wire.ts';

export interface TableMishaps {
  /** Which of `count` items of a request is met in somebody else's transaction; undefined: none. */
  conflicting(count: number, caller?: WireCaller): number | undefined;
  /** Whether a key of a batch is left for the next call. */
  leavesOver(caller?: WireCaller): boolean;
  /** By how much index reads are behind, in engine milliseconds; without a caller, for anybody. */
  indexLagMs(caller?: WireCaller): number;
}

export interface QueueMishaps {
  /** Whether a standard queue takes a message in, or hands a batch out, in another order. */
  reorders(caller?: WireCaller): boolean;
  /** 0 ≤ n < 1, for the other order. */
  random(): number;
}

export const NO_TABLE_MISHAPS: TableMishaps = {
  conflicting: () => undefined,
  leavesOver: () => false,
  indexLagMs: () => 0,
};

export const NO_QUEUE_MISHAPS: QueueMishaps = { reorders: () => false, random: () => 0 };
