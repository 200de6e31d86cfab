/** The paths of an instance's data. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface DataPlaces {
  /** SQLite's file name for tables and queues. */
  readonly database: string;
  /** An existing directory; a temporary one for `:memory:`. */
  readonly directory: string;
  readonly keyFile: string;
  readonly logs: string;
  /** The directory of the bytes of objects; their metadata is in the database. */
  readonly objects: string;
  /** Removes the temporary directory. */
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
