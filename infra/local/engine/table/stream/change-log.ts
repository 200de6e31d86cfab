import { createHash } from 'node:crypto';

import type { LocalClock } from '../../clock.ts';
import type { Item } from '../../expression/value/attribute-value.ts';
import { itemSize } from '../../expression/value/value-size.ts';
import type { ChangeRecord } from '../../model.ts';
import { RETENTION_MS } from '../../stream-retention.ts';
import { keyNames, pickAttributes } from '../definition/table-shape.ts';
import type { Table } from '../definition/table-shape.ts';
import type { KeyBytes } from '../key/key-bytes.ts';
import type { StoredItem } from '../storage/item-rows.ts';
import type { Row, Statements } from '../storage/statements.ts';
import type { Shards } from './shards.ts';

const SEQUENCE_DIGITS = 21;

/** A change of one item that is about to be committed. */
export interface LoggedChange {
  readonly key: KeyBytes;
  readonly before: StoredItem | undefined;
  readonly after: StoredItem | undefined;
  readonly byExpiry: boolean;
}

/** Changes that left the stream before a reader had passed them. */
export interface UnreadChanges {
  readonly reader: string;
  readonly shard: string;
  readonly count: number;
}

/** Increasing decimal text, padded so that the order of the texts is the order of the changes. */
const sequenceText = (sequence: number): string => String(sequence).padStart(SEQUENCE_DIGITS, '0');

const eventName = ({ before, after }: LoggedChange): ChangeRecord['eventName'] => {
  if (before === undefined) return 'INSERT';
  return after === undefined ? 'REMOVE' : 'MODIFY';
};

const keysOf = (table: Table, { before, after }: LoggedChange): Item =>
  pickAttributes(after?.item ?? before?.item ?? {}, keyNames(table.definition.keys));

const imagesSize = ({ before, after }: LoggedChange): number =>
  (before?.size ?? 0) + (after?.size ?? 0);

/** Writes changes in the same transaction as the items they are about. */
export class ChangeLog {
  readonly #sql: Statements;
  readonly #clock: LocalClock;
  readonly #shards: Shards;
  readonly #touched = new Set<string>();
  /**
   * The newest sequence number of each shard written to since the start, including changes that
   * were rolled back.
   */
  readonly #newest = new Map<string, number>();

  constructor(sql: Statements, clock: LocalClock, shards: Shards) {
    this.#sql = sql;
    this.#clock = clock;
    this.#shards = shards;
  }

  append(table: Table, change: LoggedChange): void {
    if (table.definition.streamArn === undefined) return;
    const keys = keysOf(table, change);
    const shard = this.#shards.openFor(table, change.key.slot);
    const { id } = this.#sql.run(
      'INSERT INTO dynamo_change (shard, at, event, keys, old_image, new_image, size, by_expiry) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      shard,
      this.#clock.now(),
      eventName(change),
      JSON.stringify(keys),
      change.before?.text ?? null,
      change.after?.text ?? null,
      itemSize(keys) + imagesSize(change),
      change.byExpiry ? 1 : 0,
    );
    this.#newest.set(shard, id);
    this.#touched.add(table.name);
  }

  /** False when a reader at this position has read all: most wake-ups are about other shards. */
  mayHoldMore(shard: string, after: string | undefined): boolean {
    const newest = this.#newest.get(shard);
    return newest === undefined || after === undefined || Number(after) < newest;
  }

  /** Returns the tables changed since the last call. */
  takeTouched(): readonly string[] {
    const touched = [...this.#touched];
    this.#touched.clear();
    return touched;
  }

  read(shard: string, after: string | undefined, limit: number): readonly Row[] {
    return this.#sql.all(
      'SELECT * FROM dynamo_change WHERE shard = ? AND sequence > ? ORDER BY sequence LIMIT ?',
      shard,
      Number(after ?? 0),
      limit,
    );
  }

  /**
   * A reader is registered by its first call; from then on, changes that are trimmed before it
   * passed them count as unread.
   */
  position(reader: string, shard: string): string | undefined {
    this.#sql.run(
      'INSERT OR IGNORE INTO dynamo_reader (reader, shard, sequence) VALUES (?, ?, -1)',
      reader,
      shard,
    );
    const row = this.#sql.get(
      'SELECT sequence FROM dynamo_reader WHERE reader = ? AND shard = ? AND sequence >= 0',
      reader,
      shard,
    );
    return row === undefined ? undefined : sequenceText(Number(row['sequence']));
  }

  moveTo(reader: string, shard: string, sequence: string): void {
    this.#sql.run(
      'INSERT INTO dynamo_reader (reader, shard, sequence) VALUES (?, ?, ?) ' +
        'ON CONFLICT (shard, reader) DO UPDATE SET sequence = excluded.sequence',
      reader,
      shard,
      Number(sequence),
    );
  }

  /**
   * Deletes changes that are 24 hours old, and shards that ended before them. Returns which readers
   * had not read them.
   */
  trim(): { readonly forgotten: number; readonly unread: readonly UnreadChanges[] } {
    const until = this.#clock.now() - RETENTION_MS;
    const unread = this.#unreadUntil(until);
    const { rows } = this.#sql.run('DELETE FROM dynamo_change WHERE at <= ?', until);
    this.#shards.forget(until);
    return { forgotten: rows, unread };
  }

  #unreadUntil(until: number): readonly UnreadChanges[] {
    const rows = this.#sql.all(
      'SELECT r.reader, r.shard, count(*) AS count FROM dynamo_reader AS r ' +
        'JOIN dynamo_change AS c ON c.shard = r.shard AND c.sequence > r.sequence ' +
        'WHERE c.at <= ? GROUP BY r.reader, r.shard',
      until,
    );
    return rows.map(({ reader, shard, count }) => ({
      reader: String(reader),
      shard: String(shard),
      count: Number(count),
    }));
  }
}

const EXPIRY_IDENTITY = { type: 'Service', principalId: 'dynamodb.amazonaws.com' } as const;

/**
 * Returns the same id at every read, so that a repeat can be distinguished from a second change.
 */
const eventId = (table: Table, sequence: number): string =>
  createHash('md5').update(`${table.definition.streamArn}/${sequence}`).digest('hex');

const readImage = (row: Row, column: 'keys' | 'old_image' | 'new_image'): Item | undefined =>
  typeof row[column] === 'string' ? (JSON.parse(row[column]) as Item) : undefined;

/** Returns a logged change as Lambda passes it to a function. */
export const toRecord = (table: Table, region: string, row: Row): ChangeRecord => {
  const sequence = Number(row['sequence']);
  const [oldImage, newImage] = [readImage(row, 'old_image'), readImage(row, 'new_image')];
  return {
    eventID: eventId(table, sequence),
    eventName: row['event'] as ChangeRecord['eventName'],
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    eventSourceARN: table.definition.streamArn ?? '',
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(Number(row['at']) / 1000),
      Keys: readImage(row, 'keys') ?? {},
      ...(newImage === undefined ? {} : { NewImage: newImage }),
      ...(oldImage === undefined ? {} : { OldImage: oldImage }),
      SequenceNumber: sequenceText(sequence),
      SizeBytes: Number(row['size']),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
    ...(row['by_expiry'] === 1 ? { userIdentity: EXPIRY_IDENTITY } : {}),
  };
};
