import type { EpochMs, LocalClock } from '../../clock.ts';
import type { StoredItem } from '../storage/item-rows.ts';
import { itemName } from '../write/item-name.ts';
import type { ItemPlace } from '../write/item-name.ts';

/** The state of an item before a change; undefined when it did not exist. */
export interface FormerItem extends ItemPlace {
  readonly at: EpochMs;
  readonly before: StoredItem | undefined;
}

/** By `itemName`. */
export type FormerItems = ReadonlyMap<string, FormerItem>;

/**
 * The recent changes, for reads of indexes with an injected lag; nothing is kept without a lag.
 * Kept in memory, because an injected lag does not outlive the process either. A change that is
 * rolled back may stay, because the earlier state it contains is still the current one.
 */
export class RecentChanges {
  readonly #clock: LocalClock;
  readonly #lagMs: () => number;
  readonly #perItem = new Map<string, FormerItem[]>();
  #latest: EpochMs = 0;

  /** `lagMs` returns the maximum lag of any caller's index reads. */
  constructor(clock: LocalClock, lagMs: () => number) {
    this.#clock = clock;
    this.#lagMs = lagMs;
  }

  note(item: ItemPlace, before: StoredItem | undefined): void {
    const [now, lag] = [this.#clock.now(), this.#lagMs()];
    // All entries are older than the lag, or there is no lag any more.
    if (this.#latest <= now - lag) this.#perItem.clear();
    if (lag === 0) return;
    this.#latest = now;
    const name = itemName(item);
    const known = this.#perItem.get(name) ?? [];
    if (known.at(-1)?.at === now) return;
    const still = known.filter(({ at }) => at > now - lag);
    this.#perItem.set(name, [...still, { ...item, at: now, before }]);
  }

  /**
   * Returns each item of the table that was changed after `moment`, in its state at that moment.
   */
  after(moment: EpochMs, tableId: number): FormerItems {
    const former = new Map<string, FormerItem>();
    for (const [name, changes] of this.#perItem) {
      const first = changes.find(({ at }) => at > moment);
      if (first?.tableId === tableId) former.set(name, first);
    }
    return former;
  }
}
