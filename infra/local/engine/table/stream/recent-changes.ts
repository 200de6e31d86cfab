import type { EpochMs, LocalClock } from '../../clock.ts';
import type { StoredItem } from '../storage/item-rows.ts';
import { itemName } from '../write/item-name.ts';
import type { ItemPlace } from '../write/item-name.ts';

/** An item as it was before it was changed; undefined when it was not there. */
export interface FormerItem extends ItemPlace {
  readonly at: EpochMs;
  readonly before: StoredItem | undefined;
}

/** By `itemName`. */
export type FormerItems = ReadonlyMap<string, FormerItem>;

/**
 * What was changed lately, for indexes that are behind; nothing is kept while none is. It lies in
 * memory because an injected lag does not outlive the process either. A change that is rolled back may
 * stay: what it says was there before is still there.
 */
export class RecentChanges {
  readonly #clock: LocalClock;
  readonly #lagMs: () => number;
  readonly #perItem = new Map<string, FormerItem[]>();
  #latest: EpochMs = 0;

  /** `lagMs` tells by how much anybody's index reads are behind. */
  constructor(clock: LocalClock, lagMs: () => number) {
    this.#clock = clock;
    this.#lagMs = lagMs;
  }

  note(item: ItemPlace, before: StoredItem | undefined): void {
    const [now, lag] = [this.#clock.now(), this.#lagMs()];
    // All of it lies behind the lag, or there is none any more.
    if (this.#latest <= now - lag) this.#perItem.clear();
    if (lag === 0) return;
    this.#latest = now;
    const name = itemName(item);
    const known = this.#perItem.get(name) ?? [];
    if (known.at(-1)?.at === now) return;
    const still = known.filter(({ at }) => at > now - lag);
    this.#perItem.set(name, [...still, { ...item, at: now, before }]);
  }

  /** Each item of the table that was changed after `moment`, as it was at that moment. */
  after(moment: EpochMs, tableId: number): FormerItems {
    const former = new Map<string, FormerItem>();
    for (const [name, changes] of this.#perItem) {
      const first = changes.find(({ at }) => at > moment);
      if (first?.tableId === tableId) former.set(name, first);
    }
    return former;
  }
}
