/**
 * The contents that a bundle was made of, as one digest. A date or a name proves nothing here; only
 * what stands in the files does.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Of a file's timestamps: the kernel writes them by a clock that ticks more slowly. */
const TICK_MS = 20;

/** What the bundler asks of the folders that a file lies in, and names nowhere in its own report. */
const ASKED = ['package.json', 'tsconfig.json'];

export const sha256 = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');

const isAbsent = (fault: unknown): boolean =>
  fault instanceof Error &&
  'code' in fault &&
  (fault.code === 'ENOENT' || fault.code === 'ENOTDIR');

/** The answer, or `absent` for a file that is not there: that it is not is a part of the contents. */
const orAbsent = <T>(read: () => T, absent: T): T => {
  try {
    return read();
  } catch (fault) {
    if (isAbsent(fault)) return absent;
    throw fault;
  }
};

const foldersAbove = (path: string): readonly string[] => {
  const folder = dirname(path);
  return folder === '.' || folder === path ? ['.'] : [folder, ...foldersAbove(folder)];
};

const foldersOf = (paths: readonly string[]): readonly string[] => [...new Set(paths.map(dirname))];

/** Of this folder and all above it. */
const askedAbove = (folder: string): readonly string[] =>
  [folder, ...foldersAbove(folder)].flatMap((one) => ASKED.map((name) => `${one}/${name}`));

/** Reads every file once; so an instance is for one run, and sees what was there when it asked first. */
export class BundleContents {
  readonly #root: string;
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Of the contents of `paths`, relative to the root, in this order, and of what lies around them. */
  digestOf(paths: readonly string[]): string {
    const files = paths.map((path) => this.#digestOfFile(path));
    const folders = foldersOf(paths).map((folder) => this.#digestAround(folder));
    return sha256([...files, ...folders].join('\n'));
  }

  /** Whether any may have been written after the moment, in epoch milliseconds. */
  isTouchedSince(paths: readonly string[], moment: number): boolean {
    const around = new Set(foldersOf(paths).flatMap(askedAbove));
    return [...paths, ...around].some((path) => {
      const changed = orAbsent(() => statSync(join(this.#root, path)).ctimeMs, 0);
      return changed >= moment - TICK_MS;
    });
  }

  #digestOfFile(path: string): string {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    const digest = orAbsent(() => sha256(readFileSync(join(this.#root, path))), 'absent');
    this.#files.set(path, digest);
    return digest;
  }

  #digestAround(folder: string): string {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const digest = sha256(
      askedAbove(folder)
        .map((path) => this.#digestOfFile(path))
        .join('\n'),
    );
    this.#folders.set(folder, digest);
    return digest;
  }
}
