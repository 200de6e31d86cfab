import type { LocalClock } from '../../clock.ts';
import type { Ledger, Meter } from './capacity.ts';
import type { Catalog } from './catalog.ts';
import type { ChangeLog } from './change-log.ts';
import type { IndexRows } from './index-rows.ts';
import type { ItemRows } from './item-rows.ts';
import type { Statements } from './statements.ts';

/** What every operation works with. */
export interface EngineCore {
  readonly sql: Statements;
  readonly catalog: Catalog;
  readonly items: ItemRows;
  readonly entries: IndexRows;
  readonly changes: ChangeLog;
  readonly ledger: Ledger;
  readonly clock: LocalClock;
}

/** One call of an operation: the engine and what this call has cost so far. */
export interface Call {
  readonly core: EngineCore;
  readonly meter: Meter;
}
