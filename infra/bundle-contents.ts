/**
 * Computes one digest of the contents that a bundle was built from. Only file contents count, not
 * dates or names.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Resolution of file timestamps in milliseconds: the kernel's timestamp clock is coarser than the
 * system clock.
 */
const TICK_MS = 20;

/**
 * Files that the bundler reads in the folders above a source file, without listing them in its
 * report.
 */
const ASKED = ['package.json', 'tsconfig.json'];

export const sha256 = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');

const isAbsent = (fault: unknown): boolean =>
  fault instanceof Error &&
  'code' in fault &&
  (fault.code === 'ENOENT' || fault.code === 'ENOTDIR');

/** Returns the result, or `absent` for a missing file: its absence is part of the contents. */
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

/** Returns these files of a folder and of all folders above it. */
const askedAbove = (folder: string): readonly string[] =>
  [folder, ...foldersAbove(folder)].flatMap((one) => ASKED.map((name) => `${one}/${name}`));

/**
 * Reads every file once and caches it, so an instance covers one run and keeps the state at first
 * access.
 */
export class BundleContents {
  readonly #root: string;
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * Returns the digest of `paths`, relative to the root, in this order, and of the files around
   * them.
   */
  digestOf(paths: readonly string[]): string {
    const files = paths.map((path) => this.#digestOfFile(path));
    const folders = foldersOf(paths).map((folder) => this.#digestAround(folder));
    return sha256([...files, ...folders].join('\n'));
  }

  /** Returns whether any file may have been written after the moment, in epoch milliseconds. */
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
