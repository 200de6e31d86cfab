/**
 * How long an AWS SDK client waits: without limits one dead connection uses up the time of a whole
 * invocation. Every client of the product is made with them. How often it tries is the template's
 * word (`AWS_MAX_ATTEMPTS`, which the SDK reads by itself).
 */
export const sdkLimits = {
  requestHandler: {
    connectionTimeout: 1_000,
    /** Until the head of the answer is there. */
    requestTimeout: 3_000,
    /** While nothing more of the answer comes. */
    socketTimeout: 3_000,
    /** Without it, the SDK only warns when the time is over. */
    throwOnRequestTimeout: true,
  },
} as const;
