/**
 * A change leaves its stream after 24 hours, whether it was read or not. In engine milliseconds.
 */
export const RETENTION_MS = 24 * 60 * 60 * 1000;
