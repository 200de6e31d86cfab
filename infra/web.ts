/**
 * Builds the style sheets and scripts of the rendered pages: `web/<page>/main.{css,ts}` becomes
 * `.build/web/assets/<page>.<hash>.{css,js}`. The manifest beside them names each; functions that
 * render pages are bundled with it.
 */
import { globSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, sep } from 'node:path';

import { build } from 'esbuild';
import type { BuildOptions, Metafile, OutputFile } from 'esbuild';

import { WebRecord } from './web-record.ts';
import { writeIfChanged } from './write-if-changed.ts';

export const webOf = (root: string) => ({
  root,
  assets: join(root, '.build', 'web', 'assets'),
  manifest: join(root, '.build', 'web', 'manifest.json'),
  record: join(root, '.build', 'web', 'record.json'),
});

type WebPlace = ReturnType<typeof webOf>;

/** By `<page>.css` or `<page>.js`: the name of the file. */
export type Manifest = Readonly<Record<string, string>>;

/** Browsers inside apps are years behind: theirs is Chromium 64 and Safari 12, or newer. */
const OLDEST = ['chrome64', 'safari12'];

export const WEB_OPTIONS = {
  bundle: true,
  write: false,
  metafile: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: OLDEST,
  // Safari 12 knows it but for rare forms, so that esbuild counts it as missing.
  supported: { destructuring: true },
  charset: 'utf8',
  entryNames: '[name].[hash]',
  legalComments: 'none',
  logLevel: 'silent',
} as const satisfies BuildOptions;

const findEntries = (root: string): readonly string[] =>
  globSync('web/*/main.{css,ts}', { cwd: root })
    .map((path) => path.replaceAll(sep, '/'))
    .sort();

const outputsOf = (
  { metafile, outputFiles }: { readonly metafile: Metafile; readonly outputFiles: OutputFile[] },
  root: string,
): readonly (readonly [name: string, file: OutputFile])[] =>
  outputFiles.map((file) => {
    const { entryPoint } = metafile.outputs[relative(root, file.path).replaceAll(sep, '/')] ?? {};
    if (entryPoint === undefined)
      throw new Error(`esbuild reports no entry point for ${file.path}`);
    return [`${basename(dirname(entryPoint))}${extname(file.path)}`, file];
  });

const bundleEntries = async ({ root, assets, manifest }: WebPlace, entries: readonly string[]) => {
  const entryPoints = entries.map((path) => ({
    in: join(root, path),
    out: basename(dirname(path)),
  }));
  const result = await build({ ...WEB_OPTIONS, absWorkingDir: root, entryPoints, outdir: assets });
  const outputs = outputsOf(result, root);
  await Promise.all(outputs.map(([, { path, contents }]) => writeIfChanged(path, contents)));
  const names = Object.fromEntries(outputs.map(([name, { path }]) => [name, basename(path)]));
  await writeIfChanged(manifest, `${JSON.stringify(names, null, 2)}\n`);
  return { names, inputs: Object.keys(result.metafile.inputs) };
};

/** Removes the files of earlier builds. */
const removeOthers = async (assets: string, names: Manifest): Promise<void> => {
  const current = new Set(Object.values(names));
  const others = (await readdir(assets)).filter((file) => !current.has(file));
  await Promise.all(others.map((file) => rm(join(assets, file))));
};

/** Builds what has changed. @throws esbuild's `BuildFailure` */
export const buildWeb = async (root: string): Promise<Manifest> => {
  const place = webOf(root);
  const entries = findEntries(root);
  const record = new WebRecord(place, JSON.stringify([WEB_OPTIONS, entries]));
  const known = record.names();
  if (known !== undefined) return known;
  await mkdir(place.assets, { recursive: true });
  const { names, inputs } = await bundleEntries(place, entries);
  await removeOthers(place.assets, names);
  record.keep(names, inputs);
  return names;
};
