/** What every event source of the local runtime offers to those who run it. */
export interface EventSource {
  /**
   * Takes nothing new, lets running invocations end and acknowledges what they did. A source that
   * is started again over the same data goes on from there.
   */
  stop(): Promise<void>;
  /**
   * Resolves when nothing is deliverable at the current engine time and nothing is in flight.
   * Waiting for a later engine time (back-off, window, injected delay) counts as idle.
   */
  idle(): Promise<void>;
  status(): SourceStatus;
}

export interface SourceStatus {
  readonly id: string;
  readonly kind: 'stream' | 'queue' | 'schedule';
  readonly state: 'disabled' | 'running' | 'stopped';
  /** Calls of the function, repeats and injected duplicates included. */
  readonly invocations: number;
  /** Of these, the calls that ended in an error, injected crashes included. */
  readonly faults: number;
  /** Records, or scheduled runs, given up after their last retry. */
  readonly discarded: number;
  readonly inFlight: number;
}

/** Counts of one source since its start; mutable, owned by the source. */
export interface Tally {
  invocations: number;
  faults: number;
  discarded: number;
  inFlight: number;
}

export const emptyTally = (): Tally => ({ invocations: 0, faults: 0, discarded: 0, inFlight: 0 });

/** Where a source tells of every error that it survives. */
export type Report = (error: unknown) => void;
