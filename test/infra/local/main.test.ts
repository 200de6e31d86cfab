import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { staffRoles } from '../../../shared/domain/access/staff-role.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** The first run synthesizes the template. */
const LONG = 120_000;

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
  const child = spawn(process.execPath, ['infra/local/start/main.ts'], {
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
  // Only the end is awaited of instances that are expected to fail.
  ready.catch(() => undefined);
  const hasSaid = async (words: string | RegExp): Promise<string> => {
    await expect.poll(() => said, { timeout: LONG, interval: 50 }).toMatch(words);
    return said;
  };
  return { child, ready, ended, hasSaid };
};

const clockOf = async (url: string): Promise<number> => {
  const { now } = (await (await fetch(`${url}/_local/clock`)).json()) as { now: string };
  return Date.parse(now);
};

const eventsOf = (text: string): number => Number(/(\d+) case events/u.exec(text)![1]);

describe('npm start', () => {
  it(
    'serves, refuses a second one, and goes on after a crash where it was',
    async () => {
      const first = start();
      const url = await first.ready;
      const front = await fetch(url, { redirect: 'manual' });
      expect([front.status, front.headers.get('location')]).toEqual([302, '/docs']);
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
      const { code, said } = await third.ended;
      expect(code).toBe(0);
      expect(said).toContain('it and the city have no keys yet');
      for (const role of staffRoles) expect(said).toMatch(new RegExp(`^  ${role} +[a-z]`, 'mu'));
    },
    LONG,
  );

  it(
    'says that it stops in the middle of a town, and goes on with it at the next start',
    async () => {
      const first = start({ SEED: 'town' });
      await first.hasSaid('First start');
      await first.hasSaid(/^\d{4}-\d\d-\d\d · /mu);
      first.child.kill('SIGINT');
      const { code, said } = await first.ended;
      expect(code).toBe(0);
      expect(said).toMatch(/Stopping …\n(.*\n)*Stopped while the town was loading.*\n$/u);
      expect(said).not.toMatch(/Error|TownRefused|not open/u);

      const second = start({ SEED: 'town' });
      await second.hasSaid('Continuing to load the town');
      const sums = await second.hasSaid(/ · \d+ case events/u);
      expect(eventsOf(sums.slice(sums.indexOf('Continuing')))).toBeGreaterThan(eventsOf(said));
      second.child.kill('SIGTERM');
      expect((await second.ended).code).toBe(0);
    },
    LONG,
  );

  it(
    'says which variable to change where nothing can be written',
    async () => {
      const { code, said } = await start({ DATA_DIR: '/proc/haochaping/data' }).ended;
      expect(code).toBe(1);
      expect(said).toContain('/proc/haochaping/data is not a writable directory');
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
        `Port ${port} is in use or not allowed. Stop the process that uses it, or use another port`,
      );
    },
    LONG,
  );
});
