/** V8's compiled code of bundles, kept between processes. An invalid entry costs only time. */
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { isAbsent } from '../../engine/absent-file.ts';

const DIRECTORY = join(import.meta.dirname, '..', '..', '..', '..', '.build', 'code-cache');

/** About three sets of bundles. */
const KEPT = 250;

const builtBy = createHash('sha256')
  .update(`${process.version} ${process.arch} ${process.execArgv.join(' ')}`)
  .digest('hex')
  .slice(0, 8);

const pathOf = (digest: string): string => join(DIRECTORY, `${digest.slice(0, 32)}-${builtBy}`);

/** Undefined when there is none. V8 rejects data that does not match the source or its version. */
export const readCodeCache = (digest: string): Buffer | undefined => {
  try {
    return readFileSync(pathOf(digest));
  } catch (fault) {
    if (isAbsent(fault)) return undefined;
    throw fault;
  }
};

const removeOld = (): void => {
  const names = readdirSync(DIRECTORY);
  if (names.length <= KEPT) return;
  const byAge = names
    .map((name) => join(DIRECTORY, name))
    .map((path) => ({ path, at: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((one, other) => other.at - one.at);
  for (const { path } of byAge.slice(KEPT)) rmSync(path, { force: true });
};

/** Several processes may write the same entry: each writes a temporary file and renames it. */
export const writeCodeCache = (digest: string, code: Buffer): void => {
  mkdirSync(DIRECTORY, { recursive: true });
  const draft = `${pathOf(digest)}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, pathOf(digest));
  removeOld();
};
