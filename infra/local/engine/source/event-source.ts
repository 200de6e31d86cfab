/** The interface of every event source of the local runtime. */
export interface EventSource {
  /**
   * Takes nothing new, waits for running invocations and acknowledges what they completed. A source
   * that is started again over the same data continues from there.
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
  /** Invocations of the function, including retries and injected duplicates. */
  readonly invocations: number;
  /** Of these, the invocations that ended in an error, including injected crashes. */
  readonly faults: number;
  /** Records, or scheduled runs, that were given up after their last retry. */
  readonly discarded: number;
  readonly inFlight: number;
}

/** The counts of one source since its start; mutable, owned by the source. */
export interface Tally {
  invocations: number;
  faults: number;
  discarded: number;
  inFlight: number;
}

export const emptyTally = (): Tally => ({ invocations: 0, faults: 0, discarded: 0, inFlight: 0 });

/** Receives every error that a source survives. */
export type Report = (error: unknown) => void;
