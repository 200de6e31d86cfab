import type { Clocks } from '../ports.ts';
import type { Database } from '../queue/database.ts';
import { readSetting, writeSettings } from '../queue/settings.ts';

/** The server's time, as far as its last answers tell. */
export interface ServerClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes over the time that an answer states. */
  readonly correct: (serverTime: unknown) => Promise<void>;
}

/** Answers are on their way for some time; less than this is no reason to write. */
const toleranceMs = 1000;

const keep = async (database: Database, offset: number): Promise<void> => {
  try {
    await writeSettings(database, { offset });
  } catch {
    // The next answer states the time again.
  }
};

const read = async (database: Database): Promise<number> => {
  try {
    return (await readSetting(database, 'offset')) ?? 0;
  } catch {
    return 0;
  }
};

export const serverClock = async (
  database: Database,
  { now }: Pick<Clocks, 'now'>,
): Promise<ServerClock> => {
  let offset = await read(database);
  return {
    now: () => now() + offset,
    correct: async (serverTime) => {
      const stated = typeof serverTime === 'string' ? Date.parse(serverTime) : Number.NaN;
      if (Number.isNaN(stated) || Math.abs(stated - now() - offset) <= toleranceMs) return;
      offset = stated - now();
      await keep(database, offset);
    },
  };
};
