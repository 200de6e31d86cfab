import { mapInOrderByKey } from '../../../../../shared/concurrency.ts';

/** How many calls are in flight at once: enough to fill two cores, few enough to queue nowhere. */
const width = 3;

/** Calls for every item, a few at a time; the first refusal ends the loading. */
export const callForEach = async <Item>(
  items: readonly Item[],
  call: (item: Item) => Promise<void>,
): Promise<void> => {
  await mapInOrderByKey(items, { width }, call);
};
