/** What the services do by themselves from time to time: removing expired items and old changes. */
import type { LocalClock } from '../engine/clock.ts';
import type { EmbeddedTableEngine } from '../engine/table/table-engine.ts';

/**
 * The service promises expiry within days. A quarter of an hour shows early which code relies on
 * the exact time.
 */
const EVERY_MS = 900_000;

export interface Upkeep {
  /** Resolves when no upkeep is running. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface UpkeepParts {
  readonly tables: Pick<EmbeddedTableEngine, 'removeExpired' | 'trim'>;
  readonly clock: LocalClock;
  readonly report: (fault: unknown) => void;
  /** Resolves when everything is delivered that can be delivered at the current engine time. */
  readonly delivered: () => Promise<void>;
}

/**
 * Removes changes only after the readers had their turn: in the service they would have read them
 * long before a day is over, and neither a jump of the clock nor a stopped process may take that
 * from them.
 */
const trimStreams = async ({ tables, report, delivered }: UpkeepParts): Promise<void> => {
  await delivered();
  const { unread } = await tables.trim();
  for (const { reader, shard, count } of unread) {
    report(
      new Error(
        `${count} changes of ${shard} were trimmed from the stream before ${reader} read them`,
      ),
    );
  }
};

export const startUpkeep = (parts: UpkeepParts): Upkeep => {
  const { tables, clock, report } = parts;
  let running: Promise<void> | undefined;
  const runUpkeep = async (): Promise<void> => {
    try {
      await tables.removeExpired();
      await trimStreams(parts);
    } catch (fault) {
      report(fault);
    }
    running = undefined;
  };
  const runAndReschedule = (): void => {
    running ??= runUpkeep();
    cancel = clock.wakeAt(clock.now() + EVERY_MS, runAndReschedule);
  };
  let cancel = clock.wakeAt(clock.now() + EVERY_MS, runAndReschedule);
  return {
    idle: async () => {
      await new Promise<void>((due) => {
        clock.wakeAt(clock.now(), due);
      });
      await running;
    },
    stop: async () => {
      cancel();
      await running;
    },
  };
};
