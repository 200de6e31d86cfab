import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { serveWorld } from './served-world.ts';
import type { ServedWorld } from './served-world.ts';

let folder: string;
let world: ServedWorld;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conform-command-'));
  world = await serveWorld();
});

afterEach(async () => {
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});

const command = (over: Readonly<Record<string, string>>) =>
  new Promise<{ readonly code: number | null; readonly said: string }>((resolve) => {
    const { accessKey: key, secret } = world.key;
    const given = {
      'base-url': world.url,
      key,
      secret,
      out: join(folder, 'certificates'),
      ...over,
    };
    const args = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
    const main = 'infra/local/scenario/conformance/main.ts';
    const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (piece: Buffer): void => void (said += piece.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (code) => resolve({ code, said }));
  });

describe('where nothing can be judged', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['the secret is wrong', { secret: 'wrong' }, 'signature_invalid'],
    ['the key is unknown', { key: 'AKnobody' }, 'access_key_unknown'],
    ['nobody answers', { 'base-url': 'http://127.0.0.1:59999' }, 'ECONNREFUSED'],
    ['the port is none', { listen: 'abc' }, '--listen'],
    ['the recording is not there', { replay: 'none.jsonl' }, 'none.jsonl'],
  ])('there is no certificate, and one line says why: %s', async (_name, over, words) => {
    const { code, said } = await command(over);
    expect({ code, said }).toMatchObject({ code: 2, said: expect.stringContaining(words) });
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it('an empty recording says nothing', async () => {
    const path = join(folder, 'empty.jsonl');
    await writeFile(path, '\n');
    expect(await command({ replay: path })).toMatchObject({ code: 2 });
  });
});

describe('where the service conforms', () => {
  it('the exit says so, and both forms of the certificate are there', async () => {
    expect(await command({})).toMatchObject({ code: 0 });
    expect(await readdir(join(folder, 'certificates'))).toHaveLength(2);
  });
});
