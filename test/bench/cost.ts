/** What a piece of work takes of this process: all of its threads, in and outside of the kernel. */
export interface Cost {
  /** Milliseconds of processor time. */
  readonly cpu: number;
  /** Milliseconds that passed. */
  readonly wall: number;
}

export const costOf = async (work: () => Promise<unknown>): Promise<Cost> => {
  const began = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, wall: performance.now() - began };
};
