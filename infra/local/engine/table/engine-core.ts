import type { LocalClock } from '../clock.ts';
import type { Catalog } from './definition/catalog.ts';
import type { IndexRows } from './definition/index-rows.ts';
import type { Ledger, Meter } from './read/capacity.ts';
import type { ItemRows } from './storage/item-rows.ts';
import type { Statements } from './storage/statements.ts';
import type { ChangeLog } from './stream/change-log.ts';
import type { RecentChanges } from './stream/recent-changes.ts';
import type { Shards } from './stream/shards.ts';
import type { InFlight } from './write/in-flight.ts';

/** The state that every operation uses. */
export interface EngineCore {
  readonly sql: Statements;
  readonly catalog: Catalog;
  readonly items: ItemRows;
  readonly entries: IndexRows;
  readonly changes: ChangeLog;
  readonly shards: Shards;
  readonly ledger: Ledger;
  readonly inFlight: InFlight;
  readonly recent: RecentChanges;
  readonly clock: LocalClock;
}

/** The injected faults of one call (`TableMishaps` for its caller). */
export interface CallMishaps {
  conflicting(count: number): number | undefined;
  leavesOver(): boolean;
  indexLagMs(): number;
}

/** One call of an operation: the engine, the capacity consumed so far, and the injected faults. */
export interface Call {
  readonly core: EngineCore;
  readonly meter: Meter;
  readonly mishaps: CallMishaps;
}
