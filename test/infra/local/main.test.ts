import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');

let dataDir: string;
const running: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'main-'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

const start = (environment: Record<string, string> = {}) => {
  const child = spawn(process.execPath, ['infra/local/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', SEED: 'none', DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let said = '';
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, said }));
  });
  const ready = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /^ready (http:\/\/127\.0\.0\.1:\d+)$/mu.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => reject(new Error(said)));
  });
  // Instances that are meant to fail are asked for their end only.
  ready.catch(() => undefined);
  return { child, ready, ended };
};

const clockOf = async (url: string): Promise<number> => {
  const { now } = (await (await fetch(`${url}/_local/clock`)).json()) as { now: string };
  return Date.parse(now);
};

/** A first run synthesizes the template. */
const LONG = 120_000;

describe('npm start', () => {
  it(
    'serves, refuses a second one, and goes on after a crash where it was',
    async () => {
      const first = start();
      const url = await first.ready;
      const second = await start().ended;
      expect(second.code).toBe(1);
      expect(second.said).toContain(`Another instance (process ${first.child.pid})`);

      const body = '{"advance":"P3D"}';
      await fetch(`${url}/_local/clock`, { method: 'POST', body });
      const reached = await clockOf(url);
      first.child.kill('SIGKILL');
      await first.ended;

      const third = start();
      expect(await clockOf(await third.ready)).toBeGreaterThanOrEqual(reached);
      third.child.kill('SIGTERM');
      expect((await third.ended).code).toBe(0);
    },
    LONG,
  );

  it(
    'says what to do about a port that is taken',
    async () => {
      const server = createServer();
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      const { port } = server.address() as AddressInfo;
      const { code, said } = await start({ PORT: String(port) }).ended;
      server.close();
      expect(code).toBe(1);
      expect(said).toContain(
        `Port ${port} is in use or not allowed. Stop what uses it, or choose another`,
      );
    },
    LONG,
  );
});
