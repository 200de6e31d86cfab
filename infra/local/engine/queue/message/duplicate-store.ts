import type { DatabaseSync, StatementSync } from 'node:sqlite';

import type { EpochMs } from '../../clock.ts';

const INTERVAL_MS = 5 * 60 * 1000;

const TABLE = `
  CREATE TABLE IF NOT EXISTS queue_duplicate (
    queue TEXT NOT NULL,
    dedupId TEXT NOT NULL,
    messageId TEXT NOT NULL,
    place INTEGER NOT NULL,
    sentAt INTEGER NOT NULL,
    PRIMARY KEY (queue, dedupId)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS queue_duplicate_age ON queue_duplicate (queue, sentAt);
`;

interface Key {
  readonly queue: string;
  readonly id: string;
}

interface Sent {
  readonly id: string;
  readonly place: number;
}

/** Deduplication ids of FIFO queues, kept for five minutes even if the message is deleted. */
export class DuplicateStore {
  readonly #forget: StatementSync;
  readonly #find: StatementSync;
  readonly #put: StatementSync;

  constructor(sql: DatabaseSync) {
    sql.exec(TABLE);
    this.#forget = sql.prepare('DELETE FROM queue_duplicate WHERE queue = ? AND sentAt <= ?');
    this.#find = sql.prepare(
      'SELECT messageId AS id, place FROM queue_duplicate WHERE queue = ? AND dedupId = ?',
    );
    this.#put = sql.prepare('INSERT INTO queue_duplicate VALUES (?, ?, ?, ?, ?)');
  }

  /** Returns the message that a new one with this id would duplicate. */
  firstOf({ queue, id }: Key, now: EpochMs): Sent | undefined {
    this.#forget.run(queue, now - INTERVAL_MS);
    return this.#find.get(queue, id) as Sent | undefined;
  }

  remember({ queue, id }: Key, sent: Sent & { readonly now: EpochMs }): void {
    this.#put.run(queue, id, sent.id, sent.place, sent.now);
  }
}
