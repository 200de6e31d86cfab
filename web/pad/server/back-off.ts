const firstMs = 2000;

/** The sender comes again after 2 s, 4 s, … 5 min. */
export const longestSendMs = 5 * 60_000;

/** Who waits at a window shall not wait for long once the network is back. */
export const longestPollMs = 60_000;

/** After the first failure 2 s, after each further one twice as long. */
export const backOff = (failures: number, longestMs: number): number =>
  Math.min(firstMs * 2 ** (failures - 1), longestMs);
