/** What the service does by itself now and then: removing expired items, forgetting old changes. */
import type { LocalClock } from '../clock.ts';
import type { EmbeddedTableEngine } from '../engine/table/table-engine.ts';

/** The service promises expiry within days; a quarter of an hour shows early who relies on the moment. */
const EVERY_MS = 900_000;

export interface Upkeep {
  /** Resolves when no upkeep is under way. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export const startUpkeep = (
  tables: Pick<EmbeddedTableEngine, 'removeExpired' | 'trim'>,
  clock: LocalClock,
  report: (fault: unknown) => void,
): Upkeep => {
  let running = Promise.resolve();
  const round = async (): Promise<void> => {
    try {
      await tables.removeExpired();
      await tables.trim();
    } catch (fault) {
      report(fault);
    }
  };
  const beat = (): void => {
    running = running.then(round);
    cancel = clock.wakeAt(clock.now() + EVERY_MS, beat);
  };
  let cancel = clock.wakeAt(clock.now() + EVERY_MS, beat);
  return {
    idle: async () => {
      await new Promise<void>((due) => {
        clock.wakeAt(clock.now(), due);
      });
      await running;
    },
    stop: () => {
      cancel();
      return running;
    },
  };
};
