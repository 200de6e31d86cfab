import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const contentOf = async (path: string): Promise<Buffer | undefined> =>
  readFile(path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw fault;
  });

/**
 * Writes a file atomically, and only when its content changes, because several builds may share the
 * directory.
 */
export const writeIfChanged = async (path: string, content: string | Uint8Array): Promise<void> => {
  if ((await contentOf(path))?.equals(Buffer.from(content)) === true) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${crypto.randomUUID()}`;
  await writeFile(draft, content);
  await rename(draft, path);
};
