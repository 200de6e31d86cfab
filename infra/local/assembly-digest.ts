/** What the template and the bundles are made of, as one digest. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const FOLDERS = ['infra', 'functions', 'shared', 'events'];
const FILES = ['package-lock.json', 'cdk.json'];

/** The local runtime boots the template and is not in it. */
const isOutside = (path: string): boolean =>
  path.startsWith(join('infra', 'local') + sep) || path.endsWith('.md');

const filesIn = (root: string, folder: string): readonly string[] => {
  const directory = join(root, folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
};

/** Hexadecimal; changes with the name or content of any source. */
export const sourceDigest = (root: string): string => {
  const paths = [...FILES, ...FOLDERS.flatMap((folder) => filesIn(root, folder))]
    .filter((path) => !isOutside(path))
    .sort();
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = readFileSync(join(root, path));
    hash.update(`${path.replaceAll(sep, '/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
};
