import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

import type { EpochMs } from '../../clock.ts';
import type { QueueDefinition } from '../../model.ts';
import { MESSAGE_TABLES } from './message-row.ts';
import type { MessageRow, NewMessage } from './message-row.ts';

export interface Counts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
  readonly oldestArrival: EpochMs | null;
}

const INSERT = `
  INSERT INTO queue_message (queue, id, body, attributes, trace, groupId, dedupId, sequence, sentAt,
    enqueuedAt, arrivedAt, visibleAt, receiveCount, firstReceivedAt, receivedAt, receipt, sourceArn)
  VALUES ($queue, $id, $body, $attributes, $trace, $groupId, $dedupId, $sequence, $sentAt,
    $enqueuedAt, $arrivedAt, $visibleAt, $receiveCount, $firstReceivedAt, $receivedAt, $receipt,
    $sourceArn)`;

const READY = `
  SELECT * FROM queue_message WHERE queue = $queue AND visibleAt <= $now
  ORDER BY visibleAt, place LIMIT $limit`;

/**
 * A message group is blocked while one of its messages is in flight, or an earlier one is still
 * delayed. The index is named because SQLite's planner would otherwise sort the whole backlog for
 * every receive.
 */
const READY_IN_LINE = `
  SELECT * FROM queue_message AS m INDEXED BY queue_message_line
  WHERE queue = $queue AND groupId IS NOT NULL AND visibleAt <= $now AND NOT EXISTS (
    SELECT 1 FROM queue_message AS b
    WHERE b.queue = m.queue AND b.groupId IS NOT NULL AND b.groupId = m.groupId
      AND b.visibleAt > $now AND (b.receipt IS NOT NULL OR b.place < m.place))
  ORDER BY place LIMIT $limit`;

const COUNTS = `
  SELECT
    count(*) FILTER (WHERE visibleAt <= $now) AS visible,
    count(*) FILTER (WHERE visibleAt > $now AND receipt IS NOT NULL) AS inFlight,
    count(*) FILTER (WHERE visibleAt > $now AND receipt IS NULL) AS delayed,
    min(arrivedAt) AS oldestArrival
  FROM queue_message WHERE queue = $queue`;

const prepareAll = (sql: DatabaseSync) => ({
  insert: sql.prepare(INSERT),
  ready: sql.prepare(READY),
  readyInLine: sql.prepare(READY_IN_LINE),
  counts: sql.prepare(COUNTS),
  find: sql.prepare('SELECT * FROM queue_message WHERE place = ? AND queue = ?'),
  take: sql.prepare(`
    UPDATE queue_message SET visibleAt = $visibleAt, receipt = $receipt, receivedAt = $now,
      firstReceivedAt = coalesce(firstReceivedAt, $now), receiveCount = receiveCount + 1
    WHERE place = $place RETURNING *`),
  hide: sql.prepare('UPDATE queue_message SET visibleAt = ? WHERE place = ?'),
  remove: sql.prepare('DELETE FROM queue_message WHERE place = ?'),
  clear: sql.prepare('DELETE FROM queue_message WHERE queue = ?'),
  expire: sql.prepare('DELETE FROM queue_message WHERE queue = ? AND enqueuedAt <= ?'),
  next: sql.prepare(
    'SELECT min(visibleAt) AS at FROM queue_message WHERE queue = ? AND visibleAt > ?',
  ),
  anyVisible: sql.prepare('SELECT 1 FROM queue_message WHERE queue = ? AND visibleAt <= ? LIMIT 1'),
  inFlight: sql.prepare(
    'SELECT count(*) AS n FROM queue_message WHERE queue = ? AND visibleAt > ? AND receipt IS NOT NULL',
  ),
});

const asRow = (row: Record<string, SQLOutputValue>) => row as unknown as MessageRow;

/** The messages of all queues. Every method is one statement; call it inside `Database.run`. */
export class MessageStore {
  readonly #statements: ReturnType<typeof prepareAll>;

  constructor(sql: DatabaseSync) {
    sql.exec(MESSAGE_TABLES);
    this.#statements = prepareAll(sql);
  }

  /** Returns the place. */
  insert(message: NewMessage): number {
    return Number(this.#statements.insert.run({ ...message }).lastInsertRowid);
  }

  /** Moves a message: the new message gets a new place, at the end. */
  replace(place: number, message: NewMessage): void {
    this.remove(place);
    this.insert(message);
  }

  find(queue: string, place: number): MessageRow | undefined {
    const row = this.#statements.find.get(place, queue);
    return row && asRow(row);
  }

  /** Returns the messages that a receive may return now, in the order in which it should. */
  receivable(queue: QueueDefinition, now: EpochMs, limit: number): readonly MessageRow[] {
    const statement = queue.fifo ? this.#statements.readyInLine : this.#statements.ready;
    return statement.all({ queue: queue.name, now, limit }).map(asRow);
  }

  take(place: number, receive: { receipt: string; now: EpochMs; visibleAt: EpochMs }): MessageRow {
    const row = this.#statements.take.get({ place, ...receive });
    if (!row) throw new Error(`message ${place} vanished within its own transaction`);
    return asRow(row);
  }

  hideUntil(place: number, visibleAt: EpochMs): void {
    this.#statements.hide.run(visibleAt, place);
  }

  remove(place: number): void {
    this.#statements.remove.run(place);
  }

  clear(queue: string): void {
    this.#statements.clear.run(queue);
  }

  /** Deletes messages that are older than the retention period of the queue. */
  expire(queue: QueueDefinition, now: EpochMs): void {
    this.#statements.expire.run(queue.name, now - queue.retentionSeconds * 1000);
  }

  /** Returns the next time at which a hidden message of the queue becomes visible. */
  nextVisible(queue: string, now: EpochMs): EpochMs | undefined {
    const row = this.#statements.next.get(queue, now) as { at: EpochMs | null } | undefined;
    return row?.at ?? undefined;
  }

  hasVisible(queue: string, now: EpochMs): boolean {
    return this.#statements.anyVisible.get(queue, now) !== undefined;
  }

  inFlight(queue: string, now: EpochMs): number {
    return Number(this.#statements.inFlight.get(queue, now)?.['n']);
  }

  counts(queue: string, now: EpochMs): Counts {
    return this.#statements.counts.get({ queue, now }) as unknown as Counts;
  }
}
