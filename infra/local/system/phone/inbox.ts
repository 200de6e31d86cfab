/** What telephones would have received, in the gateway's own file. */
import type { DatabaseSync } from 'node:sqlite';

export interface TextMessage {
  readonly requestId: string;
  /** Masked. */
  readonly mobile: string;
  readonly text: string;
  /** Epoch milliseconds of the engine. */
  readonly at: number;
}

export interface PhoneKey {
  readonly accessKey: string;
  readonly secret: string;
}

const mostShown = 200;

export class PhoneInbox {
  readonly #sql: DatabaseSync;

  constructor(sql: DatabaseSync) {
    this.#sql = sql;
    sql.exec(`
      CREATE TABLE IF NOT EXISTS message (
        request_id TEXT PRIMARY KEY, mobile TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL
      );
      CREATE TABLE IF NOT EXISTS phone_key (access_key TEXT NOT NULL, secret TEXT NOT NULL);
    `);
  }

  key(): PhoneKey | undefined {
    const row = this.#sql.prepare('SELECT access_key, secret FROM phone_key').get();
    return row && { accessKey: String(row['access_key']), secret: String(row['secret']) };
  }

  keepKey({ accessKey, secret }: PhoneKey): void {
    this.#sql.exec('DELETE FROM phone_key');
    this.#sql.prepare('INSERT INTO phone_key VALUES (?, ?)').run(accessKey, secret);
  }

  /** A request that comes twice is one message. */
  take({ requestId, mobile, text, at }: TextMessage): void {
    this.#sql
      .prepare('INSERT INTO message VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .run(requestId, mobile, text, at);
  }

  /** Of one masked number, or of all; the newest first. */
  received(number: string | undefined): readonly TextMessage[] {
    const rows = this.#sql
      .prepare(
        `SELECT request_id, mobile, text, at FROM message
         WHERE ?1 IS NULL OR mobile = ?1 ORDER BY at DESC, request_id LIMIT ${mostShown}`,
      )
      .all(number ?? null);
    return rows.map((row) => ({
      requestId: String(row['request_id']),
      mobile: String(row['mobile']),
      text: String(row['text']),
      at: Number(row['at']),
    }));
  }
}
