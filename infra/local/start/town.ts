/** Loads the small town into a new data directory, through the instance's own HTTP interface. */
import { civilDateOf, fromEpoch } from '../../../shared/domain/time/instant.ts';
import { localTokens } from '../client/local-token.ts';
import type { LocalClock } from '../engine/clock.ts';
import { historyStart, LoadStopped, loadTown } from '../scenario/town/load-town.ts';
import { readLedger } from '../scenario/town/load/ledger.ts';
import type { LocalSystem } from '../system/local-system.ts';

/** Epoch milliseconds at which the clock of a new instance with a town starts. */
export const townStart = (): number => Date.parse(historyStart(civilDateOf(fromEpoch(Date.now()))));

/** Data that were created without a town stay without one: its history would be before theirs. */
const wasBegunWithout = (clock: LocalClock, dataDir: string): boolean =>
  readLedger(dataDir) === undefined && clock.now() > townStart() + 86_400_000;

/**
 * Returns whether there is a town, or the rest of one, to load; prints the reason if there is none.
 */
export const hasTownToLoad = (
  clock: LocalClock,
  dataDir: string,
  print: (line: string) => void,
): boolean => {
  if (readLedger(dataDir)?.finished === true) return false;
  if (!wasBegunWithout(clock, dataDir)) return true;
  print(
    `No town is loaded: the data in ${dataDir} were created without one (SEED=none). ` +
      'To load a town, use another directory: DATA_DIR=.local-town npm start',
  );
  return false;
};

export interface Filling {
  readonly dataDir: string;
  readonly print: (line: string) => void;
  /** Returns whether the instance is being stopped. */
  readonly isStopping: () => boolean;
}

const begin = (dataDir: string): string => {
  const ledger = readLedger(dataDir);
  return ledger === undefined || ledger.played < 0
    ? 'First start: loading four weeks of a small town, which takes about a minute …'
    : `Continuing to load the town of ${ledger.today} …`;
};

const outcomeOf = (fault: unknown): string =>
  fault instanceof LoadStopped
    ? 'Stopped while the town was loading. The next start continues the loading.'
    : `The town is not complete; the next start continues the loading. ${String(fault)}`;

/**
 * Loads the town, or what is still missing of it. A refusal is printed and not thrown: the instance
 * is usable without a complete town, and the next start continues where this one stopped.
 */
export const fillTown = async (system: LocalSystem, filling: Filling): Promise<void> => {
  const { dataDir, print, isStopping } = filling;
  print(begin(dataDir));
  try {
    await loadTown({
      url: system.url,
      fetch: system.fetch,
      clock: system.clock,
      dataDir,
      until: Date.now(),
      tokenOf: localTokens(system.url, () => system.clock.now()),
      settle: async () => {
        await system.idle();
        await system.checkpoint();
      },
      progress: print,
      isStopping,
    });
    system.clock.set(Math.max(system.clock.now(), Date.now()));
  } catch (fault) {
    print(outcomeOf(fault));
  }
};
