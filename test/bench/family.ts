/**
 * The processor time of a process and of all that it started, as Linux tells it. Looked at again and
 * again, because what ends without having been waited for, as a bundler's service does, is counted to nobody.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux counts in these everywhere, whatever its own timer runs at. */
const ticksASecond = 100;
const betweenLooksMs = 200;

export interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  /** Seconds of its own, in and outside of the kernel. */
  readonly cpu: number;
}

/** A line of `/proc/<pid>/stat`, by proc(5). The name in it may hold anything. */
export const readStat = (line: string): ProcessStat => {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
  return {
    pid: Number.parseInt(line, 10),
    parent: parent ?? 0,
    cpu: ((user ?? 0) + (system ?? 0)) / ticksASecond,
  };
};

/** The newest time of each process that is or was of the family; a child's number is the greater one. */
export const familyTimes = (
  before: ReadonlyMap<number, number>,
  present: readonly ProcessStat[],
): ReadonlyMap<number, number> => {
  const times = new Map(before);
  for (const { pid, parent, cpu } of present.toSorted((one, other) => one.pid - other.pid)) {
    if (times.has(pid) || times.has(parent)) times.set(pid, cpu);
  }
  return times;
};

const statOf = (pid: string): readonly ProcessStat[] => {
  try {
    return [readStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))];
  } catch {
    // It ended between the two looks; what it took until the last one is known.
    return [];
  }
};

const present = (): readonly ProcessStat[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap(statOf);

export interface FamilyWatch {
  /** Seconds until now; undefined where there is no `/proc`. */
  seconds(): number | undefined;
  stop(): void;
}

export const watchFamily = (root: number): FamilyWatch => {
  if (!existsSync('/proc/self/stat')) return { seconds: () => undefined, stop: () => undefined };
  let times: ReadonlyMap<number, number> = new Map([[root, 0]]);
  const look = () => {
    times = familyTimes(times, present());
  };
  const timer = setInterval(look, betweenLooksMs);
  return {
    seconds() {
      look();
      return [...times.values()].reduce((sum, cpu) => sum + cpu, 0);
    },
    stop: () => clearInterval(timer),
  };
};
