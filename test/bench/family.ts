/**
 * The CPU time of a process and of all its descendants, as reported by Linux. Polled repeatedly,
 * because the time of a process that ends without being waited for, e.g. a bundler's service, is
 * added to no other process.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * The unit of these counters on every Linux system, independent of the kernel's timer frequency.
 */
const ticksASecond = 100;
const betweenLooksMs = 200;

export interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  /** Seconds of its own, in user and kernel mode. */
  readonly cpu: number;
}

/** A line of `/proc/<pid>/stat`, see proc(5). The process name in it may contain any character. */
export const readStat = (line: string): ProcessStat => {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
  return {
    pid: Number.parseInt(line, 10),
    parent: parent ?? 0,
    cpu: ((user ?? 0) + (system ?? 0)) / ticksASecond,
  };
};

/**
 * The latest time of each process that is or was a descendant; a child has a greater pid than its
 * parent.
 */
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
    // It ended between the two polls; its time at the last poll is known.
    return [];
  }
};

const present = (): readonly ProcessStat[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap(statOf);

export interface FamilyWatch {
  /** Seconds until now; undefined on systems without `/proc`. */
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
