import type { EventSource } from './event-source.ts';

const countInvocations = (sources: readonly EventSource[]): number =>
  sources.reduce((sum, source) => sum + source.status().invocations, 0);

/**
 * Resolves when every source is idle and none has created work for another: a function that one
 * source invokes may send to the queue, or write to the table, of another.
 */
export const allIdle = async (sources: readonly EventSource[]): Promise<void> => {
  let before: number;
  do {
    before = countInvocations(sources);
    await Promise.all(sources.map((source) => source.idle()));
  } while (countInvocations(sources) !== before);
};
