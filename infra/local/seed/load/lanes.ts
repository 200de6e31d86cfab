/** How many calls are in flight at once: enough to fill two cores, few enough to queue nowhere. */
const laneCount = 3;

/**
 * Runs `work` over all items in a bounded number of lanes. The first fault wins and no new item is
 * begun after it; what is in flight is awaited, so that nothing goes on behind the caller's back.
 */
export const inLanes = async <Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const waiting = [...items];
  let failed = false;
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
      try {
        await work(item);
      } catch (fault) {
        failed = true;
        throw fault;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: laneCount }, lane));
  const fault = lanes.find((outcome) => outcome.status === 'rejected');
  if (fault) throw fault.reason;
};
