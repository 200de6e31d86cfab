import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';

/**
 * One SQLite file that holds tables, index rows, change streams and queues, with group commit: all
 * work submitted in the same turn of the event loop shares one transaction and one fsync, and is
 * acknowledged only after that commit. So no response contains data that a power cut could still
 * remove, and 16 concurrent writers cost one fsync instead of 16.
 */
export interface Database {
  /** The raw handle, for creating tables and preparing statements at the start. */
  readonly sql: DatabaseSync;
  /**
   * Runs `work` synchronously inside the open group transaction, under its own savepoint: when it
   * throws, its own changes are rolled back and the rest of the group stays. Settles after the
   * commit of the group, also for reads and refusals, because both may depend on writes of the
   * group.
   */
  run<T>(work: () => T): Promise<T>;
  /** The number of the open or next group. Work that sees the same number shares one commit. */
  readonly group: number;
  /**
   * Runs work that only reads. Runs it immediately when no group is open, because everything is
   * committed then; otherwise like `run`, because the result may depend on writes of the group.
   */
  read<T>(work: () => T): Promise<T>;
  /** Makes everything that is committed so far survive a power cut. */
  checkpoint(): Promise<void>;
  /** Commits the open group and closes the file. */
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
 * `commit`: an acknowledged write survives a power cut. `checkpoint`: it survives the end of the
 * process, and a power cut only after a later call of `checkpoint`; for data that can be generated
 * again.
 */
export type Durability = 'commit' | 'checkpoint';

const SYNCHRONOUS: Readonly<Record<Durability, string>> = { commit: 'FULL', checkpoint: 'NORMAL' };

/** Run several times per call, so they are prepared once. */
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

/** Opens or creates the engine's file; `:memory:` for tests that need no restart. */
export const openDatabase = (path: string, durability: Durability = 'commit'): Database =>
  new GroupCommitDatabase(path, durability);
