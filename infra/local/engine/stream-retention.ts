/** A change leaves its stream when it is a day old, whether it was read or not. Engine milliseconds. */
export const RETENTION_MS = 24 * 60 * 60 * 1000;
