import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { BUCKET, openObjects, refusalOf } from './open-objects.ts';
import type { OpenObjects } from './open-objects.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'objects-restart-'));
});

afterEach(() => rm(directory, { recursive: true }));

const withEngine = async <T>(work: (open: OpenObjects) => Promise<T>): Promise<T> => {
  const open = await openObjects({ directory });
  try {
    return await work(open);
  } finally {
    await open.close();
  }
};

const put = (open: OpenObjects, Key: string, Body: string) =>
  open.client().send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, Metadata: { a: 'b' } }));

const find = async (open: OpenObjects, Key: string) => {
  const found = await open.client().send(new GetObjectCommand({ Bucket: BUCKET, Key }));
  return { text: await found.Body?.transformToString(), metadata: found.Metadata };
};

const files = () => readdirSync(join(directory, 'objects'));

test('objects are there after a restart, and what was deleted is not', async () => {
  await withEngine(async (open) => {
    await put(open, 'evidence/kept', 'first');
    await put(open, 'evidence/kept', 'second');
    await put(open, 'evidence/gone', 'x');
    const gone = new DeleteObjectCommand({ Bucket: BUCKET, Key: 'evidence/gone' });
    await open.client().send(gone);
  });
  await withEngine(async (open) => {
    expect(await find(open, 'evidence/kept')).toEqual({ text: 'second', metadata: { a: 'b' } });
    expect((await refusalOf(find(open, 'evidence/gone'))).name).toBe('NoSuchKey');
  });
  expect(files()).toHaveLength(1);
});

test('what a crash left behind is removed at the next start', async () => {
  await withEngine((open) => put(open, 'evidence/kept', 'kept'));
  writeFileSync(join(directory, 'objects', 'half.draft'), 'ha');
  writeFileSync(join(directory, 'objects', 'whole-but-unknown'), 'whole');
  await withEngine(async (open) => {
    expect(files()).toHaveLength(1);
    expect((await find(open, 'evidence/kept')).text).toBe('kept');
  });
});

test('a write that was refused leaves no file', async () => {
  await withEngine(async (open) => {
    await put(open, 'evidence/kept', 'kept');
    const late = { Bucket: BUCKET, Key: 'evidence/kept', Body: 'late', IfNoneMatch: '*' };
    await refusalOf(open.client().send(new PutObjectCommand(late)));
    expect(files()).toHaveLength(1);
  });
});

const WRITER = join(import.meta.dirname, 'crash-writer.ts');

/** The same content as in the writer. */
const contentOf = (name: string): string =>
  `${name} ${createHash('sha256').update(name).digest('hex')}`.repeat(60);

test('kill -9 takes nothing that was acknowledged, and leaves no half object', async () => {
  const child = spawn(process.execPath, [WRITER, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const dead = once(child, 'exit');
  const acknowledged = new Map<string, number>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [key = '', number] = line.split(' ');
    acknowledged.set(key, Math.max(acknowledged.get(key) ?? 0, Number(number)));
    if (acknowledged.size === 40) child.kill('SIGKILL');
  }
  await dead;
  expect(acknowledged.size).toBe(40);
  await withEngine(async (open) => {
    for (const [key, number] of acknowledged) {
      const text = (await find(open, key)).text ?? '';
      const stored = Number.parseInt(text, 10);
      // A write after the last acknowledged one may be stored as well.
      expect(stored).toBeGreaterThanOrEqual(number);
      expect(text).toBe(contentOf(String(stored)));
    }
    expect(files()).toHaveLength(40);
    expect(open.faults).toEqual([]);
  });
}, 60_000);
