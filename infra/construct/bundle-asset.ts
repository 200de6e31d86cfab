/**
 * Names a function's code in the template by its content alone, so that equal code causes no
 * deployment.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const filesIn = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(directory, join(parentPath, name)))
    .map((path) => path.replaceAll(sep, '/'))
    .sort();

/** Returns a hexadecimal digest that changes with the name or content of any file of the bundle. */
export const bundleDigest = (directory: string): string => {
  const hash = createHash('sha256');
  for (const name of filesIn(directory)) {
    const content = readFileSync(join(directory, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
};
