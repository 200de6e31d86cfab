import type { Loop } from '../support/loop.ts';

const minutes = 6;

/** Waits for all background work, including the minutes that batches wait. */
export const settle = async ({ clock, system }: Loop): Promise<void> => {
  for (let minute = 0; minute < minutes; minute += 1) {
    clock.advance(60_000);
    await system.idle();
  }
};
