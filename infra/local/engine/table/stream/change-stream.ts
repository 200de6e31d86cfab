import { EventEmitter } from 'node:events';

import type { Database } from '../../database.ts';
import type { ChangeRecord, ChangeStream, Shard } from '../../model.ts';
import type { Catalog } from '../definition/catalog.ts';
import type { Table } from '../definition/table-shape.ts';
import { toRecord } from './change-log.ts';
import type { ChangeLog } from './change-log.ts';
import type { Shards } from './shards.ts';

export interface StreamParts {
  readonly database: Database;
  readonly catalog: Catalog;
  readonly changes: ChangeLog;
  readonly shards: Shards;
  readonly region: string;
}

/** The stream as its readers see it. It answers only after the changes it returns are committed. */
export class CommittedChanges implements ChangeStream {
  readonly #parts: StreamParts;
  readonly #listeners = new EventEmitter().setMaxListeners(0);

  constructor(parts: StreamParts) {
    this.#parts = parts;
  }

  shards(table: string): readonly Shard[] {
    return this.#parts.shards.of(this.#parts.catalog.table(table));
  }

  hasEnded(shard: string): boolean {
    return this.#parts.shards.hasEnded(shard);
  }

  async read(
    shard: string,
    after: string | undefined,
    limit: number,
  ): Promise<readonly ChangeRecord[]> {
    const { database, changes, region } = this.#parts;
    const table = this.#tableOf(shard);
    if (table === undefined || !changes.mayHoldMore(shard, after)) return [];
    return database.read(() =>
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

  /** Calls the listeners of these tables; called after the commit. */
  announce(tables: readonly string[]): void {
    for (const table of tables) this.#listeners.emit(table);
  }

  /** Undefined for a deleted shard; its changes are deleted, too. */
  #tableOf(shard: string): Table | undefined {
    const id = this.#parts.shards.tableOf(shard);
    return this.#parts.catalog.all().find((table) => table.id === id);
  }
}
