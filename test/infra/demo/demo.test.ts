import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startLoop } from '../../support/loop.ts';
import type { Loop } from '../../support/loop.ts';

const demo = join(import.meta.dirname, '../../../infra/local/demo/main.ts');

const play = async (url: string): Promise<{ code: number | null; said: string }> => {
  const child = spawn(process.execPath, [demo, '--url', url], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  const [said, complained, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  return { code, said: said + complained };
};

describe('the demo', () => {
  let loop: Loop;
  beforeAll(async () => {
    loop = await startLoop();
  }, 120_000);
  afterAll(() => loop.stop());

  it('is as told, again and again on the same instance', async () => {
    const first = await play(loop.system.url);
    const second = await play(loop.system.url);
    expect(first.said).toContain('everything was as told');
    expect([first.code, second.code]).toEqual([0, 0]);
    // Five weeks on, the second run reaches into a year without notice.
    expect(first.said).not.toContain('A deadline waits for its calendar');
    expect(second.said).toContain('A deadline waits for its calendar');
    expect(first.said).not.toContain('\u001B[');
  }, 120_000);

  it('leaves neither a key nor a pad of its own behind', async () => {
    const admin = await loop.staff('sysadmin');
    const { body: keys } = await admin.get<{ integrators: { state: string }[] }>('/v1/integrators');
    const halls = await loop.staff('halladmin-yuecheng');
    const { body: pads } = await halls.get<{ pads: { state: string }[] }>('/v1/pads');
    expect(keys.integrators.length).toBeGreaterThan(0);
    expect(keys.integrators.every(({ state }) => state === 'revoked')).toBe(true);
    expect(pads.pads.every(({ state }) => state === 'revoked')).toBe(true);
  });

  it('ends the faults it injected, and says how far it moved the clock', async () => {
    const faults = await loop.client.open().get('/_local/faults');
    expect(faults.body).toEqual({});
    const third = await play(loop.system.url);
    expect(third.said).toMatch(/The clock was moved 3\d\.\d days ahead, to 2027-0\d-\d\d/);
  }, 120_000);

  it('says so and fails when something is not as told', async () => {
    const liar = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      if (request.url === '/_local/clock') {
        response.end(JSON.stringify({ now: new Date().toISOString(), running: true }));
      } else if (request.url?.endsWith('/token') === true) {
        response.end(JSON.stringify({ access_token: 'x' }));
      } else {
        response.end(JSON.stringify({ accessKey: 'AK', secret: 'S' }));
      }
    });
    await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve));
    const told = await play(`http://127.0.0.1:${(liar.address() as AddressInfo).port}`);
    liar.close();
    expect(told.code).toBe(1);
    expect(told.said).toMatch(/✗ NotAsTold: expected an answer 201 — came: 200/);
  });

  it('says so and fails when nobody answers', async () => {
    const told = await play('http://127.0.0.1:9');
    expect(told.code).toBe(1);
    expect(told.said).toContain('nothing answers at http://127.0.0.1:9/_local/clock');
  });
});
