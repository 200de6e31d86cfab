import { EventEmitter } from 'node:events';

import type { Database } from '../database.ts';
import type { ChangeRecord, ChangeStream } from '../model.ts';
import type { Catalog } from './catalog.ts';
import { shardName, SHARD_COUNT, toRecord } from './change-log.ts';
import type { ChangeLog } from './change-log.ts';
import type { Table } from './table-shape.ts';

export interface StreamParts {
  readonly database: Database;
  readonly catalog: Catalog;
  readonly changes: ChangeLog;
  readonly region: string;
}

/** The stream as its readers see it; answers only after what it speaks of is committed. */
export class CommittedChanges implements ChangeStream {
  readonly #parts: StreamParts;
  readonly #listeners = new EventEmitter().setMaxListeners(0);

  constructor(parts: StreamParts) {
    this.#parts = parts;
  }

  shards(table: string): readonly string[] {
    const { name } = this.#parts.catalog.table(table);
    return Array.from({ length: SHARD_COUNT }, (_, number) => shardName(name, number));
  }

  async read(
    shard: string,
    after: string | undefined,
    limit: number,
  ): Promise<readonly ChangeRecord[]> {
    const { database, changes, region } = this.#parts;
    const table = this.#tableOf(shard);
    return database.run(() =>
      changes.read(shard, after, limit).map((row) => toRecord(table, region, row)),
    );
  }

  onChange(table: string, listener: () => void): () => void {
    this.#listeners.on(table, listener);
    return () => this.#listeners.off(table, listener);
  }

  position(reader: string, shard: string): Promise<string | undefined> {
    return this.#parts.database.run(() => this.#parts.changes.position(reader, shard));
  }

  moveTo(reader: string, shard: string, sequence: string): Promise<void> {
    return this.#parts.database.run(() => this.#parts.changes.moveTo(reader, shard, sequence));
  }

  /** Tells the listeners of these tables; called after the commit. */
  announce(tables: readonly string[]): void {
    for (const table of tables) this.#listeners.emit(table);
  }

  #tableOf(shard: string): Table {
    return this.#parts.catalog.table(shard.replace(/^shardId-/, '').replace(/-\d+$/, ''));
  }
}
