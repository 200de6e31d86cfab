/**
 * Bundles every function that has a `functions/<stage>/<verb>.main.ts`: one CommonJS file each, SDK
 * included and tree-shaken. The same bytes run locally and on AWS; README.md says why this shape.
 */
import { globSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

import { build, stop, version } from 'esbuild';
import type { BuildOptions, OutputFile } from 'esbuild';

import { BundleContents, sha256 } from './bundle-contents.ts';
import { madeBundles } from './bundle-inputs.ts';
import { BundleRecords } from './bundle-record.ts';
import { describeReport, nameOf } from './bundle-report.ts';
import type { BundleReport } from './bundle-report.ts';

const ROOT = join(import.meta.dirname, '..');

/** Where the project's own bundles lie, and the record of what they were made of. */
export const bundlesOf = (root: string) => ({
  root,
  outDir: join(root, '.build', 'functions'),
  records: join(root, '.build', 'bundles.json'),
});

export const BUNDLES = bundlesOf(ROOT);

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

const OPTIONS = {
  bundle: true,
  write: false,
  metafile: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  mainFields: ['module', 'main'],
  external: NEVER_ASKED,
  // What the SDK imports on demand is required on demand: the one way to a module that a host which
  // runs a bundle inside its own process can answer.
  supported: { 'dynamic-import': false },
  // Names stay readable in stack traces; the asset carries no source map.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** Directory name of the bundle (`case-receive`) to entry file. */
export type Entries = Readonly<Record<string, string>>;

export interface BundleRequest {
  readonly outDir: string;
  /** Default: every `*.main.ts` under `functions/`. Whatever else lies in `outDir` is removed. */
  readonly entries?: Entries;
  /** The project; by default the one this file is in. */
  readonly root?: string;
  /** The file that says what bundles were made of; without one, all are made anew. */
  readonly records?: string;
}

const findEntries = (root: string): Entries =>
  Object.fromEntries(
    globSync('functions/*/*.main.ts', { cwd: root })
      .sort()
      .map((path) => {
        const name = `${basename(dirname(path))}-${basename(path, '.main.ts')}`;
        return [name, join(root, path)] as const;
      }),
  );

const contentOf = async (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw fault;
  });

/** Whole or not at all, and untouched when nothing changed: several builds may share the directory. */
const writeIfChanged = async (path: string, text: string): Promise<void> => {
  if ((await contentOf(path)) === text) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${crypto.randomUUID()}`;
  await writeFile(draft, text);
  await rename(draft, path);
};

const assertHandler = ({ path, text }: OutputFile): void => {
  if (/\bhandler:\s*\(\)\s*=>/u.test(text)) return;
  throw new Error(`functions/${nameOf(path).replace('-', '/')}.main.ts exports no handler`);
};

const removeOthers = async (outDir: string, entries: Entries): Promise<void> => {
  const present = await readdir(outDir);
  const stale = present.filter((name) => !(name in entries));
  await Promise.all(stale.map((name) => rm(join(outDir, name), { recursive: true, force: true })));
};

/** The lock file that npm leaves among the packages tells what is there, whatever the project's says. */
const LOCKS = ['package-lock.json', 'node_modules/.package-lock.json'];

const recordsOf = (root: string, path: string | undefined): BundleRecords | undefined => {
  if (path === undefined) return undefined;
  const locks = new BundleContents(root).digestOf(LOCKS);
  return new BundleRecords({ root, path, key: sha256(JSON.stringify([version, OPTIONS, locks])) });
};

/** Bundles that are made together are the same, byte for byte, as each made by itself. */
const bundleEntries = async (root: string, outDir: string, entries: Entries) => {
  const entryPoints = Object.entries(entries).map(([name, path]) => ({
    in: path,
    out: `${name}/index`,
  }));
  const result = await build({ ...OPTIONS, absWorkingDir: root, entryPoints, outdir: outDir });
  result.outputFiles.forEach(assertHandler);
  await Promise.all(result.outputFiles.map(({ path, text }) => writeIfChanged(path, text)));
  return madeBundles(result, root);
};

/** The project is an ES module package; without this, Node would read the bundle as one too. */
const placePackage = (outDir: string, name: string): Promise<void> =>
  writeIfChanged(join(outDir, name, 'package.json'), '{"type":"commonjs"}\n');

/** @throws esbuild's `BuildFailure`, or an `Error` naming the entry that exports no handler. */
export const bundleFunctions = async (request: BundleRequest): Promise<readonly BundleReport[]> => {
  const { outDir, root = ROOT, entries = findEntries(root) } = request;
  await mkdir(outDir, { recursive: true });
  const records = recordsOf(root, request.records);
  const reports = new Map(
    Object.entries(entries).map(([name, entry]) => {
      const path = join(outDir, name, 'index.js');
      return [name, records?.reportOf(name, relative(root, entry), path)] as const;
    }),
  );
  const changed = Object.entries(entries).filter(([name]) => reports.get(name) === undefined);
  if (changed.length > 0) {
    for (const made of await bundleEntries(root, outDir, Object.fromEntries(changed))) {
      reports.set(made.report.name, made.report);
      records?.keep(made);
    }
    records?.save();
  }
  await Promise.all(Object.keys(entries).map((name) => placePackage(outDir, name)));
  await removeOthers(outDir, entries);
  return [...reports.values()].filter((report) => report !== undefined);
};

/** The bundler is a process of its own, which a caller that goes on for long has no use for. */
export const stopBundler = (): Promise<void> => stop();

if (import.meta.main) {
  const reports = await bundleFunctions(BUNDLES);
  console.log(`${reports.length} bundles in ${relative(process.cwd(), BUNDLES.outDir)}`);
  for (const report of reports) console.log(describeReport(report));
}
