/**
 * The operations of both sides of the comparison for the measurement, each in a separate process.
 */
export interface AcceptedAt {
  /** The index of the prepared token. */
  readonly index: number;
  /** Epoch milliseconds by the wall clock. */
  readonly at: number;
}

export interface Drained {
  /** Seconds from the last response until all background work of the burst was done. */
  readonly seconds: number;
  /** For each rating, milliseconds from its response until the background work processed it. */
  readonly lags: readonly number[];
}

export interface SideReady {
  readonly url: string;
  /** Number of tokens for the warm-up: some seconds of load. */
  readonly warmUp: number;
}

/** Some ratings were not processed by the background work, so the run's numbers are invalid. */
export class RatingsLost extends Error {}

/**
 * One in fifty is bad and opens a ticket: more than in production, so that a short run has some.
 */
export const wordsOf = (index: number): object =>
  index % 50 === 49
    ? { level: 'dissatisfied', tags: ['209'], text: '没有按承诺的时间办结' }
    : { level: 'satisfied', tags: ['408'] };
