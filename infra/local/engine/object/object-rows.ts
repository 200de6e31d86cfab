/** The metadata of each object, in the database of the other engines; the bytes are in files. */
import type { StatementSync } from 'node:sqlite';

import type { EpochMs } from '../clock.ts';
import type { Database } from '../database.ts';
import type { Checksum } from './content/checksum.ts';

export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly blob: string;
  readonly size: number;
  /** Hexadecimal MD5 in double quotes. */
  readonly etag: string;
  readonly modifiedAt: EpochMs;
  /** Headers that are returned as they were sent, by name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly checksum?: Checksum;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS objects (
    bucket TEXT NOT NULL,
    key TEXT NOT NULL,
    blob TEXT NOT NULL,
    row TEXT NOT NULL,
    PRIMARY KEY (bucket, key)
  ) WITHOUT ROWID
`;

/** Must be called inside `Database.run`. */
export class ObjectRows {
  readonly #find: StatementSync;
  readonly #save: StatementSync;
  readonly #remove: StatementSync;
  readonly #blobs: StatementSync;

  constructor({ sql }: Database) {
    sql.exec(SCHEMA);
    this.#find = sql.prepare('SELECT row FROM objects WHERE bucket = ? AND key = ?');
    this.#save = sql.prepare(
      'INSERT OR REPLACE INTO objects (bucket, key, blob, row) VALUES (?, ?, ?, ?)',
    );
    this.#remove = sql.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?');
    this.#blobs = sql.prepare('SELECT blob FROM objects');
  }

  find(bucket: string, key: string): StoredObject | undefined {
    const found = this.#find.get(bucket, key);
    return found && (JSON.parse(String(found['row'])) as StoredObject);
  }

  save(object: StoredObject): void {
    this.#save.run(object.bucket, object.key, object.blob, JSON.stringify(object));
  }

  remove(bucket: string, key: string): void {
    this.#remove.run(bucket, key);
  }

  blobs(): ReadonlySet<string> {
    return new Set(this.#blobs.all().map(({ blob }) => String(blob)));
  }
}
