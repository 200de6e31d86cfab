/** Repeats work that lost a race or met a transient fault. */

export interface Tries {
  readonly tries: number;
  /** Wait after a failed attempt in milliseconds, by its number from 0; absent: no wait. */
  readonly waitMs?: (attempt: number) => number;
  /** Waits so many milliseconds; by default in real time. */
  readonly pause?: ((ms: number) => Promise<unknown>) | undefined;
}

const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const waitBehind = async (attempt: number, { tries, waitMs, pause = sleep }: Tries) => {
  if (waitMs !== undefined && attempt + 1 < tries) await pause(waitMs(attempt));
};

/**
 * Repeats `work` while it returns undefined, and returns its answer.
 * @throws the error of `exhausted` after the last try; every fault of `work` immediately
 */
export const retry = async <T>(
  work: (attempt: number) => Promise<T | undefined>,
  how: Tries & { readonly exhausted: () => Error },
): Promise<T> => {
  for (let attempt = 0; attempt < how.tries; attempt += 1) {
    const answer = await work(attempt);
    if (answer !== undefined) return answer;
    await waitBehind(attempt, how);
  }
  throw how.exhausted();
};

/** Repeats `work` after faults that are `passing`. @throws the fault of the last try */
export const retryFaults = async <T>(
  work: () => Promise<T>,
  how: Tries & { readonly passing: (fault: unknown) => boolean },
): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (fault) {
      if (attempt + 1 >= how.tries || !how.passing(fault)) throw fault;
    }
    await waitBehind(attempt, how);
  }
};
