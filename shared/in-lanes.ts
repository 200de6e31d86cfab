/** How many items are worked on at a time, and which of them must keep their order. */
export interface Lanes<Item> {
  readonly width: number;
  /** Items of one key are done one after the other; without it each stands for itself. */
  readonly key?: (item: Item) => unknown;
}

/**
 * Does `work` for every item, those of one key in their order; answers in the order of the items. After a
 * fault nothing new is begun, and it is thrown when all that was begun has ended: nothing goes on behind
 * the caller's back. `abreast` goes on after a fault instead.
 */
export const inLanes = async <Item, Result>(
  items: readonly Item[],
  { width, key = (item) => item }: Lanes<Item>,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results = new Map<Item, Result>();
  const groups = [...Map.groupBy(items, key).values()].values();
  let failed = false;
  const lane = async (): Promise<void> => {
    for (const group of groups) {
      for (const item of group) {
        if (failed) return;
        results.set(item, await work(item));
      }
    }
  };
  const guarded = async (): Promise<void> => {
    try {
      await lane();
    } catch (fault) {
      failed = true;
      throw fault;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: width }, guarded));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return items.flatMap((item) => (results.has(item) ? [results.get(item) as Result] : []));
};
