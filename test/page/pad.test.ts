import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openBrowser, openPage } from '../support/browser.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { padWalk } from '../support/pad-walk.ts';
import type { PadWalk } from '../support/pad-walk.ts';
import { comeOnline, waitForWorker } from '../support/pad/person.ts';
import { pageOf } from '../support/page-ref.ts';

let loop: Loop;
let browser: Browser;
let walk: PadWalk;

beforeAll(async () => {
  [loop, browser] = await Promise.all([startLoop(), openBrowser()]);
  walk = await padWalk(loop);
});
afterAll(async () => {
  await browser.close();
  await loop.stop();
});

const landscape = () => ({ width: 1280, height: 800, origin: loop.system.url });

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

const sizes = {
  landscape: { width: 1280, height: 800 },
  portrait: { width: 800, height: 1280 },
} as const;

const words = {
  zh: {
    language: '中文',
    level: '您对本次服务是否满意？',
    satisfied: '满意',
    dissatisfied: '不满意',
    send: '提交评价',
    fault: '请选择不满意的原因',
    thanks: '评价提交成功，感谢您的评价',
    saved: '已保存，联网后自动提交。',
    done: '完成',
  },
  en: {
    language: 'English',
    level: 'How satisfied are you with this service?',
    satisfied: 'Satisfied',
    dissatisfied: 'Dissatisfied',
    send: 'Send rating',
    fault: 'Choose a reason',
    thanks: 'Your rating is stored, thank you',
    saved: 'It is saved on this device and sent when the network is back.',
    done: 'Done',
  },
} as const;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe.each([
  { lang: 'zh', size: 'landscape', window: 'A01' },
  { lang: 'en', size: 'portrait', window: 'A02' },
] as const)('a pad at a window, $lang $size', ({ lang, size, window }) => {
  const said = words[lang];

  it('is enrolled, takes a good and a bad rating, and works on without a network', async () => {
    const { page, faults, close } = await openPage(browser, {
      ...sizes[size],
      origin: loop.system.url,
    });
    await page.goto(`${loop.system.url}/pad/`);
    await page.getByText('设备检查通过').waitFor();
    await walk.enrol(page, await walk.register(window));
    await page.getByText('请扫描回执上的二维码评价').waitFor();

    const rated = await walk.serve(window);
    await comeOnline(page);
    await page.getByText(words.zh.level).waitFor();
    await button(page, said.language).click();
    await page.getByText(said.level).waitFor();
    expect(await page.locator('[aria-pressed=true]').count()).toBe(1);
    await button(page, said.dissatisfied).click();
    await button(page, said.send).click();
    await page.getByText(said.fault, { exact: true }).waitFor();
    await page.locator('.tag').first().click();
    await button(page, said.send).click();
    await page.getByText(said.thanks).waitFor();
    const highest = async () => (await walk.padAt(window)).highest;
    await expect.poll(highest).toBe(1);
    expect(await walk.calls.ticketOf(rated)).toMatchObject({ status: 200 });

    const code = await page.locator('.code').textContent();
    const claimed = await loop.client
      .open()
      .post('/v1/receipts/claim', { code, clientRef: pageOf(String(code)) });
    expect(claimed).toMatchObject({ status: 200 });
    await button(page, said.done).click();

    await walk.serve(window);
    await comeOnline(page);
    await page.getByText(words.zh.level).waitFor();
    await page.context().setOffline(true);
    await button(page, said.language).click();
    await button(page, said.satisfied).click();
    await button(page, said.send).click();
    await page.getByText(said.saved).waitFor();
    expect(await highest()).toBe(1);
    await page.context().setOffline(false);
    await expect.poll(highest, { timeout: 30_000 }).toBe(2);
    expect((await walk.padAt(window)).missing).toEqual([]);
    expect(faults.filter((fault) => !/no answer|ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual(
      [],
    );
    await close();
  });
});
