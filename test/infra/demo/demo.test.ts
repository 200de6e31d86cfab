import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startLoop } from '../../support/loop.ts';
import type { Loop } from '../../support/loop.ts';

const demo = join(import.meta.dirname, '../../../infra/local/scenario/demo/main.ts');

/** Where the demo puts its files. */
const files = await mkdtemp(join(tmpdir(), 'demo-test-'));

const play = async (url: string): Promise<{ code: number | null; said: string }> => {
  const child = spawn(process.execPath, [demo, '--url', url], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: files },
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
    loop = await startLoop({ messages: 'gateway' });
  }, 120_000);
  afterAll(async () => {
    await loop.stop();
    await rm(files, { recursive: true, force: true });
  });

  it('is as told, again and again on the same instance', async () => {
    const first = await play(loop.system.url);
    const second = await play(loop.system.url);
    expect(first.said).toContain('everything was as told');
    expect(second.said).toContain('everything was as told');
    expect([first.code, second.code]).toEqual([0, 0]);
    // Five weeks on, the second run reaches into a year without notice.
    expect(first.said).not.toContain('A deadline waits for its calendar');
    expect(second.said).toContain('A deadline waits for its calendar');
    expect(second.said).toMatch(/The clock was moved \d\d\.\d days ahead, to 2027-0\d-\d\d/);
    expect(first.said).toContain('the follow-up is given on the same page');
    expect(first.said).not.toContain('\u001B[');
  }, 600_000);

  it('leaves no key and no pad of its own behind, beside the key that it gave the center', async () => {
    const admin = await loop.staff('sysadmin');
    const { body: keys } = await admin.get<{ integrators: { state: string; may: string[] }[] }>(
      '/v1/integrators',
    );
    const halls = await loop.staff('halladmin-yuecheng');
    const { body: pads } = await halls.get<{ pads: { state: string }[] }>('/v1/pads');
    const active = keys.integrators.filter(({ state }) => state !== 'revoked');
    expect(keys.integrators.length).toBeGreaterThan(2);
    expect(active.map(({ may }) => may)).toEqual([['center']]);
    expect(pads.pads.every(({ state }) => state === 'revoked')).toBe(true);
  });

  it('leaves nothing stuck or waiting for the center, and two months that it accepted', async () => {
    const auditor = await loop.staff('auditor');
    for (const state of ['stuck', 'pending']) {
      const { body } = await auditor.get(`/v1/reports/outbox?state=${state}`);
      expect(body).toMatchObject({ entries: [], center: { state: 'answering' } });
    }
    const { body } = await auditor.get('/v1/reports');
    expect(body).toMatchObject({
      editions: [
        { period: '2026-12', state: 'accepted' },
        { period: '2026-11', state: 'accepted' },
      ],
    });
  });

  it('saves the bulletin of each run in every form', async () => {
    const saved = await readdir(files, { recursive: true });
    const names = saved.filter((name) => name.includes('.')).map((name) => basename(name));
    const wanted = ['2026-11', '2026-12'].flatMap((month) =>
      ['docx', 'html', 'xlsx'].map((form) => `bulletin-330600-${month}.${form}`),
    );
    expect(names).toHaveLength(wanted.length);
    expect(new Set(names)).toEqual(new Set(wanted));
  });

  it('ends the faults it injected', async () => {
    const faults = await loop.client.open().get('/_local/faults');
    expect(faults.body).toEqual({});
  });

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
    expect(told.said).toMatch(
      /✗ ExpectationFailed: POST \/v1\/integrators: expected an answer 202 — came: 200/,
    );
  });

  it('says so and fails when nobody answers', async () => {
    const told = await play('http://127.0.0.1:9');
    expect(told.code).toBe(1);
    expect(told.said).toContain('nothing answers at http://127.0.0.1:9/_local/clock');
  });
});
