import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { afterEach, expect, test, vi } from 'vitest';

import { bundleFunctions, BUNDLES } from '../../../infra/bundle.ts';
import { newDirectory } from '../../support/new-directory.ts';
import { ROOT } from './synthesize.ts';

afterEach(() => vi.unstubAllEnvs());

const source = (text: string): string => {
  const path = join(newDirectory(), 'verb.main.ts');
  writeFileSync(path, text);
  return path;
};

const GREETING = source(`
  const greet = (name: string): string => 'hello ' + name;
  const unused = (): string => 'never asked for';
  export const handler = async (event: { name: string }): Promise<string> => greet(event.name);
`);

const SIGNING = source(`
  import { DynamoDBClient } from '${join(ROOT, 'node_modules/@aws-sdk/client-dynamodb')}';
  export const handler = async (): Promise<string> =>
    (await new DynamoDBClient({ region: 'cn-north-1' }).config.credentials()).accessKeyId;
`);

test('a bundle is a CommonJS module whose handler works', async () => {
  const outDir = newDirectory();
  const reports = await bundleFunctions({ outDir, entries: { 'case-greet': GREETING } });
  const bundle = createRequire(import.meta.url)(join(outDir, 'case-greet', 'index.js'));
  expect(await bundle.handler({ name: 'Keqiao' })).toBe('hello Keqiao');
  const text = readFileSync(join(outDir, 'case-greet', 'index.js'), 'utf8');
  expect(text).not.toContain('never asked for');
  expect(text).toContain('greet');
  expect(reports).toEqual([
    {
      name: 'case-greet',
      bytes: Buffer.byteLength(text),
      largest: [{ source: '.', bytes: expect.any(Number) }],
    },
  ]);
});

test('a second run touches nothing and removes what is no longer a function', async () => {
  const outDir = newDirectory();
  const entries = { 'case-greet': GREETING, 'case-old': GREETING };
  await bundleFunctions({ outDir, entries });
  const before = statSync(join(outDir, 'case-greet', 'index.js'));
  await bundleFunctions({ outDir, entries: { 'case-greet': GREETING } });
  const after = statSync(join(outDir, 'case-greet', 'index.js'));
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  expect(readdirSync(outDir)).toEqual(['case-greet']);
});

/**
 * The size in KiB of functions that contain more than table, queue and schemas, with the reason.
 */
const LARGER: Readonly<Record<string, number>> = {
  // Read and write spreadsheets: hucre, 200 KiB, and yauzl, 35 KiB.
  'case-integrator': 1100,
  // Draws charts, and writes spreadsheets and documents: echarts with zrender, docx, hucre.
  'bulletin-staff': 2300,
  // Carries out every act that two persons decide, what is taken up and contested among them.
  'access-staff': 945,
  // Reads pads and issuers as well, to let a resident claim the receipt of a press, and takes contests.
  'rating-public': 760,
  // Renders pages, keeps what comes after a rating, contests among it, and reads pads and issuers to
  // let a resident claim the receipt of a press.
  'rating-page': 840,
  // Rates for who called or wrote, and shows contests to those who rule on them.
  'rating-staff': 765,
  // Reads and writes registers as spreadsheets.
  'oversight-staff': 1290,
  // Takes in what the center told, by the rules of the whole policy.
  'exchange-staff': 755,
  // Call the center, which may require SM2, SM3 and SM4: sm-crypto-v2 and its curves, 70 KiB.
  'reconciliation-nightly': 760,
  'exchange-send': 760,
  'exchange-resume': 760,
  'period-staff': 760,
  // As these, and reads the policy to say when somebody is told of a difference.
  'reconciliation-staff': 780,
  // May send over the center as well.
  'message-send': 860,
  // The client of the object store and its XML: 300 KiB.
  'case-retention': 780,
  'evidence-staff': 920,
  'ticket-staff': 1040,
};

/** The clients of table and queue, and the schemas of what a function reads and writes. */
const COMMON = 725;

const limit = (name: string): number => (LARGER[name] ?? COMMON) * 1024;

test('every function of the system stays within its size', async () => {
  const reports = await bundleFunctions(BUNDLES);
  expect(reports).not.toHaveLength(0);
  expect(reports.filter(({ name, bytes }) => bytes > limit(name))).toEqual([]);
});

test('what is left out is loaded only where the environment holds no credentials', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  const outDir = newDirectory();
  await bundleFunctions({ outDir, entries: { 'case-sign': SIGNING } });
  const text = readFileSync(join(outDir, 'case-sign', 'index.js'), 'utf8');
  expect(text).toContain('@aws-sdk/credential-provider-sso');
  const bundle = createRequire(import.meta.url)(join(outDir, 'case-sign', 'index.js'));
  expect(await bundle.handler()).toBe('AKIDEXAMPLE');
});

test('an entry without a handler is named', async () => {
  const entries = { 'case-empty': source('export const start = (): number => 1;') };
  await expect(bundleFunctions({ outDir: newDirectory(), entries })).rejects.toThrow(
    'functions/case/empty.main.ts exports no handler',
  );
});

test('a source that does not compile fails with its place', async () => {
  const entries = { 'case-broken': source('export const handler = (;') };
  await expect(bundleFunctions({ outDir: newDirectory(), entries })).rejects.toThrow(
    /verb\.main\.ts:1/u,
  );
});
