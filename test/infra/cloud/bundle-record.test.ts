import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { beforeEach, describe, expect, test } from 'vitest';

import { BundleRecords } from '../../../infra/bundle-record.ts';
import { bundleFunctions, BUNDLES, bundlesOf } from '../../../infra/bundle.ts';
import { newDirectory } from '../../support/new-directory.ts';
import { ROOT } from './synthesize.ts';

let root: string;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

/** The record does not vouch for files that are newer than one tick of the file system's clock. */
const settle = () => sleep(30);

const bundleAt = (name: string) => join(root, '.build', 'functions', name, 'index.js');
const textOf = (name: string) => readFileSync(bundleAt(name), 'utf8');

/** A mark in the record of each bundle: a report with the mark was not computed again. */
const MARK = 987_654_321;
const mark = (): void => {
  const { records } = bundlesOf(root);
  const text = readFileSync(records, 'utf8');
  writeFileSync(records, text.replaceAll(/"bytes":\d+,"largest"/gu, `"bytes":${MARK},"largest"`));
};

/** Names of the bundles that another run builds again. */
const madeAnew = async (): Promise<readonly string[]> => {
  await settle();
  const reports = await bundleFunctions(bundlesOf(root));
  return reports.filter(({ bytes }) => bytes !== MARK).map(({ name }) => name);
};

beforeEach(async () => {
  root = newDirectory();
  write('package-lock.json', '{}');
  write('package.json', '{"type":"module"}');
  write('shared/word.ts', "export { unused } from './unused.ts';\nexport const word = 'hello';");
  write('shared/unused.ts', "export const unused = 'never';");
  write(
    'functions/case/greet.main.ts',
    "import { word } from '../../shared/word.ts';\nexport const handler = () => word;",
  );
  write('functions/case/other.main.ts', "export const handler = () => 'other';");
  await settle();
  await bundleFunctions(bundlesOf(root));
  mark();
});

describe('a bundle is taken as it lies', () => {
  test('while nothing has changed, whatever the dates say', async () => {
    write('shared/word.ts', readFileSync(join(root, 'shared/word.ts'), 'utf8'));
    await expect(madeAnew()).resolves.toEqual([]);
  });

  test('while only what others are made of has changed', async () => {
    write('shared/word.ts', "export const word = 'good day';");
    await expect(madeAnew()).resolves.toEqual(['case-greet']);
    expect(textOf('case-greet')).toContain('good day');
    mark();
    await expect(madeAnew()).resolves.toEqual([]);
  });
});

describe('a bundle is made anew', () => {
  test('when a file has changed of which nothing was left in it', async () => {
    write('shared/unused.ts', "console.log('effect');\nexport const unused = 'never';");
    await expect(madeAnew()).resolves.toEqual(['case-greet']);
    expect(textOf('case-greet')).toContain('effect');
  });

  test('when something appears around its files that the bundler asks for', async () => {
    write('shared/package.json', '{"sideEffects":false}');
    await expect(madeAnew()).resolves.toEqual(['case-greet']);
    write('tsconfig.json', '{}');
    mark();
    await expect(madeAnew()).resolves.toEqual(['case-greet', 'case-other']);
  });

  test('when it is not what was made', async () => {
    const before = textOf('case-other');
    writeFileSync(bundleAt('case-other'), 'exports.handler = () => "edited";');
    await expect(madeAnew()).resolves.toEqual(['case-other']);
    expect(textOf('case-other')).toBe(before);
  });

  test('when other packages are installed', async () => {
    write('node_modules/.package-lock.json', '{"packages":{}}');
    await expect(madeAnew()).resolves.toEqual(['case-greet', 'case-other']);
    mark();
    write('package-lock.json', '{"packages":{}}');
    await expect(madeAnew()).resolves.toEqual(['case-greet', 'case-other']);
  });

  test('when its record cannot be read', async () => {
    writeFileSync(bundlesOf(root).records, '{"key":');
    await expect(madeAnew()).resolves.toEqual(['case-greet', 'case-other']);
  });
});

test('what is written while it is bundled is not vouched for', async () => {
  const entry = 'functions/case/other.main.ts';
  const place = { root, path: join(root, 'records.json'), key: 'one' };
  const report = { name: 'case-other', bytes: 1, largest: [] };
  const made = { entry, inputs: [entry], text: textOf('case-other'), report };
  const keep = (records: BundleRecords) => {
    records.keep(made);
    records.save();
    return new BundleRecords(place).reportOf('case-other', entry, bundleAt('case-other'));
  };
  expect(keep(new BundleRecords(place))).toEqual(report);
  const records = new BundleRecords(place);
  write(entry, "export const handler = () => 'newer';");
  expect(keep(records)).toBeUndefined();
});

test('a function bundled by itself is the same as among all', async () => {
  await bundleFunctions(BUNDLES);
  const outDir = newDirectory();
  const entries = {
    'exchange-send': join(ROOT, 'functions/exchange/send.main.ts'),
  };
  await bundleFunctions({ outDir, entries });
  const alone = readFileSync(join(outDir, 'exchange-send', 'index.js'), 'utf8');
  expect(alone).toBe(readFileSync(join(BUNDLES.outDir, 'exchange-send', 'index.js'), 'utf8'));
});

test('what the SDK imports on demand is required on demand', async () => {
  await bundleFunctions(BUNDLES);
  const text = readFileSync(join(BUNDLES.outDir, 'rating-submit', 'index.js'), 'utf8');
  expect(text).toContain('.then(()=>__toESM(require("node:http")');
  expect(text).not.toMatch(/\bimport\(/u);
});
