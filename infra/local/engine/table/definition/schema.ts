import type { DatabaseSync } from 'node:sqlite';

/**
 * `slot` is a hash of the partition key: it distributes a scan as the service does and selects the
 * shard, which holds a range of slots for some hours. Keys are order-preserving bytes
 * (key-bytes.ts), so SQLite's byte order is DynamoDB's order. An index row refers to its item and
 * holds no copy; the projection is made when it is read.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS dynamo_table (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  definition TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS dynamo_index (
  id INTEGER PRIMARY KEY,
  table_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  keys TEXT NOT NULL,
  UNIQUE (table_id, name)
) STRICT;

CREATE TABLE IF NOT EXISTS dynamo_item (
  id INTEGER PRIMARY KEY,
  table_id INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  pk BLOB NOT NULL,
  sk BLOB NOT NULL,
  item TEXT NOT NULL,
  size INTEGER NOT NULL,
  expires_at REAL,
  UNIQUE (table_id, slot, pk, sk)
) STRICT;

CREATE INDEX IF NOT EXISTS dynamo_item_expiry
  ON dynamo_item (table_id, expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS dynamo_entry (
  index_id INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  pk BLOB NOT NULL,
  sk BLOB NOT NULL,
  item_pk BLOB NOT NULL,
  item_sk BLOB NOT NULL,
  item_id INTEGER NOT NULL,
  PRIMARY KEY (index_id, slot, pk, sk, item_pk, item_sk)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS dynamo_change (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  shard TEXT NOT NULL,
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  keys TEXT NOT NULL,
  old_image TEXT,
  new_image TEXT,
  size INTEGER NOT NULL,
  by_expiry INTEGER NOT NULL
) STRICT;

CREATE INDEX IF NOT EXISTS dynamo_change_shard ON dynamo_change (shard, sequence);

CREATE TABLE IF NOT EXISTS dynamo_shard (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  shard TEXT NOT NULL,
  table_id INTEGER NOT NULL,
  parent TEXT,
  from_slot INTEGER NOT NULL,
  to_slot INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

CREATE INDEX IF NOT EXISTS dynamo_shard_name ON dynamo_shard (shard);

CREATE INDEX IF NOT EXISTS dynamo_shard_open
  ON dynamo_shard (table_id, from_slot) WHERE ended_at IS NULL;

CREATE TABLE IF NOT EXISTS dynamo_reader (
  reader TEXT NOT NULL,
  shard TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  PRIMARY KEY (shard, reader)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS dynamo_token (
  token TEXT PRIMARY KEY,
  request TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS dynamo_token_age ON dynamo_token (at);
`;

export const createSchema = (sql: DatabaseSync): void => sql.exec(TABLES);
