import type { LocalClock } from '../clock.ts';
import type { Database } from '../database.ts';
import { NO_TABLE_MISHAPS } from '../mishap.ts';
import type { TableMishaps } from '../mishap.ts';
import type { ChangeStream, TableDefinition, TableEngine } from '../model.ts';
import { makeUnsupportedError } from '../wire.ts';
import type { WireCaller, WireInput } from '../wire.ts';
import { Catalog } from './definition/catalog.ts';
import { IndexRows } from './definition/index-rows.ts';
import { OPERATIONS } from './definition/operations.table.ts';
import { Parameters } from './definition/parameters.ts';
import { createSchema } from './definition/schema.ts';
import type { CallMishaps, EngineCore } from './engine-core.ts';
import { Ledger, Meter } from './read/capacity.ts';
import type { TableUnits } from './read/capacity.ts';
import { removeSomeExpired } from './storage/expiry.ts';
import { ItemRows } from './storage/item-rows.ts';
import { Statements } from './storage/statements.ts';
import { verifyAll } from './storage/verify.ts';
import { ChangeLog } from './stream/change-log.ts';
import type { UnreadChanges } from './stream/change-log.ts';
import { CommittedChanges } from './stream/change-stream.ts';
import { RecentChanges } from './stream/recent-changes.ts';
import { Shards, USUAL_SHARDS } from './stream/shards.ts';
import type { ShardPlan } from './stream/shards.ts';
import { InFlight } from './write/in-flight.ts';

export interface EmbeddedTableEngine extends TableEngine {
  readonly errorNamespace: string;
  /** Returns the capacity units consumed since this engine was created, per table and index. */
  billed(): Readonly<Record<string, TableUnits>>;
  /**
   * Returns a description of every inconsistency between items, index rows and stream; empty when
   * there is none.
   */
  verify(): string[];
  /**
   * Deletes changes after 24 hours, read or not. Returns their number, and who had not read them.
   */
  trim(): Promise<{ readonly forgotten: number; readonly unread: readonly UnreadChanges[] }>;
}

export interface TableEngineOptions {
  readonly database: Database;
  readonly clock: LocalClock;
  /** Used in change records; default `cn-north-1`. */
  readonly region?: string;
  /** How many shards a new stream has, and when they end. */
  readonly shards?: Partial<ShardPlan>;
  /** Injected faults of calls; default: none. */
  readonly mishaps?: TableMishaps;
}

const createCore = (options: TableEngineOptions): EngineCore => {
  const { database, clock, mishaps } = options;
  createSchema(database.sql);
  const sql = new Statements(database.sql);
  const entries = new IndexRows(sql);
  const shards = new Shards(sql, clock, { ...USUAL_SHARDS, ...options.shards });
  return {
    sql,
    entries,
    items: new ItemRows(sql),
    catalog: new Catalog(sql, entries, clock),
    shards,
    changes: new ChangeLog(sql, clock, shards),
    ledger: new Ledger(),
    inFlight: new InFlight(() => database.group),
    recent: new RecentChanges(clock, () => mishaps?.indexLagMs() ?? 0),
    clock,
  };
};

class SqliteTableEngine implements EmbeddedTableEngine {
  readonly targetPrefix = 'DynamoDB_20120810';
  readonly errorNamespace = 'com.amazonaws.dynamodb.v20120810';
  readonly #database: Database;
  readonly #core: EngineCore;
  readonly #stream: CommittedChanges;
  readonly #mishaps: TableMishaps;

  constructor(options: TableEngineOptions) {
    const { database, region = 'cn-north-1', mishaps = NO_TABLE_MISHAPS } = options;
    this.#mishaps = mishaps;
    this.#database = database;
    this.#core = createCore(options);
    const { catalog, changes, shards } = this.#core;
    this.#stream = new CommittedChanges({ database, catalog, changes, shards, region });
  }

  get stream(): ChangeStream {
    return this.#stream;
  }

  define(table: TableDefinition): void {
    const { sql } = this.#database;
    sql.exec('SAVEPOINT define');
    try {
      this.#core.catalog.define(table);
      if (table.streamArn !== undefined) {
        this.#core.shards.define(this.#core.catalog.table(table.name));
      }
      sql.exec('RELEASE define');
    } catch (fault) {
      sql.exec('ROLLBACK TO define; RELEASE define');
      throw fault;
    }
  }

  async handle(operation: string, input: WireInput, caller?: WireCaller): Promise<object> {
    const known = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined;
    if (known === undefined) throw makeUnsupportedError(`the DynamoDB operation ${operation}`);
    const parameters = new Parameters(operation, input, known.parameters);
    const runOperation = (): object => {
      const meter = new Meter(this.#core.ledger);
      return known.run({ core: this.#core, meter, mishaps: this.#befalling(caller) }, parameters);
    };
    return known.writes ? this.#write(runOperation) : this.#database.read(runOperation);
  }

  async removeExpired(): Promise<number> {
    let removed = 0;
    for (const table of this.#core.catalog.all()) {
      let some: number;
      do {
        some = await this.#write(() => removeSomeExpired(this.#core, table));
        removed += some;
      } while (some > 0);
    }
    return removed;
  }

  billed(): Readonly<Record<string, TableUnits>> {
    return this.#core.ledger.totals();
  }

  verify(): string[] {
    return verifyAll(this.#core);
  }

  trim(): ReturnType<EmbeddedTableEngine['trim']> {
    return this.#database.run(() => this.#core.changes.trim());
  }

  #befalling(caller: WireCaller | undefined): CallMishaps {
    const mishaps = this.#mishaps;
    return {
      conflicting: (count) => mishaps.conflicting(count, caller),
      leavesOver: () => mishaps.leavesOver(caller),
      indexLagMs: () => mishaps.indexLagMs(caller),
    };
  }

  /** Runs work in the group transaction and announces its changes after the commit. */
  async #write<T>(work: () => T): Promise<T> {
    const { changes } = this.#core;
    let touched: readonly string[] = [];
    const result = await this.#database.run(() => {
      changes.takeTouched();
      const value = work();
      touched = changes.takeTouched();
      return value;
    });
    this.#stream.announce(touched);
    return result;
  }
}

/** The embedded DynamoDB; its tables are stored in the database's one file. */
export const createTableEngine = (options: TableEngineOptions): EmbeddedTableEngine =>
  new SqliteTableEngine(options);
