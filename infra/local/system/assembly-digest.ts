/** One digest of the sources of the template and of the bundles. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The inputs of the CDK app. `infra` imports nothing from the other folders. */
const TEMPLATE = ['infra', 'cdk.json', 'package-lock.json', 'package.json', 'tsconfig.json'];

/** The inputs of the functions' bundles only. */
const CODE = ['functions', 'shared', 'events', 'web'];

/** The local runtime boots the template and is not part of it. */
const isOutside = (path: string): boolean =>
  path.startsWith(join('infra', 'local') + sep) || path.endsWith('.md');

const filesIn = (root: string, place: string): readonly string[] => {
  const directory = join(root, place);
  const found = statSync(directory, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [place];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
};

const digestOf = (root: string, places: readonly string[]): string => {
  const paths = places
    .flatMap((place) => filesIn(root, place))
    .filter((path) => !isOutside(path))
    .sort();
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = readFileSync(join(root, path));
    hash.update(`${path.replaceAll(sep, '/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
};

/** Changes with the name or content of any source; begins with the digest of the template. */
export const sourceDigest = (root: string): string =>
  `${digestOf(root, TEMPLATE)}-${digestOf(root, CODE)}`;

/** Returns whether two digests differ only in the part of the functions' bundles. */
export const haveSameTemplate = (one: string, other: string): boolean =>
  one.split('-')[0] === other.split('-')[0];
