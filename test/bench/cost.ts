/** The cost of a task for this process: all its threads, in user and kernel mode. */
export interface Cost {
  /** CPU time in milliseconds. */
  readonly cpu: number;
  /** Elapsed milliseconds. */
  readonly wall: number;
}

export const costOf = async (work: () => Promise<unknown>): Promise<Cost> => {
  const began = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, wall: performance.now() - began };
};
