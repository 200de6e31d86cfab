import { itemName } from './item-name.ts';
import type { ItemPlace } from './item-name.ts';

/**
 * The items that the open group of the database touches. A request is in flight from its arrival to
 * the commit of its group, so the requests of one group are concurrent and the first one wins
 * (DynamoDB developer guide, "Transactional conflict handling").
 */
export class InFlight {
  readonly #group: () => number;
  readonly #inTransactions = new Set<string>();
  readonly #written = new Set<string>();
  #known = -1;

  /** `group` returns the number of the open group. */
  constructor(group: () => number) {
    this.#group = group;
  }

  isInTransaction(item: ItemPlace): boolean {
    this.#follow();
    return this.#inTransactions.size > 0 && this.#inTransactions.has(itemName(item));
  }

  /** By a transaction or by a single write. */
  isBeingWritten(item: ItemPlace): boolean {
    return this.isInTransaction(item) || this.#written.has(itemName(item));
  }

  /** Called only for transactions that succeeded: a cancelled one holds nothing. */
  holdTransaction(items: readonly ItemPlace[]): void {
    this.#follow();
    for (const item of items) this.#inTransactions.add(itemName(item));
  }

  holdWrite(item: ItemPlace): void {
    this.#follow();
    this.#written.add(itemName(item));
  }

  #follow(): void {
    const group = this.#group();
    if (group === this.#known) return;
    this.#known = group;
    this.#inTransactions.clear();
    this.#written.clear();
  }
}
