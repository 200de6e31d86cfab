/** The bytes of objects, in files that are written once under names that are never reused. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { isAbsent } from '../absent-file.ts';

export interface BlobFiles {
  /** Returns the file name once the bytes would survive a power cut. */
  write(bytes: Buffer): Promise<string>;
  /** Undefined: the file was removed. */
  read(blob: string): Promise<Buffer | undefined>;
  remove(blob: string): Promise<void>;
  /** Removes what a crash left behind: temporary files, and files that no object refers to. */
  keepOnly(blobs: ReadonlySet<string>): Promise<void>;
}

const syncDirectory = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const writeDraft = async (path: string, bytes: Buffer): Promise<void> => {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

export const openBlobFiles = (directory: string): BlobFiles => {
  mkdirSync(directory, { recursive: true });
  const pathOf = (blob: string): string => join(directory, blob);
  return {
    async write(bytes) {
      const blob = randomUUID();
      const draft = pathOf(`${blob}.draft`);
      await writeDraft(draft, bytes);
      await rename(draft, pathOf(blob));
      await syncDirectory(directory);
      return blob;
    },
    read: (blob) =>
      readFile(pathOf(blob)).catch((fault: unknown) => {
        if (isAbsent(fault)) return undefined;
        throw fault;
      }),
    remove: (blob) => rm(pathOf(blob), { force: true }),
    async keepOnly(blobs) {
      const present = await readdir(directory);
      const stale = present.filter((name) => !blobs.has(name));
      await Promise.all(stale.map((name) => rm(pathOf(name), { force: true })));
    },
  };
};
