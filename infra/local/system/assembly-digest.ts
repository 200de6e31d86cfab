/** What the template and the bundles are made of, as one digest. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What the CDK app reads: the template's own sources. `infra` imports nothing of the other folders. */
const TEMPLATE = ['infra', 'cdk.json', 'package-lock.json', 'package.json', 'tsconfig.json'];

/** What only the functions' bundles are made of. */
const CODE = ['functions', 'shared', 'events'];

/** The local runtime boots the template and is not in it. */
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

/** Changes with the name or content of any source; what leads is the template's part. */
export const sourceDigest = (root: string): string =>
  `${digestOf(root, TEMPLATE)}-${digestOf(root, CODE)}`;

/** Whether the two differ in nothing but what the functions' bundles are made of. */
export const haveSameTemplate = (one: string, other: string): boolean =>
  one.split('-')[0] === other.split('-')[0];
