import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openBrowser, openPage } from '../support/browser.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';

let loop: Loop;
let browser: Browser;

beforeAll(async () => {
  [loop, browser] = await Promise.all([startLoop(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await loop.stop();
});

const landscape = () => ({ width: 1280, height: 800, origin: loop.system.url });

/** The page has its worker, which will answer for it from now on. */
const waitForWorker = async (page: Page): Promise<void> => {
  const isControlled = () => page.evaluate('navigator.serviceWorker.controller !== null');
  await expect.poll(isControlled, { timeout: 15_000 }).toBe(true);
};

describe('the page of the pad', () => {
  it('is delivered as its policy asks, and opens without a network', async () => {
    const { page, faults, close } = await openPage(browser, landscape());
    const answer = await page.goto(`${loop.system.url}/pad`);
    expect(new URL(page.url()).pathname).toBe('/pad/');
    expect(answer?.headers()['content-security-policy']).toContain('trusted-types vue pad');
    await waitForWorker(page);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('keeps to its own files: the interface and other pages pass the worker by', async () => {
    const { page, close } = await openPage(browser, landscape());
    await page.goto(`${loop.system.url}/pad/`);
    await waitForWorker(page);
    const kept = await page.evaluate<readonly string[]>(
      `caches.keys().then(async ([name, ...others]) => [
        ...others,
        ...(await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
      ])`,
    );
    expect(kept.filter((path) => !path.startsWith('/pad/'))).toEqual([]);
    expect(kept).toContain('/pad/');
    const asked: string[] = [];
    page.on('response', (answer) => {
      if (!answer.fromServiceWorker()) asked.push(new URL(answer.url()).pathname);
    });
    await page.evaluate(
      `Promise.all(['/pad/icon.svg', '/config.json', '/about/privacy'].map((path) => fetch(path)))
        .then(() => undefined)`,
    );
    expect(asked.toSorted()).toEqual(['/about/privacy', '/config.json']);
    await close();
  });
});
