/**
 * Records what every bundle was built from, in a file beside the bundles. A bundle is reused only
 * while all its inputs and the bundle itself are unchanged.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { z } from 'zod';

import { BundleContents, sha256 } from './bundle-contents.ts';
import type { MadeBundle } from './bundle-inputs.ts';
import { BundleReport } from './bundle-report.ts';

const Made = z.object({
  entry: z.string(),
  inputs: z.array(z.string()),
  /** Digest of the contents of all inputs. */
  from: z.string(),
  /** Digest of the bundle. */
  bundle: z.string(),
  report: BundleReport,
});

const Records = z.object({ key: z.string(), made: z.record(z.string(), Made) });

export interface RecordPlace {
  readonly root: string;
  /** Path of the records file. */
  readonly path: string;
  /**
   * Digest of everything that all bundles depend on: the bundler's version and options, and the
   * installed packages.
   */
  readonly key: string;
}

type Known = Map<string, z.infer<typeof Made>>;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
};

/**
 * Reads the records. An unreadable file, or one of another version, counts as missing, and
 * everything is rebuilt.
 */
const readRecords = ({ path, key }: RecordPlace): Known => {
  if (!existsSync(path)) return new Map();
  const parsed = Records.safeParse(parseJson(readFileSync(path, 'utf8')));
  return parsed.success && parsed.data.key === key
    ? new Map(Object.entries(parsed.data.made))
    : new Map();
};

export class BundleRecords {
  readonly #place: RecordPlace;
  readonly #known: Known;
  readonly #contents: BundleContents;
  /**
   * A file written during this run may or may not be in a bundle, so such a bundle is not recorded.
   */
  readonly #began = Date.now();

  constructor(place: RecordPlace) {
    this.#place = place;
    this.#contents = new BundleContents(place.root);
    this.#known = readRecords(place);
  }

  /** Returns the report of the bundle at `path`, if a new build would give the same result. */
  reportOf(name: string, entry: string, path: string): BundleReport | undefined {
    const made = this.#known.get(name);
    if (made === undefined || made.entry !== entry || !existsSync(path)) return undefined;
    const isSame =
      this.#contents.digestOf(made.inputs) === made.from &&
      sha256(readFileSync(path)) === made.bundle;
    return isSame ? made.report : undefined;
  }

  keep({ entry, inputs, text, report }: MadeBundle): void {
    const { name } = report;
    if (this.#contents.isTouchedSince(inputs, this.#began)) {
      this.#known.delete(name);
      return;
    }
    this.#known.set(name, {
      entry,
      inputs: [...inputs],
      from: this.#contents.digestOf(inputs),
      bundle: sha256(text),
      report,
    });
  }

  /** Writes the file atomically; of two concurrent runs the later one wins. */
  save(): void {
    const { path, key } = this.#place;
    const draft = join(dirname(path), `bundles.${crypto.randomUUID()}.draft`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, JSON.stringify({ key, made: Object.fromEntries(this.#known) }));
    renameSync(draft, path);
  }
}
