/** The data of the center, in its own SQLite file; append-only, to show order and repeats. */
import type { DatabaseSync } from 'node:sqlite';

import type { Body } from './field.ts';

/** `evaluation`: given over the center's own pages and reported to the city. */
export type HeldKind = 'service' | 'finish' | 'rating' | 'step' | 'evaluation';

export interface Held {
  readonly kind: HeldKind;
  readonly key: string;
  readonly projectNo: string;
  readonly revision: number;
  readonly body: Body;
  /** Epoch milliseconds of the engine. */
  readonly at: number;
  readonly receiptNo: string;
  readonly withdrawn: boolean;
}

/** A call that was not simply accepted. */
export interface Trouble {
  readonly at: number;
  readonly operation: string;
  readonly projectNo: string;
  readonly key: string;
  readonly code: string;
  readonly message: string;
}

type Row = Readonly<Record<string, string | number | null>>;

const schema = `
  CREATE TABLE IF NOT EXISTS held (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, key TEXT NOT NULL, projectNo TEXT NOT NULL, revision INTEGER NOT NULL,
    body TEXT NOT NULL, at INTEGER NOT NULL, withdrawn INTEGER NOT NULL, newest INTEGER NOT NULL,
    day TEXT NOT NULL, deptCode TEXT NOT NULL,
    UNIQUE (kind, key, revision)
  );
  CREATE INDEX IF NOT EXISTS held_case ON held (projectNo, id);
  CREATE INDEX IF NOT EXISTS held_day ON held (kind, day) WHERE newest = 1 AND withdrawn = 0;
  CREATE TABLE IF NOT EXISTS trouble (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, operation TEXT NOT NULL,
    projectNo TEXT NOT NULL, key TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
`;

const receiptOf = (id: unknown): string => `ZJ${String(id).padStart(12, '0')}`;

const heldOf = (row: Row): Held => ({
  kind: row['kind'] as HeldKind,
  key: String(row['key']),
  projectNo: String(row['projectNo']),
  revision: Number(row['revision']),
  body: JSON.parse(String(row['body'])) as Body,
  at: Number(row['at']),
  receiptNo: receiptOf(row['id']),
  withdrawn: row['withdrawn'] === 1,
});

export type NewHeld = Omit<Held, 'receiptNo'> & {
  /** The day in Shanghai under which the daily counts include it; empty when they do not. */
  readonly day: string;
  readonly deptCode: string;
};

/** Every method must be called inside a transaction. */
export class Book {
  readonly #sql: DatabaseSync;

  constructor(sql: DatabaseSync) {
    this.#sql = sql;
    sql.exec(schema);
  }

  /** Returns the newest revision, withdrawn or not. */
  newest(kind: HeldKind, key: string): Held | undefined {
    const query = 'SELECT * FROM held WHERE kind = ? AND key = ? AND newest = 1';
    const row = this.#sql.prepare(query).get(kind, key) as Row | undefined;
    return row && heldOf(row);
  }

  /** Returns the valid records of a case: the newest revision of each, without withdrawn ones. */
  ofCase(kind: HeldKind, projectNo: string): readonly Held[] {
    const rows = this.#sql.prepare(
      'SELECT * FROM held WHERE projectNo = ? AND kind = ? AND newest = 1 AND withdrawn = 0 ORDER BY id',
    );
    return (rows.all(projectNo, kind) as Row[]).map(heldOf);
  }

  /** Returns all records of a case in the order in which they were accepted. */
  history(projectNo: string): readonly Held[] {
    const rows = this.#sql.prepare('SELECT * FROM held WHERE projectNo = ? ORDER BY id');
    return (rows.all(projectNo) as Row[]).map(heldOf);
  }

  everything(): readonly Held[] {
    return (this.#sql.prepare('SELECT * FROM held ORDER BY id').all() as Row[]).map(heldOf);
  }

  onDay(kind: HeldKind, day: string): readonly Held[] {
    const rows = this.#sql.prepare(
      'SELECT * FROM held WHERE kind = ? AND day = ? AND newest = 1 AND withdrawn = 0 ORDER BY id',
    );
    return (rows.all(kind, day) as Row[]).map(heldOf);
  }

  /** Returns the receipt number. */
  keep({ kind, key, projectNo, revision, body, at, withdrawn, day, deptCode }: NewHeld): string {
    this.#sql.prepare('UPDATE held SET newest = 0 WHERE kind = ? AND key = ?').run(kind, key);
    const text = JSON.stringify(body);
    const isWithdrawn = withdrawn ? 1 : 0;
    const { lastInsertRowid } = this.#sql
      .prepare(
        'INSERT INTO held (kind, key, projectNo, revision, body, at, withdrawn, newest, day, deptCode) ' +
          'VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)',
      )
      .run(kind, key, projectNo, revision, text, at, isWithdrawn, day, deptCode);
    return receiptOf(lastInsertRowid);
  }

  note({ at, operation, projectNo, key, code, message }: Trouble): void {
    this.#sql
      .prepare(
        'INSERT INTO trouble (at, operation, projectNo, key, code, message) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(at, operation, projectNo, key, code, message);
  }

  troubles(): readonly Trouble[] {
    const rows = this.#sql.prepare('SELECT * FROM trouble ORDER BY id').all() as Row[];
    return rows.map((row) => ({
      at: Number(row['at']),
      operation: String(row['operation']),
      projectNo: String(row['projectNo']),
      key: String(row['key']),
      code: String(row['code']),
      message: String(row['message']),
    }));
  }

  /** Returns the number of valid records of each kind. */
  counts(): Readonly<Record<HeldKind, number>> {
    const rows = this.#sql
      .prepare(
        'SELECT kind, COUNT(*) AS n FROM held WHERE newest = 1 AND withdrawn = 0 GROUP BY kind',
      )
      .all() as Row[];
    const found = new Map(rows.map((row) => [row['kind'], Number(row['n'])]));
    const countOf = (kind: HeldKind): number => found.get(kind) ?? 0;
    return {
      service: countOf('service'),
      finish: countOf('finish'),
      rating: countOf('rating'),
      step: countOf('step'),
      evaluation: countOf('evaluation'),
    };
  }

  setting<T>(name: string): T | undefined {
    const row = this.#sql.prepare('SELECT value FROM setting WHERE name = ?').get(name);
    return row && (JSON.parse(String(row['value'])) as T);
  }

  set(name: string, value: unknown): void {
    this.#sql
      .prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)')
      .run(name, JSON.stringify(value));
  }
}
