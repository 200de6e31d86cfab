import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** Prepares each statement once and caches it by its text. */
export class Statements {
  readonly #sql: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(sql: DatabaseSync) {
    this.#sql = sql;
  }

  get(text: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepare(text).get(...values);
  }

  all(text: string, ...values: SQLInputValue[]): readonly Row[] {
    return this.#prepare(text).all(...values);
  }

  /** Reads row by row; leaving the loop early resets the statement. */
  each(text: string, ...values: SQLInputValue[]): Iterable<Row> {
    return this.#prepare(text).iterate(...values);
  }

  run(text: string, ...values: SQLInputValue[]): { readonly id: number; readonly rows: number } {
    const { lastInsertRowid, changes } = this.#prepare(text).run(...values);
    return { id: Number(lastInsertRowid), rows: Number(changes) };
  }

  #prepare(text: string): StatementSync {
    const known = this.#prepared.get(text);
    if (known !== undefined) return known;
    const statement = this.#sql.prepare(text);
    this.#prepared.set(text, statement);
    return statement;
  }
}
