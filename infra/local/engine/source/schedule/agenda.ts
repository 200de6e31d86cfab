import type { EpochMs } from '../../clock.ts';
import type { Occurrence } from './scheduled-event.ts';
import type { Timetable } from './timetable.ts';

interface Entry {
  readonly at: EpochMs;
  readonly occurrence: Occurrence;
}

/** The maximum number of missed runs that are made up for: the latest ones, in order. */
export const MOST_MADE_UP = 100;

/** The due work of a schedule: runs whose time has come, and retries of failed ones. */
export class Agenda {
  readonly #timetable: Timetable;
  readonly #entries: Entry[] = [];
  #taken: EpochMs;
  #next: EpochMs | undefined;

  /** Runs at or before `since` are not due. */
  constructor(timetable: Timetable, since: EpochMs) {
    this.#timetable = timetable;
    this.#taken = since;
    this.#next = timetable.next(since);
  }

  /** The earliest time at which `due` may return something; undefined when nothing is left. */
  get nextAt(): EpochMs | undefined {
    const times = [this.#next, ...this.#entries.map(({ at }) => at)];
    const known = times.filter((time) => time !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
  }

  /**
   * Adds the runs that have become due. Returns true when runs beyond `MOST_MADE_UP` were dropped.
   */
  advance(now: EpochMs): boolean {
    if (this.#next === undefined || this.#next > now) return false;
    const most = this.#timetable.everyRunCounts ? MOST_MADE_UP + 1 : 1;
    const times = this.#timetable.latest(this.#taken, now, most);
    const owed = times.slice(-MOST_MADE_UP);
    for (const time of owed) this.put(time, { time, attempt: 1 });
    this.#taken = now;
    this.#next = this.#timetable.next(now);
    return times.length > owed.length;
  }

  /** Removes and returns the earliest run that is due. */
  due(now: EpochMs): Occurrence | undefined {
    const [first] = this.#entries;
    if (!first || first.at > now) return undefined;
    this.#entries.shift();
    return first.occurrence;
  }

  put(at: EpochMs, occurrence: Occurrence): void {
    const later = this.#entries.findIndex((entry) => entry.at > at);
    this.#entries.splice(later === -1 ? this.#entries.length : later, 0, { at, occurrence });
  }
}
