import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { ImportedLine } from '../../../events/case/import.ts';
import { linesOf } from '../../../infra/local/client/import/open-file.ts';
import { runImport } from '../../../infra/local/client/import/run.ts';
import { Refused } from '../../../infra/local/client/import/send-parcel.ts';
import { loopClient } from '../../../infra/local/client/loop-client.ts';
import type { Call, LoopClient, Reply } from '../../../infra/local/client/loop-client.ts';
import {
  acceptedLine,
  chineseNames,
  chineseWords,
  csvOf,
  gb18030,
  rowsOf,
  xlsxOf,
} from '../../function/case/import-file-sample.ts';
import { serveWorld } from './served-world.ts';
import type { ServedWorld } from './served-world.ts';

let folder: string;
let world: ServedWorld;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});

beforeEach(async () => {
  world = await serveWorld();
  return () => world.stop();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const write = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

const silent = { begin: () => undefined, step: () => undefined, end: () => undefined };

/** Imports with the pauses left out, through a client that may be made worse. */
const importFile = async (path: string, worsen: (client: LoopClient) => LoopClient = (c) => c) => {
  const lines: ImportedLine[] = [];
  const shown: number[] = [];
  const counts = await runImport({
    path,
    line: {
      client: worsen(loopClient(world.url, { now: world.now })),
      key: world.key,
      pause: async () => 0,
    },
    progress: { ...silent, begin: (total) => shown.push(total), step: (n) => shown.push(n) },
    record: async (done) => void lines.push(...done),
  });
  return { counts, lines, shown };
};

describe('a file longer than one call takes', () => {
  it.each(['csv', 'xlsx', 'jsonl'])(
    'goes out in parts and is told by its own lines: %s',
    async (ending) => {
      const given = Array.from({ length: 450 }, () => acceptedLine());
      const wrong = given.map((line, at) => (at === 300 ? { ...line, area: '110101' } : line));
      const events = [...wrong.keys()].map((at) =>
        JSON.stringify({
          type: 'step',
          projectNo: wrong[at]?.['projectNo'],
          at: '2026-11-20T09:05:00+08:00',
          step: { name: at === 300 ? '' : '核查' },
        }),
      );
      const first = await write('first.csv', csvOf(given));
      const content =
        ending === 'csv'
          ? gb18030(csvOf(wrong.map(chineseWords), { names: chineseNames }))
          : ending === 'xlsx'
            ? await xlsxOf({ name: '表', rows: rowsOf(wrong) })
            : events.join('\r\n');
      if (ending === 'jsonl') await importFile(first);
      const { counts, lines, shown } = await importFile(await write(`long.${ending}`, content));
      expect(counts).toEqual({ stored: 449, repeat: 0, refused: 1 });
      const offset = ending === 'jsonl' ? 1 : 2;
      expect(lines.map(({ line }) => line)).toEqual(given.map((_line, at) => at + offset));
      expect(lines[300]).toMatchObject({ outcome: 'refused', problem: { code: 'invalid_input' } });
      expect(shown).toEqual([450, 200, 200, 50]);
    },
  );

  it('is known again when it comes in another form', async () => {
    const given = Array.from({ length: 30 }, () => acceptedLine());
    await importFile(await write('a.csv', csvOf(given)));
    const again = await importFile(
      await write('b.xlsx', await xlsxOf({ name: '表', rows: rowsOf(given) })),
    );
    expect(again.counts).toEqual({ stored: 0, repeat: 30, refused: 0 });
  });
});

const down = (client: LoopClient): LoopClient => ({
  ...client,
  send: () => Promise.reject(new Error('connection refused')),
});

const withOtherSecret = (client: LoopClient): LoopClient => ({
  ...client,
  sign: (key, call) => client.sign({ ...key, secret: 'wrong' }, call),
});

describe('when the line is bad', () => {
  it('a lost answer and a busy service are asked again, and nothing is stored twice', async () => {
    const given = Array.from({ length: 250 }, () => acceptedLine());
    let call = 0;
    const worsen = (client: LoopClient): LoopClient => ({
      ...client,
      send: async <Body>(asked: Call): Promise<Reply<Body>> => {
        call += 1;
        if (call === 1) throw new Error('connection reset');
        const reply = await client.send<Body>(asked);
        if (call === 2) throw new Error('answer lost');
        return call === 3 ? { ...reply, status: 503 } : reply;
      },
    });
    const { counts } = await importFile(await write('bad.csv', csvOf(given)), worsen);
    expect(counts.stored + counts.repeat).toBe(250);
    expect(counts.repeat).toBe(200);
    expect(world.stores.memory.count('case')).toBe(250);
  });

  it('a call that times out goes out again in smaller parts, which grow again', async () => {
    const given = Array.from({ length: 700 }, () => acceptedLine());
    const sizes: number[] = [];
    const worsen = (client: LoopClient): LoopClient => ({
      ...client,
      send: async <Body>(asked: Call): Promise<Reply<Body>> => {
        const size = String(asked.body).split('\n').length;
        sizes.push(size);
        const reply = await client.send<Body>(asked);
        return sizes.length === 1 ? { ...reply, status: 504 } : reply;
      },
    });
    const { counts, lines } = await importFile(await write('slow.csv', csvOf(given)), worsen);
    expect(sizes).toEqual([200, 100, 100, 120, 130, 140, 110]);
    expect(counts).toEqual({ stored: 500, repeat: 200, refused: 0 });
    expect(lines.map(({ line }) => line)).toEqual(given.map((_line, at) => at + 2));
  });

  it('a service that does not come back ends the import, which can be begun again', async () => {
    const path = await write('down.csv', csvOf([acceptedLine()]));
    await expect(importFile(path, down)).rejects.toThrow(Refused);
    expect((await importFile(path)).counts.stored).toBe(1);
  });

  it('a refused key is told at once', async () => {
    const path = await write('key.csv', csvOf([acceptedLine()]));
    await expect(importFile(path, withOtherSecret)).rejects.toThrow('signature_invalid');
  });
});

describe('a damaged file', () => {
  it('is not begun: nothing of it goes out', async () => {
    const whole = csvOf(Array.from({ length: 300 }, () => acceptedLine()));
    const path = await write('damaged.csv', `${whole}"never closed`);
    await expect(importFile(path)).rejects.toMatchObject({ code: 'file_quotes_unmatched' });
    expect(world.stores.memory.count('case')).toBe(0);
  });

  it('whose quote is never closed is told as that, also where it goes on beyond any line', async () => {
    const lines = Array.from({ length: 3000 }, () => acceptedLine());
    const whole = csvOf(lines).split('\r\n');
    const open = [...whole.slice(0, 3), '"', ...whole.slice(3)].join('\r\n');
    await expect(importFile(await write('open.csv', open))).rejects.toMatchObject({
      code: 'file_quotes_unmatched',
    });
  });

  it('is read the same however its bytes are cut', async () => {
    const note = '甲\r\n乙'.repeat(30_000);
    const line = { ...acceptedLine(), stepName: '核查', stepNote: note };
    const path = await write('cut.csv', csvOf([line, acceptedLine()]));
    const numbers: number[] = [];
    for await (const read of linesOf(path)) numbers.push(read.line.line);
    expect(numbers).toEqual([2, 30_003]);
  });
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

const command = (args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const main = 'infra/local/client/import/main.ts';
    const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (piece: Buffer): void => void (said += piece.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (code) => resolve({ code, said }));
  });

const access = () => {
  const { accessKey, secret } = world.key;
  return ['--base-url', world.url, '--key', accessKey, '--secret', secret];
};

describe('the command', () => {
  it('finds out the server’s time, writes the result beside the file, and says by its exit how it went', async () => {
    const good = acceptedLine();
    const bad = chineseWords({ ...acceptedLine(), mobile: '139', matterName: '甲,"乙"' });
    const path = await write('command.csv', csvOf([good, bad]));
    const { code, said } = await command([...access(), path]);
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining('被拒绝 1') });
    const result = await readFile(`${path}.result.csv`, 'utf8');
    expect(result.split('\r\n')).toEqual([
      '\uFEFF行,结果,事件编号,错误代码,列,说明',
      expect.stringMatching(/^2,已存储,file-[0-9a-f]{40},,,$/),
      expect.stringMatching(/^3,被拒绝,,invalid_input,mobile,须为 11 位手机号/),
      '',
    ]);
    const fine = await write('fine.csv', csvOf([good]));
    expect(await command([...access(), fine])).toMatchObject({ code: 0 });
  });

  it('checks without sending, and names what it lacks', async () => {
    const path = await write('dry.csv', csvOf([{ ...acceptedLine(), at: '昨天' }, acceptedLine()]));
    expect(await command(['--dry-run', path])).toMatchObject({ code: 1 });
    expect(world.stores.memory.count('case')).toBe(0);
    expect(await command([path])).toMatchObject({
      code: 2,
      said: expect.stringMatching(/missing: --base-url, --key, --secret\. One administrator/),
    });
    const broken = await write('broken.csv', 'a,b\r\n1,2\r\n');
    expect(await command(['--dry-run', broken])).toMatchObject({
      code: 2,
      said: expect.stringContaining('file_header_missing'),
    });
  });
});
