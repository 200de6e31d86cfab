import type { DatabaseSync, StatementSync } from 'node:sqlite';

import type { EpochMs } from '../clock.ts';
import type { QueueDefinition } from '../model.ts';

export interface QueueState {
  readonly definition: string;
  readonly createdAt: EpochMs;
  readonly modifiedAt: EpochMs;
  readonly purgedAt: EpochMs | null;
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS queue_state (
    name TEXT PRIMARY KEY,
    definition TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    modifiedAt INTEGER NOT NULL,
    purgedAt INTEGER
  ) STRICT, WITHOUT ROWID;
`;

/** The state of a queue itself that is kept across restarts. */
export class QueueStateStore {
  readonly #find: StatementSync;
  readonly #put: StatementSync;
  readonly #purge: StatementSync;

  constructor(sql: DatabaseSync) {
    sql.exec(TABLE);
    this.#find = sql.prepare('SELECT * FROM queue_state WHERE name = ?');
    this.#put = sql.prepare(`
      INSERT INTO queue_state (name, definition, createdAt, modifiedAt) VALUES ($name, $json, $now, $now)
      ON CONFLICT (name) DO UPDATE SET definition = $json, modifiedAt = $now`);
    this.#purge = sql.prepare('UPDATE queue_state SET purgedAt = ? WHERE name = ?');
  }

  /** Throws when the database holds a queue with that name and the other type. */
  define(queue: QueueDefinition, now: EpochMs): void {
    const json = JSON.stringify(queue);
    const before = this.#row(queue.name);
    if (before?.definition === json) return;
    if (before && (JSON.parse(before.definition) as QueueDefinition).fifo !== queue.fifo) {
      throw new Error(`queue ${queue.name} exists with another type`);
    }
    this.#put.run({ name: queue.name, json, now });
  }

  of(queue: QueueDefinition): QueueState {
    const row = this.#row(queue.name);
    if (!row) throw new Error(`queue ${queue.name} was never defined`);
    return row;
  }

  purged(queue: QueueDefinition, now: EpochMs): void {
    this.#purge.run(now, queue.name);
  }

  #row(name: string): QueueState | undefined {
    return this.#find.get(name) as QueueState | undefined;
  }
}
