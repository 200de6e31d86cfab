/**
 * Ensures one process at a time. The lock is SQLite's lock on a file of its own: the operating
 * system releases it when the process ends, however it ends, so there is never a stale lock.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { retryFaults } from '../../../shared/retry.ts';

export interface Lock {
  release(): void;
}

/** Another process holds the lock; `holder` is its process id, if it can be read. */
export class LockHeld extends Error {
  readonly holder: string;

  constructor(holder: string) {
    super(`held by process ${holder}`);
    this.name = 'LockHeld';
    this.holder = holder;
  }
}

/** For people only, so it may be missing for a moment. */
const holderOf = (path: string): string => {
  try {
    return readFileSync(`${path}.pid`, 'utf8');
  } catch {
    return 'unknown';
  }
};

const isBusy = (fault: unknown): boolean =>
  fault instanceof Error && fault.message.includes('database is locked');

/**
 * Creates directories level by level. If a directory cannot be created although its parent exists,
 * as below `/proc`, Node's own `recursive` retries forever.
 */
const makeDirectory = (path: string): void => {
  if (existsSync(path)) return;
  makeDirectory(dirname(path));
  // Another process may have created it in the meantime; then there is nothing left to do.
  if (!existsSync(path)) mkdirSync(path);
};

/** Throws `LockHeld` immediately when another process holds the lock. */
export const takeLock = (path: string): Lock => {
  makeDirectory(dirname(path));
  const file = new DatabaseSync(path);
  try {
    file.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE;');
  } catch (fault) {
    file.close();
    throw isBusy(fault) ? new LockHeld(holderOf(path)) : fault;
  }
  writeFileSync(`${path}.pid`, String(process.pid));
  return {
    release: () => {
      rmSync(`${path}.pid`, { force: true });
      file.close();
    },
  };
};

const POLL_MS = 200;

export const waitForLock = (path: string): Promise<Lock> =>
  retryFaults(async () => takeLock(path), {
    tries: Number.POSITIVE_INFINITY,
    waitMs: () => POLL_MS,
    passing: (fault) => fault instanceof LockHeld,
  });
