/**
 * Records what the parts of the pages were built from. They are used again only while their sources
 * and they themselves are unchanged.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { version } from 'esbuild';
import { z } from 'zod';

import { BundleContents, sha256 } from './bundle-contents.ts';

const Kept = z.object({
  key: z.string(),
  inputs: z.array(z.string()),
  /** Digest of the contents of all inputs. */
  from: z.string(),
  names: z.record(z.string(), z.string()),
  /** Digest of the files. */
  files: z.string(),
});

interface Places {
  readonly root: string;
  readonly assets: string;
  readonly manifest: string;
  readonly record: string;
}

type Names = Readonly<Record<string, string>>;

const readRecord = (path: string): z.infer<typeof Kept> | undefined => {
  if (!existsSync(path)) return undefined;
  try {
    return Kept.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
};

export class WebRecord {
  readonly #places: Places;
  readonly #key: string;
  readonly #began = Date.now();

  /** `settings` is everything besides the sources that decides what is built. */
  constructor(places: Places, settings: string) {
    this.#places = places;
    this.#key = sha256(`${version}\n${settings}`);
  }

  /** Returns the names of the files, if a new build would give the same. */
  names(): Names | undefined {
    const { root, record } = this.#places;
    const known = readRecord(record);
    if (known?.key !== this.#key) return undefined;
    const isSame =
      new BundleContents(root).digestOf(known.inputs) === known.from &&
      this.#digestOfFiles(known.names) === known.files;
    return isSame ? known.names : undefined;
  }

  /** A file that was written during the build may or may not be in it, so that is not recorded. */
  keep(names: Names, inputs: readonly string[]): void {
    const { root, record } = this.#places;
    const contents = new BundleContents(root);
    if (contents.isTouchedSince(inputs, this.#began)) return;
    const from = contents.digestOf(inputs);
    const files = this.#digestOfFiles(names);
    writeFileSync(record, JSON.stringify({ key: this.#key, inputs, from, names, files }));
  }

  /** Undefined when one is missing. */
  #digestOfFiles(names: Names): string | undefined {
    const { assets, manifest } = this.#places;
    const paths = [manifest, ...Object.values(names).map((name) => join(assets, name))];
    if (!paths.every((path) => existsSync(path))) return undefined;
    return sha256(paths.map((path) => sha256(readFileSync(path))).join('\n'));
  }
}
