/**
 * A bundle compiled once per process and run once per instance. What the code calls its globals are
 * parameters of the script, so that instances in one thread have a time, a process and an output of
 * their own. V8's code cache lies on disk between processes.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { constants, Script } from 'node:vm';

import { readCodeCache, writeCodeCache } from './code-cache.ts';

const GLOBALS = ['process', 'console', 'Date', 'fetch', 'globalThis', 'global'] as const;

/** What an instance's code finds under these names. */
export type InstanceGlobals = Readonly<Record<(typeof GLOBALS)[number], unknown>>;

/** The parameters that CommonJS gives a module. */
interface ModuleParts {
  readonly exports: object;
  readonly require: (id: string) => unknown;
  readonly module: { readonly exports: Record<string, unknown> };
  readonly file: string;
  readonly directory: string;
}

type Run = (...parameters: readonly unknown[]) => void;
type Surround = (...globals: readonly unknown[]) => Run;

export interface BundleScript {
  run(parts: ModuleParts, globals: InstanceGlobals): void;
  /** Keeps what V8 has compiled by now for the processes after this one. */
  keepCompiled(): void;
}

/**
 * Two functions, so that the code may declare names of its own for its globals, as in a module. The inner
 * one stands in parentheses: V8 compiles it at once.
 */
const OPENING =
  `(function (${GLOBALS.join()}) { ` +
  'return (function (exports, require, module, __filename, __dirname) {';
const CLOSING = '\n}) })';

const compileBundle = (file: string): BundleScript => {
  const source = readFileSync(file, 'utf8');
  const digest = createHash('sha256').update(source).digest('hex');
  const cachedData = readCodeCache(digest);
  // On one line with the code, and counted from before it: places in traces are those of the bundle.
  const script = new Script(OPENING + source + CLOSING, {
    filename: file,
    columnOffset: -OPENING.length,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData !== undefined && { cachedData }),
  });
  let isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  return {
    run: ({ exports, require, module, file: path, directory }, globals) => {
      const surround = script.runInThisContext() as Surround;
      const run = surround(...GLOBALS.map((one) => globals[one]));
      run.call(exports, exports, require, module, path, directory);
    },
    keepCompiled: () => {
      if (isKept) return;
      isKept = true;
      writeCodeCache(digest, script.createCachedData());
    },
  };
};

const compiled = new Map<string, BundleScript>();

/** Of the file as it is now: a bundle that was built anew in its place is another one. */
export const bundleScript = (file: string): BundleScript => {
  const { mtimeMs, size } = statSync(file);
  const key = `${file} ${mtimeMs} ${size}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const script = compileBundle(file);
  compiled.set(key, script);
  return script;
};
