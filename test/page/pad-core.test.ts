import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';

import { openBrowser } from '../support/browser.ts';
import { pressedRating, queueContract } from '../support/pad/queue-contract.ts';
import type { QueueUnderTest } from '../support/pad/queue-contract.ts';

const built = await build({
  entryPoints: [join(import.meta.dirname, '..', 'web', 'pad', 'in-browser.ts')],
  bundle: true,
  write: false,
  format: 'iife',
  target: 'chrome86',
});
const code = built.outputFiles[0]?.text ?? '';

const server = createServer((request, response) => {
  const isScript = request.url === '/pad.js';
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
  response.end(
    isScript ? code : '<!doctype html><title>pad</title><script src="/pad.js"></script>',
  );
});
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await openBrowser();

afterAll(async () => {
  await browser.close();
  server.close();
});

const run = <T>(page: Page, call: string): Promise<T> => page.evaluate<T>(call);

const queueOn = async (page: Page): Promise<QueueUnderTest> => {
  await page.goto(origin);
  await run(page, 'test.open()');
  const call =
    (name: string) =>
    <T>(...given: unknown[]): Promise<T> =>
      run<T>(page, `queue.${name}(...${JSON.stringify(given)})`);
  return {
    press: call('press'),
    oldest: call('oldest'),
    remove: call('remove'),
    state: call('state'),
    continueBehind: call('continueBehind'),
    reopen: async () => queueOn(await page.context().newPage()),
  };
};

const createPad = async (page: Page): Promise<void> => {
  await page.goto(origin);
  await run(page, "test.create('a key')");
};

/** A page of a new profile, in which nothing is but the keys of a pad. */
const openPage = async (): Promise<Page> => {
  const page = await (await browser.newContext()).newPage();
  await createPad(page);
  return page;
};

describe('the queue in Chromium', () => {
  queueContract(async () => queueOn(await openPage()));

  it('is on the disk when it says so', async () => {
    const page = await openPage();
    const queue = await queueOn(page);
    await queue.press(pressedRating(1));
    expect(await run(page, 'test.begun')).toEqual(['strict']);
  });

  it('writes nothing of a rating for which there is no space', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    // Before the first write: the browser asks rarely how much space is left.
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 500_000 });
    await createPad(page);
    const queue = await queueOn(page);
    const large = { ...pressedRating(1), text: 'x'.repeat(100_000) };
    let pressed = 0;
    const pressMany = async (): Promise<void> => {
      for (; pressed < 100; pressed += 1) await queue.press(large);
    };
    await expect(pressMany()).rejects.toThrow('QuotaExceededError');
    const { ratings } = await queue.oldest(0, 1000);
    expect(ratings.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: pressed }, (_, n) => n + 1),
    );
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    expect(await queue.press(pressedRating(0))).toBe(pressed + 1);
  });
});

describe('the keys of a pad in Chromium', () => {
  it('come back, sign, and cannot be exported', async () => {
    const page = await openPage();
    await page.reload();
    expect(await run(page, "test.sign('text')")).toBe(
      createHmac('sha256', 'a key').update('text').digest('base64'),
    );
    expect(await run(page, 'test.exportKeys()')).toEqual(['rejected', 'rejected']);
  });
});

describe('two pages of a pad', () => {
  it('take turns: the second works once the first is closed', async () => {
    const first = await openPage();
    const second = await first.context().newPage();
    await second.goto(origin);
    const turnsOn = async (page: Page, last: string): Promise<unknown> => {
      await page.waitForFunction(`test.turns.at(-1) === '${last}'`);
      return run(page, 'test.turns');
    };
    await run(first, 'void test.takeTurn()');
    expect(await turnsOn(first, 'only')).toEqual(['only']);
    await run(second, 'void test.takeTurn()');
    expect(await turnsOn(second, 'waits')).toEqual(['waits']);
    await first.close();
    expect(await turnsOn(second, 'only')).toEqual(['waits', 'only']);
  });
});
