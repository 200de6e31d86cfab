/**
 * The shards of the streams. A shard holds the changes of a range of slots for some hours. Then it
 * ends, and one successor with the same range follows, or two with half of it each. Readers finish
 * a shard before they begin with its successors.
 */
import type { LocalClock } from '../../clock.ts';
import type { Shard } from '../../model.ts';
import type { Table } from '../definition/table-shape.ts';
import type { Row, Statements } from '../storage/statements.ts';

export interface ShardPlan {
  /** The number of shards of a new stream. */
  readonly count: number;
  readonly lifetimeMs: number;
  /** A shard that held more changes than this is split in two. */
  readonly splitAbove: number;
}

const HOUR_MS = 60 * 60 * 1000;

/** The usual lifetime of DynamoDB's shards is four hours; it is not documented. */
export const USUAL_SHARDS: ShardPlan = { count: 4, lifetimeMs: 4 * HOUR_MS, splitAbove: 10_000 };

/** Throws `RangeError` for invalid settings. */
const checked = (plan: ShardPlan): ShardPlan => {
  const { count, lifetimeMs, splitAbove } = plan;
  if (!Number.isInteger(count) || count < 1 || count > MOST_SHARDS) {
    throw new RangeError(`shards: count is a whole number from 1 to ${MOST_SHARDS}, not ${count}`);
  }
  if (!(lifetimeMs > 0)) throw new RangeError(`shards: lifetimeMs is above 0, not ${lifetimeMs}`);
  if (!(splitAbove >= 0))
    throw new RangeError(`shards: splitAbove is 0 or more, not ${splitAbove}`);
  return plan;
};

const SLOTS = 2 ** 32;

/** More shards would need more readers than one machine can run. */
const MOST_SHARDS = 1000;

interface Share {
  readonly from: number;
  readonly to: number;
}

const splitShare = ({ from, to }: Share, count: number): readonly Share[] =>
  Array.from({ length: count }, (_, at) => ({
    from: from + Math.floor(((to - from) * at) / count),
    to: from + Math.floor(((to - from) * (at + 1)) / count),
  }));

const shareOf = (row: Row): Share => ({
  from: Number(row['from_slot']),
  to: Number(row['to_slot']),
});

export class Shards {
  readonly #sql: Statements;
  readonly #clock: LocalClock;
  readonly #plan: ShardPlan;

  constructor(sql: Statements, clock: LocalClock, plan: ShardPlan) {
    this.#sql = sql;
    this.#clock = clock;
    this.#plan = checked(plan);
  }

  /** Opens the first shards of a stream that has none yet. */
  define({ id, name }: Table): void {
    if (this.#sql.get('SELECT 1 FROM dynamo_shard WHERE table_id = ?', id) !== undefined) return;
    const parent = this.#adoptNumbered(id, name);
    for (const share of splitShare({ from: 0, to: SLOTS }, this.#plan.count)) {
      this.#begin(id, share, parent);
    }
  }

  /** Returns the shards of a table, the older ones first. */
  of({ id }: Table): readonly Shard[] {
    const rows = this.#sql.all('SELECT * FROM dynamo_shard WHERE table_id = ? ORDER BY id', id);
    return rows.map(({ shard, parent }) =>
      typeof parent === 'string' ? { id: String(shard), parent } : { id: String(shard) },
    );
  }

  /** Returns the id of the table; undefined when the shard no longer exists. */
  tableOf(shard: string): number | undefined {
    const row = this.#sql.get('SELECT table_id FROM dynamo_shard WHERE shard = ?', shard);
    return row && Number(row['table_id']);
  }

  /** Returns whether the shard receives no further changes. */
  hasEnded(shard: string): boolean {
    const row = this.#sql.get('SELECT ended_at FROM dynamo_shard WHERE shard = ?', shard);
    return row === undefined || row['ended_at'] !== null;
  }

  /** Returns the shard that changes of this slot are written to now. */
  openFor(table: Table, slot: number): string {
    const row = this.#openRow(table, slot);
    if (this.#clock.now() - Number(row['started_at']) < this.#plan.lifetimeMs) {
      return String(row['shard']);
    }
    this.#replace(table, row);
    return String(this.#openRow(table, slot)['shard']);
  }

  /** Deletes shards that ended before that time, and the positions of their readers. */
  forget(endedUntil: number): void {
    this.#sql.run('DELETE FROM dynamo_shard WHERE ended_at <= ?', endedUntil);
    this.#sql.run('DELETE FROM dynamo_reader WHERE shard NOT IN (SELECT shard FROM dynamo_shard)');
  }

  #openRow({ id, name }: Table, slot: number): Row {
    const row = this.#sql.get(
      'SELECT * FROM dynamo_shard WHERE table_id = ? AND ended_at IS NULL AND from_slot <= ? AND to_slot > ?',
      id,
      slot,
      slot,
    );
    if (row === undefined) throw new Error(`the stream of ${name} has no shard for slot ${slot}`);
    return row;
  }

  #replace({ id }: Table, row: Row): void {
    const share = shareOf(row);
    const isSplit = this.#isBusy(String(row['shard'])) && share.to - share.from > 1;
    this.#sql.run(
      'UPDATE dynamo_shard SET ended_at = ? WHERE id = ?',
      this.#clock.now(),
      Number(row['id']),
    );
    for (const part of splitShare(share, isSplit ? 2 : 1))
      this.#begin(id, part, String(row['shard']));
  }

  #isBusy(shard: string): boolean {
    const row = this.#sql.get('SELECT count(*) AS n FROM dynamo_change WHERE shard = ?', shard);
    return Number(row?.['n']) > this.#plan.splitAbove;
  }

  #begin(tableId: number, { from, to }: Share, parent: string | undefined): void {
    const now = this.#clock.now();
    const { id } = this.#sql.run(
      "INSERT INTO dynamo_shard (shard, table_id, parent, from_slot, to_slot, started_at) VALUES ('', ?, ?, ?, ?, ?)",
      tableId,
      parent ?? null,
      from,
      to,
      now,
    );
    const name = `shardId-${String(now).padStart(20, '0')}-${id.toString(16).padStart(8, '0')}`;
    this.#sql.run('UPDATE dynamo_shard SET shard = ? WHERE id = ?', name, id);
  }

  /**
   * Older data files have numbered shards without an end. They are registered as ended, in a chain
   * of parents before the first new shard. Returns the last of them.
   */
  #adoptNumbered(tableId: number, table: string): string | undefined {
    const now = this.#clock.now();
    const rows = this.#sql.all(
      'SELECT DISTINCT shard FROM dynamo_change WHERE shard GLOB ? ORDER BY shard',
      `shardId-${table}-[0-9]`,
    );
    let parent: string | undefined;
    for (const row of rows) {
      const shard = String(row['shard']);
      this.#sql.run(
        'INSERT INTO dynamo_shard (shard, table_id, parent, from_slot, to_slot, started_at, ended_at) VALUES (?, ?, ?, 0, ?, ?, ?)',
        shard,
        tableId,
        parent ?? null,
        SLOTS,
        now,
        now,
      );
      parent = shard;
    }
    return parent;
  }
}
