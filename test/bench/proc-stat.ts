/** Linux counts in these everywhere, whatever its own timer runs at. */
const ticksASecond = 100;

/**
 * Processor seconds in a line of `/proc/<pid>/stat`: of the process and of its children that have
 * ended, in and outside of the kernel (fields 14 to 17 of proc(5)). Its name may hold anything.
 */
export const cpuSecondsIn = (stat: string): number => {
  const fromThird = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fromThird.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return ticks / ticksASecond;
};
