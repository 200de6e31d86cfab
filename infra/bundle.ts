/**
 * Bundles every function that has a `functions/<stage>/<verb>.main.ts`: one CommonJS file each, SDK
 * included and tree-shaken. The same bytes run locally and on AWS; README.md says why this shape.
 */
import { globSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

import { build } from 'esbuild';
import type { Metafile, OutputFile } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
export const BUNDLES = join(ROOT, '.build', 'functions');

/**
 * The SDK's ways to find credentials where the environment has none: profiles, SSO, instance
 * metadata. Lambda always sets the environment, the chain asks it first, and the others are imported
 * only when asked; left out, a bundle is a third smaller and imports a tenth faster.
 */
const NEVER_ASKED = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/** Directory name of the bundle (`case-receive`) to entry file. */
export type Entries = Readonly<Record<string, string>>;

export interface BundleRequest {
  readonly outDir: string;
  /** Default: every `*.main.ts` under `functions/`. Whatever else lies in `outDir` is removed. */
  readonly entries?: Entries;
}

export interface BundleReport {
  readonly name: string;
  readonly bytes: number;
  /** The packages that take most of it, largest first, `.` being the project's own code. */
  readonly largest: readonly { readonly source: string; readonly bytes: number }[];
}

const findEntries = (): Entries =>
  Object.fromEntries(
    globSync('functions/*/*.main.ts', { cwd: ROOT })
      .sort()
      .map((path) => {
        const name = `${basename(dirname(path))}-${basename(path, '.main.ts')}`;
        return [name, join(ROOT, path)] as const;
      }),
  );

const packageOf = (input: string): string =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(input)?.[1] ?? '.';

const largestIn = (output: Metafile['outputs'][string]): BundleReport['largest'] => {
  const sums = new Map<string, number>();
  for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
    const source = packageOf(input);
    sums.set(source, (sums.get(source) ?? 0) + bytesInOutput);
  }
  return [...sums]
    .map(([source, bytes]) => ({ source, bytes }))
    .sort((left, right) => right.bytes - left.bytes)
    .slice(0, 4);
};

const contentOf = async (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw fault;
  });

/** Whole or not at all, and untouched when nothing changed: several builds may share the directory. */
const place = async (path: string, text: string): Promise<void> => {
  if ((await contentOf(path)) === text) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, path);
};

const placeBundle = async (file: OutputFile): Promise<void> => {
  if (!/\bhandler:\s*\(\)\s*=>/u.test(file.text)) {
    throw new Error(
      `functions/${basename(dirname(file.path)).replace('-', '/')}.main.ts exports no handler`,
    );
  }
  await place(file.path, file.text);
  // The project is an ES module package; without this, Node would read the bundle as one too.
  await place(join(dirname(file.path), 'package.json'), '{"type":"commonjs"}\n');
};

const removeOthers = async (outDir: string, entries: Entries): Promise<void> => {
  const present = await readdir(outDir);
  const stale = present.filter((name) => !(name in entries));
  await Promise.all(stale.map((name) => rm(join(outDir, name), { recursive: true, force: true })));
};

/** @throws esbuild's `BuildFailure`, or an `Error` naming the entry that exports no handler. */
export const bundleFunctions = async (request: BundleRequest): Promise<readonly BundleReport[]> => {
  const { outDir, entries = findEntries() } = request;
  await mkdir(outDir, { recursive: true });
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: Object.entries(entries).map(([name, path]) => ({
      in: path,
      out: `${name}/index`,
    })),
    outdir: outDir,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: NEVER_ASKED,
    // As `require`, whose modules a host can stand in for; it happens as late as `import()` would.
    supported: { 'dynamic-import': false },
    // Names stay readable in stack traces; the asset carries no source map.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  await Promise.all(outputFiles.map(placeBundle));
  await removeOthers(outDir, entries);
  return Object.entries(metafile.outputs).map(([path, output]) => ({
    name: basename(dirname(path)),
    bytes: output.bytes,
    largest: largestIn(output),
  }));
};

const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;

const describe = ({ name, bytes, largest }: BundleReport): string =>
  `${name.padEnd(20)} ${kib(bytes).padStart(11)}  ` +
  largest.map((part) => `${part.source} ${kib(part.bytes)}`).join(', ');

if (import.meta.main) {
  const reports = await bundleFunctions({ outDir: BUNDLES });
  console.log(`${reports.length} bundles in ${relative(process.cwd(), BUNDLES)}`);
  for (const report of reports) console.log(describe(report));
}
