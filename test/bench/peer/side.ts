/** What both sides of the comparison do for the measurement, each in a process of its own. */
export interface AcceptedAt {
  /** Which of the prepared tokens. */
  readonly index: number;
  /** Epoch milliseconds, by the wall clock. */
  readonly at: number;
}

export interface Drained {
  /** Seconds from the last answer until all that follows from the burst was done. */
  readonly seconds: number;
  /** Of each rating, from its answer until the loop behind had it, milliseconds. */
  readonly lags: readonly number[];
}

export interface SideReady {
  readonly url: string;
  /** How many tokens to begin with: some seconds of load. */
  readonly warmUp: number;
}

/** The ratings that did not come out at the other end of the loop: then no number of it counts. */
export class RatingsLost extends Error {}

/** One in fifty is bad and opens a ticket: more than in life, so that a short run has some. */
export const wordsOf = (index: number): object =>
  index % 50 === 49
    ? { level: 'dissatisfied', tags: ['209'], text: '没有按承诺的时间办结' }
    : { level: 'satisfied', tags: ['408'] };
