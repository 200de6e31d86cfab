/** Where an instance keeps things. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface DataPlaces {
  /** SQLite's name for the file of tables and queues. */
  readonly database: string;
  /** A directory that exists; a passing one for `:memory:`. */
  readonly directory: string;
  readonly keyFile: string;
  readonly logs: string;
  /** The bytes of objects; what is known of them is in the database. */
  readonly objects: string;
  /** Removes what was only passing. */
  dispose(): void;
}

const placesIn = (directory: string) => ({
  directory,
  keyFile: join(directory, 'kms-keys.json'),
  logs: join(directory, 'logs'),
  objects: join(directory, 'objects'),
});

/** `:memory:` keeps nothing beyond the process. */
export const dataPlaces = (dataDir: string): DataPlaces => {
  if (dataDir !== ':memory:') {
    mkdirSync(dataDir, { recursive: true });
    const database = join(dataDir, 'engine.db');
    return { ...placesIn(dataDir), database, dispose: () => undefined };
  }
  const passing = mkdtempSync(join(tmpdir(), 'loop-'));
  const dispose = () => rmSync(passing, { recursive: true, force: true });
  return { ...placesIn(passing), database: ':memory:', dispose };
};
