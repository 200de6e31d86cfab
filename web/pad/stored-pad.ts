import type { Database } from './queue/database.ts';
import { readSetting } from './queue/settings.ts';
import type { PadIdentity } from './queue/settings.ts';

/** What the device is, as its database tells. */
export type StoredPad =
  | { readonly of: 'enrolled'; readonly pad: PadIdentity }
  /** Revoked: what was not sent stays sealed under its key. */
  | { readonly of: 'revoked'; readonly pad: PadIdentity; readonly waiting: number }
  | { readonly of: 'new' }
  /** Whether it is enrolled cannot be told. */
  | { readonly of: 'unreadable' };

const read = async (database: Database): Promise<StoredPad> => {
  const pad = await readSetting(database, 'pad');
  if (pad === undefined) return { of: 'new' };
  if (!(await readSetting(database, 'revoked'))) return { of: 'enrolled', pad };
  const waiting = await database.read('ratings', (ratings) => ratings.count());
  return { of: 'revoked', pad, waiting };
};

export const readStoredPad = async (database: Database): Promise<StoredPad> => {
  try {
    return await read(database);
  } catch {
    return { of: 'unreadable' };
  }
};
