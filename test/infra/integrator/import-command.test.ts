import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { resultFile } from '../../../infra/local/client/import/result-file.ts';
import { acceptedLine, csvOf, rowsOf, xlsxOf } from '../../function/case/import-file-sample.ts';
import { serveWorld } from './served-world.ts';
import type { ServedWorld } from './served-world.ts';

let folder: string;
let world: ServedWorld;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-command-'));
  world = await serveWorld();
});

afterEach(async () => {
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});

const write = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

const command = (...args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const main = 'infra/local/client/import/main.ts';
    const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (piece: Buffer): void => void (said += piece.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (code) => resolve({ code, said }));
  });

const access = (over: Readonly<Record<string, string>> = {}): readonly string[] => {
  const { accessKey: key, secret } = world.key;
  return Object.entries({ 'base-url': world.url, key, secret, ...over }).flatMap(
    ([name, value]) => [`--${name}`, value],
  );
};

const stored = (): number => world.stores.memory.count('case');

describe('what the command will not do', () => {
  it('takes one file of several: nothing would tell that the others were left out', async () => {
    const [a, b] = [
      await write('a.csv', csvOf([acceptedLine()])),
      await write('b.csv', csvOf([acceptedLine()])),
    ];
    const { code, said } = await command(...access(), a, b);
    expect({ code, stored: stored() }).toEqual({ code: 2, stored: 0 });
    expect(said).toContain('npm run import');
  });

  it('writes its result over the file itself', async () => {
    const file = csvOf([acceptedLine()]);
    const path = await write('own.csv', file);
    expect(await command(...access(), path, '--result', path)).toMatchObject({ code: 2 });
    expect(await readFile(path, 'utf8')).toBe(file);
    expect(stored()).toBe(0);
  });

  it('leaves a result of a file it could not read, or spoils an earlier one', async () => {
    const path = await write('wrong.csv', 'a,b\r\n1,2\r\n');
    await write('wrong.csv.result.csv', 'earlier');
    expect(await command('--dry-run', path)).toMatchObject({ code: 2 });
    expect(await readdir(folder)).toEqual(['wrong.csv', 'wrong.csv.result.csv']);
    expect(await readFile(`${path}.result.csv`, 'utf8')).toBe('earlier');
  });
});

describe('how the command is used', () => {
  it('is told to whoever asks, and that is no failure', async () => {
    const { code, said } = await command('--help');
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('--dry-run') });
  });
});

describe('what goes wrong is told in words, without a trace', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['nobody answers', { 'base-url': 'http://127.0.0.1:59999' }, 'ECONNREFUSED'],
    ['the address lacks its scheme', { 'base-url': 'localhost:8787' }, '--base-url'],
    ['the secret is wrong', { secret: 'wrong' }, 'signature_invalid 先核对 --secret'],
    ['the key is unknown', { key: 'AKnobody' }, 'access_key_unknown 先核对 --key'],
  ])('%s', async (_name, over, words) => {
    const path = await write('fine.csv', csvOf([acceptedLine()]));
    const { code, said } = await command(...access(over), path);
    expect({ code, said }).toMatchObject({ code: 2, said: expect.stringContaining(words) });
    expect(said).not.toMatch(/\n\s+at /);
    expect(await readdir(folder)).toEqual(['fine.csv']);
  });

  it('a file that is not there, a kind of file that is not read, an option that is not known', async () => {
    const none = await command(...access(), join(folder, 'none.csv'));
    expect(none).toMatchObject({
      code: 2,
      said: expect.stringContaining('there is no such file: '),
    });
    const old = await command(
      '--dry-run',
      await write('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')),
    );
    expect(old).toMatchObject({ code: 2, said: expect.stringContaining('.xlsx') });
    const odd = await command('--dry', await write('a.csv', ''));
    expect(odd).toMatchObject({ code: 2, said: expect.stringContaining('--dry') });
    expect(none.said + old.said + odd.said).not.toMatch(/\n\s+at /);
  });
});

describe('a dry run', () => {
  it('finds what the service would find by the line alone, and says how many lines fit', async () => {
    const { applicantName: _none, ...nameless } = acceptedLine();
    const lines = [acceptedLine(), { ...acceptedLine(), area: '999999' }, nameless];
    const path = await write('dry.csv', csvOf(lines));
    const { code, said } = await command('--dry-run', path);
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining('可导入 1') });
    const result = await readFile(`${path}.result.csv`, 'utf8');
    expect(result).toMatch(/\r\n3,被拒绝,,invalid_input,area,不是本市行政区划\r\n/);
    expect(result).toMatch(/\r\n4,被拒绝,,invalid_input,applicantName,缺少此项\r\n/);
  });
});

describe('a workbook', () => {
  it('of several sheets is read from one, and the others are named', async () => {
    const sheet = { name: '数据', rows: rowsOf([acceptedLine()]) };
    const path = await write('two.xlsx', await xlsxOf(sheet, { ...sheet, name: '数据2' }));
    const { code, said } = await command('--dry-run', path);
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('数据2') });
  });
});

const storedLine = (line: number) => ({ line, outcome: 'stored', eventId: 'e' }) as const;

describe('the result file', () => {
  it('of two imports at a time is whole, whichever ends last', async () => {
    const path = join(folder, 'x.result.csv');
    const [one, other] = [await resultFile(path), await resultFile(path)];
    await one.add([storedLine(2)]);
    await other.add([storedLine(2), storedLine(3)]);
    await one.add([storedLine(3), storedLine(4)]);
    await other.close();
    await one.close();
    const lines = (await readFile(path, 'utf8')).split('\r\n').slice(1, -1);
    expect(lines.map((text) => text.split(',')[0])).toEqual(['2', '3', '4']);
    expect(await readdir(folder)).toEqual(['x.result.csv']);
  });
});
