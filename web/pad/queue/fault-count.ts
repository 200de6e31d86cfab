import type { Database } from './database.ts';
import { readSetting, writeSettings } from './settings.ts';

/** How many ratings could not be stored since enrolment. */
export interface FaultCount {
  readonly add: () => Promise<void>;
  readonly count: () => number;
}

/** A count that cannot be stored either is kept in memory, and stored with the next one. */
export const faultCount = async (database: Database): Promise<FaultCount> => {
  const read = async (): Promise<number> => {
    try {
      return (await readSetting(database, 'faults')) ?? 0;
    } catch {
      return 0;
    }
  };
  let faults = await read();
  return {
    add: async () => {
      faults += 1;
      try {
        await writeSettings(database, { faults });
      } catch {
        // The count in memory is reported all the same.
      }
    },
    count: () => faults,
  };
};
