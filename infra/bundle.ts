/**
 * Bundles every function with a `functions/<stage>/<verb>.main.ts` into one CommonJS file each,
 * with the SDK included and tree-shaken. The same bytes run locally and on AWS; README.md explains
 * the choice.
 */
import { globSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

import { build, stop, version } from 'esbuild';
import type { BuildOptions, OutputFile } from 'esbuild';

import { buildApps } from './app/build.ts';
import { BundleContents, sha256 } from './bundle-contents.ts';
import { madeBundles } from './bundle-inputs.ts';
import { BundleRecords } from './bundle-record.ts';
import { describeReport, nameOf } from './bundle-report.ts';
import type { BundleReport } from './bundle-report.ts';
import { placeAssets } from './place-assets.ts';
import { buildWeb } from './web.ts';
import { writeIfChanged } from './write-if-changed.ts';

const ROOT = join(import.meta.dirname, '..');

/** Returns the locations of the project's own bundles and of their records. */
export const bundlesOf = (root: string) => ({
  root,
  outDir: join(root, '.build', 'functions'),
  records: join(root, '.build', 'bundles.json'),
});

export const BUNDLES = bundlesOf(ROOT);

/**
 * The SDK's credential providers for environments without credentials: profiles, SSO, instance
 * metadata. Lambda always sets the environment variables, the chain tries them first, and the other
 * providers are imported on demand only. Without them a bundle is a third smaller and imports a
 * tenth faster.
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
  // Turns the SDK's dynamic imports into `require` calls at the same place: a host that runs a
  // bundle inside its own process can intercept only those.
  supported: { 'dynamic-import': false },
  // Names stay readable in stack traces; the asset has no source map.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  // Chinese words as they are: half the bytes of their escapes, and Node reads UTF-8.
  charset: 'utf8',
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** The bundle whose package contains the parts of the pages. */
const SERVES_ASSETS = 'page-file';

/** Maps the bundle's directory name (`case-receive`) to its entry file. */
export type Entries = Readonly<Record<string, string>>;

export interface BundleRequest {
  readonly outDir: string;
  /** Default: every `*.main.ts` under `functions/`. Anything else in `outDir` is removed. */
  readonly entries?: Entries;
  /** Root of the project; the default is the one that contains this file. */
  readonly root?: string;
  /** The file with the records of earlier builds; without it, all bundles are rebuilt. */
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

const assertHandler = ({ path, text }: OutputFile): void => {
  if (/\bhandler:\s*\(\)\s*=>/u.test(text)) return;
  throw new Error(`functions/${nameOf(path).replace('-', '/')}.main.ts exports no handler`);
};

const removeOthers = async (outDir: string, entries: Entries): Promise<void> => {
  const present = await readdir(outDir);
  const stale = present.filter((name) => !(name in entries));
  await Promise.all(stale.map((name) => rm(join(outDir, name), { recursive: true, force: true })));
};

/**
 * The lock file that npm leaves in node_modules lists what is installed, whatever the project's
 * lock file says.
 */
const LOCKS = ['package-lock.json', 'node_modules/.package-lock.json'];

const recordsOf = (root: string, path: string | undefined): BundleRecords | undefined => {
  if (path === undefined) return undefined;
  const locks = new BundleContents(root).digestOf(LOCKS);
  return new BundleRecords({ root, path, key: sha256(JSON.stringify([version, OPTIONS, locks])) });
};

/**
 * Bundles all entries in one run. Each bundle is identical, byte for byte, to one built separately.
 */
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

/**
 * Marks the bundle as CommonJS: the project is an ES module package, and Node would read the bundle
 * as one, too.
 */
const placePackage = (outDir: string, name: string): Promise<void> =>
  writeIfChanged(join(outDir, name, 'package.json'), '{"type":"commonjs"}\n');

/** @throws esbuild's `BuildFailure`, or an `Error` naming the entry that exports no handler. */
export const bundleFunctions = async (request: BundleRequest): Promise<readonly BundleReport[]> => {
  const { outDir, root = ROOT, entries = findEntries(root) } = request;
  await mkdir(outDir, { recursive: true });
  const assets = await buildWeb(root);
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
  if (SERVES_ASSETS in entries) {
    await buildApps(root);
    await placeAssets(root, join(outDir, SERVES_ASSETS), assets);
  }
  return [...reports.values()].filter((report) => report !== undefined);
};

/** Stops the bundler's process, which a long-running caller no longer needs. */
export const stopBundler = (): Promise<void> => stop();

if (import.meta.main) {
  const reports = await bundleFunctions(BUNDLES);
  console.log(`${reports.length} bundles in ${relative(process.cwd(), BUNDLES.outDir)}`);
  for (const report of reports) console.log(describeReport(report));
}
