/**
 * A bundle, compiled once per process and run once per instance. The globals of the code are
 * parameters of the script, so instances in one thread have their own time, process and output.
 * V8's code cache is kept on disk between processes.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { constants, Script } from 'node:vm';

import { readCodeCache, writeCodeCache } from './code-cache.ts';

const GLOBALS = ['process', 'console', 'Date', 'fetch', 'globalThis', 'global'] as const;

/** The values that an instance's code finds under these names. */
export type InstanceGlobals = Readonly<Record<(typeof GLOBALS)[number], unknown>>;

/** The parameters that CommonJS passes to a module. */
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
  /** Stores what V8 has compiled so far, for later processes. */
  keepCompiled(): void;
}

/**
 * Two functions, so that the code may declare variables with the names of its globals, as in a
 * module. The inner one is in parentheses, so that V8 compiles it immediately.
 */
const OPENING =
  `(function (${GLOBALS.join()}) { ` +
  'return (function (exports, require, module, __filename, __dirname) {';
const CLOSING = '\n}) })';

const compileBundle = (file: string): BundleScript => {
  const source = readFileSync(file, 'utf8');
  const digest = createHash('sha256').update(source).digest('hex');
  const cachedData = readCodeCache(digest);
  // On the same line as the code, with an offset, so that positions in stack traces are those of
  // the bundle.
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

/** Returns the script of the file's current content: a rebuilt bundle is another one. */
export const bundleScript = (file: string): BundleScript => {
  const { mtimeMs, size } = statSync(file);
  const key = `${file} ${mtimeMs} ${size}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const script = compileBundle(file);
  compiled.set(key, script);
  return script;
};
