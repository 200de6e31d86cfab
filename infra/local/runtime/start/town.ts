/** Fills a new data directory with the small town, through the instance's own HTTP interface. */
import { civilDateOf, fromEpoch } from '../../../../shared/domain/time/instant.ts';
import { localTokens } from '../../client/local-token.ts';
import type { LocalClock } from '../../clock.ts';
import type { LocalSystem } from '../../local-system.ts';
import { historyStart, loadTown } from '../../seed/load-town.ts';
import { readLedger } from '../../seed/load/ledger.ts';

/** Epoch milliseconds at which the clock of a new instance with a town starts. */
export const townStart = (): number => Date.parse(historyStart(civilDateOf(fromEpoch(Date.now()))));

/** Data that were begun without a town stay without one: its history would lie before theirs. */
const wasBegunWithout = (clock: LocalClock, dataDir: string): boolean =>
  readLedger(dataDir) === undefined && clock.now() > townStart() + 86_400_000;

/** Whether there is a town to load, or the rest of one; tells why there is none. */
export const hasTownToLoad = (
  clock: LocalClock,
  dataDir: string,
  print: (line: string) => void,
): boolean => {
  if (readLedger(dataDir)?.finished === true) return false;
  if (!wasBegunWithout(clock, dataDir)) return true;
  print('No town is loaded: these data were begun without one (SEED=none).');
  return false;
};

/**
 * Loads the town, or what is still missing of it. A refusal is told and not thrown: the instance is
 * of use without a whole town, and the next start goes on where this one stopped.
 */
export const fillTown = async (
  system: LocalSystem,
  dataDir: string,
  print: (line: string) => void,
): Promise<void> => {
  print('First start: loading four weeks of a small town …');
  try {
    await loadTown({
      url: system.url,
      fetch: system.fetch,
      clock: system.clock,
      dataDir,
      until: Date.now(),
      tokenOf: localTokens(system.url, () => system.clock.now()),
      settled: async () => {
        await system.idle();
        await system.checkpoint();
      },
      progress: print,
    });
    system.clock.set(Math.max(system.clock.now(), Date.now()));
  } catch (fault) {
    print(`The town is not complete; the next start goes on with it. ${String(fault)}`);
  }
};
