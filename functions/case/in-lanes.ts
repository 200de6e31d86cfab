/** How many cases are worked on beside each other: each waits for the store most of the time. */
const lanes = 8;

/**
 * Does `work` for every item, those of one `key` in their order, several keys at a time; answers in
 * the order of the items. After a fault nothing new is begun, and it is thrown when all have ended.
 */
export const inLanes = async <Item, Result>(
  items: readonly Item[],
  key: (item: Item) => string,
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
  const ended = await Promise.allSettled(Array.from({ length: lanes }, guarded));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return items.flatMap((item) => (results.has(item) ? [results.get(item) as Result] : []));
};
