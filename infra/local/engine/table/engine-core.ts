import type { LocalClock } from '../../clock.ts';
import type { Ledger, Meter } from './capacity.ts';
import type { Catalog } from './catalog.ts';
import type { ChangeLog } from './change-log.ts';
import type { InFlight } from './in-flight.ts';
import type { IndexRows } from './index-rows.ts';
import type { ItemRows } from './item-rows.ts';
import type { RecentChanges } from './recent-changes.ts';
import type { Shards } from './shards.ts';
import type { Statements } from './statements.ts';

/** What every operation works with. */
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

/** What befalls one call (`TableMishaps` for its caller). */
export interface CallMishaps {
  conflicting(count: number): number | undefined;
  leavesOver(): boolean;
  indexLagMs(): number;
}

/** One call of an operation: the engine, what this call has cost so far, and what befalls it. */
export interface Call {
  readonly core: EngineCore;
  readonly meter: Meter;
  readonly mishaps: CallMishaps;
}
