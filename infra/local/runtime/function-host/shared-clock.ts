/**
 * The engine's clock in memory that workers share: they read it without asking, so a jump is seen
 * by a function in the middle of its work, as a moved wall clock would be.
 */
import type { Cancel, SteerableClock } from '../../engine/clock.ts';

const RUNNING = 0;
const VALUE = 1;

export interface SharedClock {
  readonly buffer: SharedArrayBuffer;
  readonly stop: Cancel;
}

/** `RUNNING` 1: `VALUE` is the offset to real time; 0: `VALUE` is the moment at which time stands. */
export const shareClock = (clock: SteerableClock): SharedClock => {
  const buffer = new SharedArrayBuffer(2 * BigInt64Array.BYTES_PER_ELEMENT);
  const cells = new BigInt64Array(buffer);
  const publishTime = (): void => {
    const value = clock.running ? clock.now() - Date.now() : clock.now();
    Atomics.store(cells, VALUE, BigInt(Math.round(value)));
  };
  Atomics.store(cells, RUNNING, clock.running ? 1n : 0n);
  publishTime();
  return { buffer, stop: clock.onJump(publishTime) };
};

/** The reader for the worker's side; `realNow` must be the unsteered clock. */
export const readSharedClock = (
  buffer: SharedArrayBuffer,
  realNow: () => number,
): (() => number) => {
  const cells = new BigInt64Array(buffer);
  const isRunning = Atomics.load(cells, RUNNING) === 1n;
  return () => Number(Atomics.load(cells, VALUE)) + (isRunning ? realNow() : 0);
};
