import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';

/**
 * One SQLite file that holds tables, index rows, change stream and queues, with group commit:
 * every piece of work asked for in the same turn of the event loop shares one transaction and one
 * fsync, and is acknowledged only after that commit. So an answer never speaks of data that a
 * power cut could still take away, and 16 writers in flight cost one disk wait, not 16.
 */
export interface Database {
  /** The raw handle, for creating tables and preparing statements at start. */
  readonly sql: DatabaseSync;
  /**
   * Runs `work` synchronously inside the open group transaction, under a savepoint of its own:
   * when it throws, its own changes are rolled back and the others of the group stay. Settles
   * after the group's commit, for reads and refusals as well: both may speak of the group's writes.
   */
  run<T>(work: () => T): Promise<T>;
  /** Which group is open, or will be next: work that sees the same number shares one commit. */
  readonly group: number;
  /**
   * For work that only reads: at once when no group is open, for then everything is committed; else
   * as `run`, because the answer may speak of the group's writes.
   */
  read<T>(work: () => T): Promise<T>;
  /** What was committed until now survives a power cut from now on. */
  checkpoint(): Promise<void>;
  /** Commits what is open and closes the file. */
  close(): Promise<void>;
}

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: unknown };

interface Waiting {
  readonly settle: () => void;
  readonly failed: (fault: unknown) => void;
}

/**
 * `commit`: what is answered survives a power cut. `checkpoint`: it survives the end of the process,
 * and a power cut once `checkpoint` was called after it; for data that can be made again.
 */
export type Durability = 'commit' | 'checkpoint';

const SYNCHRONOUS: Readonly<Record<Durability, string>> = { commit: 'FULL', checkpoint: 'NORMAL' };

/** Run several times a call, so they are not parsed anew each time. */
const prepareSteps = (sql: DatabaseSync) => ({
  begin: sql.prepare('BEGIN IMMEDIATE'),
  commit: sql.prepare('COMMIT'),
  mark: sql.prepare('SAVEPOINT work'),
  keep: sql.prepare('RELEASE work'),
  undo: sql.prepare('ROLLBACK TO work'),
});

type Steps = Readonly<Record<keyof ReturnType<typeof prepareSteps>, StatementSync>>;

class GroupCommitDatabase implements Database {
  readonly sql: DatabaseSync;
  readonly #steps: Steps;
  #waiting: Waiting[] = [];
  #flush: Promise<void> | undefined;
  #closed = false;
  #group = 0;

  constructor(path: string, durability: Durability) {
    this.sql = new DatabaseSync(path);
    this.sql.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${SYNCHRONOUS[durability]};`);
    this.#steps = prepareSteps(this.sql);
  }

  get group(): number {
    return this.#group;
  }

  run<T>(work: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the engine is closed'));
    this.#open();
    const outcome = this.#attempt(work);
    return new Promise<T>((resolve, reject) => {
      const settleOutcome = () => (outcome.ok ? resolve(outcome.value) : reject(outcome.fault));
      this.#waiting.push({ settle: settleOutcome, failed: reject });
    });
  }

  read<T>(work: () => T): Promise<T> {
    if (this.#flush || this.#closed) return this.run(work);
    return new Promise((resolve) => {
      resolve(work());
    });
  }

  async checkpoint(): Promise<void> {
    await this.#flush;
    this.sql.exec('PRAGMA wal_checkpoint(FULL)');
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#flush;
    this.sql.close();
  }

  #attempt<T>(work: () => T): Outcome<T> {
    this.#steps.mark.run();
    try {
      const value = work();
      this.#steps.keep.run();
      return { ok: true, value };
    } catch (fault) {
      this.#steps.undo.run();
      this.#steps.keep.run();
      return { ok: false, fault };
    }
  }

  #open(): void {
    if (this.#flush) return;
    this.#steps.begin.run();
    this.#flush = new Promise((done) => {
      setImmediate(() => {
        this.#commit();
        done();
      });
    });
  }

  #commit(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#flush = undefined;
    this.#group += 1;
    try {
      this.#steps.commit.run();
    } catch (fault) {
      for (const { failed } of waiting) failed(fault);
      return;
    }
    for (const { settle: settleOne } of waiting) settleOne();
  }
}

/** Opens (or creates) the engine's file; `:memory:` for tests that need no restart. */
export const openDatabase = (path: string, durability: Durability = 'commit'): Database =>
  new GroupCommitDatabase(path, durability);
