/**
 * What every bundle was made of, kept beside the bundles: one is taken as it lies only while nothing
 * that went into it has changed, and it is still what was made.
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
  /** Of the contents of all inputs. */
  from: z.string(),
  /** Of the bundle. */
  bundle: z.string(),
  report: BundleReport,
});

const Records = z.object({ key: z.string(), made: z.record(z.string(), Made) });

export interface RecordPlace {
  readonly root: string;
  /** The file of the records. */
  readonly path: string;
  /** All that every bundle depends on: the bundler's version and options, the installed packages. */
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

/** A file that cannot be read, or was written by another version, is as good as none: all is made anew. */
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
  /** What is written during this run may be in a bundle or not: it is not vouched for. */
  readonly #began = Date.now();

  constructor(place: RecordPlace) {
    this.#place = place;
    this.#contents = new BundleContents(place.root);
    this.#known = readRecords(place);
  }

  /** The report of the bundle that lies at `path`, if it is what bundling would make now. */
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

  /** Whole or not at all; of two runs at the same time the later one's stays. */
  save(): void {
    const { path, key } = this.#place;
    const draft = join(dirname(path), `bundles.${crypto.randomUUID()}.draft`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, JSON.stringify({ key, made: Object.fromEntries(this.#known) }));
    renameSync(draft, path);
  }
}
