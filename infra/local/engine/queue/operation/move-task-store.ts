import type { DatabaseSync, StatementSync } from 'node:sqlite';

import type { EpochMs } from '../../clock.ts';

export interface MoveTask {
  readonly id: string;
  readonly source: string;
  /** Null: every message returns to the queue it came from. */
  readonly destination: string | null;
  /** Messages per second; null: as fast as possible. */
  readonly rate: number | null;
  readonly status: 'RUNNING' | 'COMPLETED' | 'CANCELLED' | 'FAILED';
  readonly moved: number;
  readonly toMove: number;
  readonly startedAt: EpochMs;
  readonly failure: string | null;
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS queue_move_task (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    destination TEXT,
    rate INTEGER,
    status TEXT NOT NULL,
    moved INTEGER NOT NULL,
    toMove INTEGER NOT NULL,
    startedAt INTEGER NOT NULL,
    failure TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS queue_move_task_source ON queue_move_task (source);
`;

const COLUMNS = 'id, source, destination, rate, status, moved, toMove, startedAt, failure';

/** Redrive tasks by the name of their source queue; finished ones are kept for the list. */
export class MoveTaskStore {
  readonly #insert: StatementSync;
  readonly #find: StatementSync;
  readonly #latest: StatementSync;
  readonly #progress: StatementSync;

  constructor(sql: DatabaseSync) {
    sql.exec(TABLE);
    this.#insert = sql.prepare(`
      INSERT INTO queue_move_task (${COLUMNS}) VALUES ($id, $source, $destination, $rate, $status,
        $moved, $toMove, $startedAt, $failure)`);
    this.#find = sql.prepare(`SELECT ${COLUMNS} FROM queue_move_task WHERE id = ?`);
    this.#latest = sql.prepare(
      `SELECT ${COLUMNS} FROM queue_move_task WHERE source = ? ORDER BY number DESC LIMIT ?`,
    );
    this.#progress = sql.prepare(
      'UPDATE queue_move_task SET status = $status, moved = $moved, failure = $failure WHERE id = $id',
    );
  }

  insert(task: MoveTask): void {
    this.#insert.run({ ...task });
  }

  find(id: string): MoveTask | undefined {
    return this.#find.get(id) as MoveTask | undefined;
  }

  /** The newest first. Only the newest can be running. */
  latest(source: string, limit: number): readonly MoveTask[] {
    return this.#latest.all(source, limit) as unknown as readonly MoveTask[];
  }

  progress({ id, status, moved, failure }: MoveTask): void {
    this.#progress.run({ id, status, moved, failure });
  }
}
