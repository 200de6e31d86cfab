/**
 * Runs the same work for every item, at most `width` at a time, and waits for all of them. One
 * failure does not stop the others. Returns the results in the order of `all`.
 *
 * @throws the single failure, or an AggregateError of several
 */
export const mapConcurrent = async <T, R>(
  all: readonly T[],
  width: number,
  work: (one: T) => Promise<R>,
): Promise<readonly R[]> => {
  const answers: R[] = [];
  const failures: unknown[] = [];
  const queue = all.entries();
  const runWorker = async (): Promise<void> => {
    for (const [index, one] of queue) {
      try {
        answers[index] = await work(one);
      } catch (fault) {
        failures.push(fault);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, all.length) }, runWorker));
  if (failures.length === 1) throw failures[0];
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} tasks failed`);
  return answers;
};

/** How many items run concurrently, and which of them must keep their order. */
export interface Lanes<Item> {
  readonly width: number;
  /** Items with the same key run one after the other; without it, only repeats of the same item do. */
  readonly key?: (item: Item) => unknown;
}

/**
 * Runs `work` for every item: concurrently, but in order per key. Returns the results in the order
 * of the items. After a failure no new item starts, and the failure is thrown once every started
 * item has settled, so no work continues after the call. `mapConcurrent`, in contrast, starts the
 * remaining items despite a failure.
 */
export const mapInOrderByKey = async <Item, Result>(
  items: readonly Item[],
  { width, key = (item) => item }: Lanes<Item>,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  const groups = Map.groupBy(items.entries(), ([, item]) => key(item)).values();
  let failed = false;
  const drainGroups = async (): Promise<void> => {
    for (const group of groups) {
      for (const [index, item] of group) {
        if (failed) return;
        results[index] = await work(item);
      }
    }
  };
  const runLane = async (): Promise<void> => {
    try {
      await drainGroups();
    } catch (fault) {
      failed = true;
      throw fault;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: width }, runLane));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return results;
};
