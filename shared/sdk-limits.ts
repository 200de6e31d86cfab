/**
 * How long an AWS SDK client waits. Without limits one dead connection uses up the time of a whole
 * invocation. Every client of the product is created with these. The number of attempts is set in
 * the template (`AWS_MAX_ATTEMPTS`, which the SDK reads itself).
 */
export const sdkLimits = {
  requestHandler: {
    connectionTimeout: 1_000,
    /** Until the head of the response arrives. */
    requestTimeout: 3_000,
    /** While no more of the response arrives. */
    socketTimeout: 3_000,
    /** Without it, the SDK only logs a warning when the time is over. */
    throwOnRequestTimeout: true,
  },
} as const;
