import type { PadDeps } from '../ports.ts';
import type { Database } from './database.ts';
import { readSetting, writeSettings } from './settings.ts';

/** Whether the database takes something, returns it, and deletes it. */
export const probeStorage = async (
  database: Database,
  { crypto }: Pick<PadDeps, 'crypto'>,
): Promise<boolean> => {
  try {
    const probe = String(crypto.getRandomValues(new Uint8Array(16)));
    await writeSettings(database, { probe });
    const found = await readSetting(database, 'probe');
    await database.write((of) => of('settings').delete('probe'));
    return found === probe;
  } catch {
    return false;
  }
};
