import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** Creates a directory that is removed at the end of the test file. */
export const newDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'haochaping-'));
  made.push(directory);
  return directory;
};

/**
 * Called in the setup of every test file: an `afterAll` here would apply to the first file only.
 */
export const removeDirectories = (): void => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
};
