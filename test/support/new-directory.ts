import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** Gone when the test file has ended. */
export const newDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'haochaping-'));
  made.push(directory);
  return directory;
};

/** For the set-up of every test file: a webhook here would be the first file's only. */
export const removeDirectories = (): void => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
};
