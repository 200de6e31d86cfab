/** A running clock whose offset is stored in a file, so that a restart never goes back in time. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

import { z } from 'zod';

import { isAbsent } from '../engine/absent-file.ts';
import { runningClock } from '../engine/clock.ts';
import type { SteerableClock } from '../engine/clock.ts';

/** The engine's time and the real time at the same moment, epoch milliseconds. */
const Saved = z.object({ engine: z.number(), real: z.number() });

const readSaved = (path: string): z.infer<typeof Saved> | undefined => {
  try {
    return Saved.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (fault) {
    if (isAbsent(fault)) return undefined;
    throw new Error(`The saved clock ${path} cannot be read: ${String(fault)}`, { cause: fault });
  }
};

const saveClock = (path: string, clock: SteerableClock): void => {
  const draft = `${path}.draft`;
  const moment = { engine: clock.now(), real: Date.now() };
  writeFileSync(draft, JSON.stringify(moment), { flush: true });
  renameSync(draft, path);
};

/**
 * Time passes while the process is down, but a wall clock that was set back does not set it back.
 */
const startOf = (path: string, startOfNew: number): number => {
  const saved = readSaved(path);
  if (!saved) return startOfNew;
  return Math.max(saved.engine, saved.engine + Date.now() - saved.real);
};

export interface ClockFile {
  readonly clock: SteerableClock;
  /** Called at shutdown; every jump is saved immediately. */
  readonly save: () => void;
}

/** `startOfNew`, epoch milliseconds, is the initial time when the file does not exist. */
export const openClockFile = (path: string, startOfNew: number): ClockFile => {
  const clock = runningClock(startOf(path, startOfNew));
  saveClock(path, clock);
  clock.onJump(() => saveClock(path, clock));
  return { clock, save: () => saveClock(path, clock) };
};
