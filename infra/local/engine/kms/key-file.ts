import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';

const KEY_BYTES = 32;

/** Readable by the owner only; these keys decrypt every encrypted field of the local data. */
const PRIVATE = 0o600;

type Entry = readonly [id: string, key: Buffer];

/** The error of the parser is not passed on, because it would quote the keys. */
const entriesOf = (text: string): readonly Entry[] | undefined => {
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    return Object.entries(value).map(([id, key]) => [id, Buffer.from(String(key), 'base64')]);
  } catch {
    return undefined;
  }
};

const parse = (path: string): Map<string, Buffer> => {
  const entries = entriesOf(readFileSync(path, 'utf8'));
  if (entries?.every(([, key]) => key.length === KEY_BYTES)) return new Map(entries);
  throw new Error(`${path} is not a key file`);
};

/**
 * Replaces the file atomically and flushes it first: a partially written file would lose every key.
 */
const replaceFile = (path: string, text: string): void => {
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', PRIVATE);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
};

/**
 * The master keys by id, as JSON of base64 in a file that only its owner can read. Created on first
 * use. A file with invalid content is an error and is never replaced.
 */
export class KeyFile {
  readonly #path: string;
  readonly #keys: Map<string, Buffer>;

  constructor(path: string) {
    this.#path = path;
    this.#keys = existsSync(path) ? parse(path) : new Map<string, Buffer>();
  }

  find(id: string): Buffer | undefined {
    return this.#keys.get(id);
  }

  findOrMake(id: string): Buffer {
    const found = this.#keys.get(id);
    if (found) return found;
    const made = randomBytes(KEY_BYTES);
    const all = [...this.#keys, [id, made] as const];
    const text = Object.fromEntries(all.map(([name, key]) => [name, key.toString('base64')]));
    replaceFile(this.#path, `${JSON.stringify(text, undefined, 2)}\n`);
    this.#keys.set(id, made);
    return made;
  }
}
