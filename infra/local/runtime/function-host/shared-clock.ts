/**
 * The engine's clock in memory that workers share. They read it without a message, so a running
 * function sees a jump immediately, as it would see a change of the wall clock.
 */
import type { Cancel, SteerableClock } from '../../engine/clock.ts';

const RUNNING = 0;
const VALUE = 1;

export interface SharedClock {
  readonly buffer: SharedArrayBuffer;
  readonly stop: Cancel;
}

/** `RUNNING` 1: `VALUE` is the offset to real time; 0: `VALUE` is the time that stands still. */
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

/** Creates the reader on the worker's side; `realNow` must be the real clock. */
export const readSharedClock = (
  buffer: SharedArrayBuffer,
  realNow: () => number,
): (() => number) => {
  const cells = new BigInt64Array(buffer);
  const isRunning = Atomics.load(cells, RUNNING) === 1n;
  return () => Number(Atomics.load(cells, VALUE)) + (isRunning ? realNow() : 0);
};
