import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, expect, test } from 'vitest';

import { renewAssembly } from '../../../infra/local/system/assembly-renewal.ts';
import { newDirectory } from '../../support/new-directory.ts';
import { emptyBundles, synthesizeAnew } from '../cloud/synthesize.ts';

/** Path and content of every file. */
const filesIn = (directory: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(directory.length + 1), readFileSync(path, 'utf8')]),
  );

/** The settings with which the local runtime synthesizes it. */
const LOCAL = {
  identity: 'oidc',
  'aws:cdk:enable-asset-metadata': 'true',
  'aws:cdk:enable-path-metadata': 'true',
};

let bundles: string;
let before: string;
beforeAll(() => {
  bundles = emptyBundles();
  before = synthesizeAnew({ context: { ...LOCAL, bundles } }).outdir;
});

const changed = (...names: readonly string[]): string => {
  const directory = join(newDirectory(), 'bundles');
  cpSync(bundles, directory, { recursive: true });
  for (const name of names) {
    writeFileSync(join(directory, name, 'index.js'), `exports.handler = () => 'new ${name}';\n`);
  }
  return directory;
};

const outDir = (): string => join(newDirectory(), 'assembly');

test('with changed functions it is, to the byte, what the app synthesizes', () => {
  const other = changed('case-receive', 'reconciliation-nightly', 'docs-public');
  const renewed = outDir();
  expect(renewAssembly({ earlier: before, bundles: other, outDir: renewed })).toBe(true);
  const { outdir } = synthesizeAnew({ context: { ...LOCAL, bundles: other } });
  expect(filesIn(renewed)).toEqual(filesIn(outdir));
  expect(filesIn(renewed)).not.toEqual(filesIn(before));
});

test('without a change it is the one before', () => {
  const renewed = outDir();
  expect(renewAssembly({ earlier: before, bundles, outDir: renewed })).toBe(true);
  expect(filesIn(renewed)).toEqual(filesIn(before));
});

test('a bundle that is missing is left to the app, which names it', () => {
  const other = changed();
  rmSync(join(other, 'case-receive'), { recursive: true });
  expect(renewAssembly({ earlier: before, bundles: other, outDir: outDir() })).toBe(false);
});

test('two functions with the same code are left to the app', () => {
  const other = changed();
  cpSync(join(other, 'case-integrator'), join(other, 'case-receive'), { recursive: true });
  expect(renewAssembly({ earlier: before, bundles: other, outDir: outDir() })).toBe(false);
});

const altered = (file: string, from: string | RegExp, to: string): string => {
  const directory = join(newDirectory(), 'assembly');
  cpSync(before, directory, { recursive: true });
  const text = readFileSync(join(directory, file), 'utf8');
  expect(text).toMatch(from);
  writeFileSync(join(directory, file), text.replace(from, to));
  return directory;
};

test('names that are made in another way than here are left to the app', () => {
  const earlier = altered('HaochapingLoop.assets.json', /region-[0-9a-f]{8}"/u, 'region-12345678"');
  expect(renewAssembly({ earlier, bundles, outDir: outDir() })).toBe(false);
});

test('code that is not what its name says is left to the app', () => {
  const earlier = altered(
    'HaochapingLoop.template.json',
    'functions/case/integrator',
    'functions/case/x',
  );
  expect(renewAssembly({ earlier, bundles, outDir: outDir() })).toBe(false);
  const asset = readdirSync(before).find((name) => name.startsWith('asset.')) ?? '';
  const edited = altered(join(asset, 'index.js'), 'exports', 'module.exports');
  expect(renewAssembly({ earlier: edited, bundles, outDir: outDir() })).toBe(false);
});

test('an assembly without functions is left to the app', () => {
  const earlier = newDirectory();
  mkdirSync(join(earlier, 'asset.x'));
  writeFileSync(join(earlier, 'manifest.json'), '{}');
  expect(renewAssembly({ earlier, bundles, outDir: outDir() })).toBe(false);
});
