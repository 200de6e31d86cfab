import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pageStyles } from '../../shared/page/mode.ts';
import { axeFaults, layoutFaults, openBrowser, openPage } from '../support/browser.ts';
import { callsOf, goodWords } from '../support/calls.ts';
import type { Calls } from '../support/calls.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { prepareResidentPages, residentStates } from '../support/resident-pages.ts';

let loop: Loop;
let browser: Browser;
let calls: Calls;
let pages: Awaited<ReturnType<typeof prepareResidentPages>>;

beforeAll(async () => {
  [loop, browser] = await Promise.all([startLoop(), openBrowser()]);
  pages = await prepareResidentPages(loop);
  calls = callsOf(loop, (await loop.integrator()).calls);
});
afterAll(async () => {
  await browser.close();
  await loop.stop();
});

const looks = (['zh', 'en'] as const).flatMap((lang) =>
  pageStyles.map((style) => ({ lang, style })),
);

const addressOf = (path: string, query: Readonly<Record<string, string>> = {}): string => {
  const url = new URL(path, loop.system.url);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
};

const link = async (): Promise<string> =>
  `/r/${await calls.tokenFor(await calls.acceptedCase(), 'sms')}`;

/** A finger touches the label, which covers its whole card. */
const choose = (page: Page, id: string): Promise<void> =>
  page.locator(`label[for="${id}"]`).click();

const storedAt = async (page: Page): Promise<Record<string, unknown>> => {
  const receipt = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
  const { status, body } = await loop.client
    .open()
    .get<{ rating: Record<string, unknown> }>(`/v1/receipts/${receipt}`);
  expect(status).toBe(200);
  return body.rating;
};

describe('every state of the resident’s pages', () => {
  const cases = residentStates.flatMap((state) => looks.map((look) => ({ state, ...look })));

  it.each(cases)('$state $lang $style', async ({ state, lang, style }) => {
    const view = { width: 320, origin: loop.system.url };
    const { page, faults, close } = await openPage(browser, view);
    const { path, status } = pages[state];
    const answer = await page.goto(addressOf(path, { lang, style }));
    expect(answer?.status()).toBe(status);
    expect(await layoutFaults(page)).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults.filter((fault) => status === 200 || !fault.includes(String(status)))).toEqual([]);
    await close();
  });
});

const sendWords = { zh: '提交评价', en: 'Send rating' } as const;

describe.each([
  { name: 'with its script', hasScript: true },
  { name: 'without a script', hasScript: false },
])('the rating page $name', ({ hasScript }) => {
  it.each(looks)('takes a bad rating after a fault, $lang $style', async ({ lang, style }) => {
    const view = { width: 360, hasScript, origin: loop.system.url };
    const { page, faults, close } = await openPage(browser, view);
    await page.goto(addressOf(await link(), { lang, style }));
    const send = page.getByRole('button', { name: sendWords[lang] });
    await send.click();
    await page.locator('.faults').waitFor();
    expect(hasScript ? await axeFaults(page) : []).toEqual([]);
    await choose(page, 'level-dissatisfied');
    await send.click();
    await page.locator('.faults').waitFor();
    expect(await page.title()).toMatch(lang === 'zh' ? /^错误：/ : /^Error: /);
    const reasons = page.locator('.reasons[data-level=dissatisfied]');
    expect(await reasons.isVisible()).toBe(true);
    expect(await page.locator('.reasons[data-level=satisfied]').isVisible()).toBe(false);
    await choose(page, (await reasons.locator('input').first().getAttribute('id')) ?? '');
    await page.getByRole('textbox').fill('等了两个小时');
    await send.click();
    await page.waitForURL(/\/receipt\//);
    expect(new URL(page.url()).searchParams.get('lang')).toBe(lang);
    expect(await storedAt(page)).toMatchObject({ level: 'dissatisfied', text: '等了两个小时' });
    const refused = faults.filter((fault) => !fault.includes('422'));
    expect(refused).toEqual([]);
    await close();
  });

  it('takes a good rating with two taps', async () => {
    const view = { width: 360, hasScript, origin: loop.system.url };
    const { page, close } = await openPage(browser, view);
    await page.goto(addressOf(await link()));
    await choose(page, 'level-very_satisfied');
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.waitForURL(/\/receipt\//);
    expect(await storedAt(page)).toMatchObject({ level: 'very_satisfied' });
    await close();
  });
});

describe.each([
  { name: 'with its script', hasScript: true },
  { name: 'without a script', hasScript: false },
])('the page of a rated contact $name', ({ hasScript }) => {
  it('takes a contest after a fault, and says what happens next', async () => {
    const projectNo = await calls.acceptedCase();
    await calls.rate(await calls.tokenFor(projectNo), goodWords);
    const path = `/r/${await calls.tokenFor(projectNo, 'sms')}`;
    const view = { width: 360, hasScript, origin: loop.system.url };
    const { page, faults, close } = await openPage(browser, view);
    await page.goto(addressOf(path));
    const send = page.getByRole('button', { name: '提交异议' });
    await send.click();
    await page.locator('.faults').waitFor();
    await choose(page, 'level-dissatisfied');
    await page.getByLabel('意见建议').fill('等了两个小时');
    await page.getByLabel('异议说明').fill('此前没有评价过');
    await send.click();
    await page.waitForURL(/\/contest\//);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('评价异议已收到');
    const { pathname } = new URL(page.url());
    expect(await page.locator('#number').textContent()).toBe(pathname.split('/').at(-1));
    expect(faults.filter((fault) => !/409|422/.test(fault))).toEqual([]);
    await page.goto(addressOf(path));
    const own = page.getByRole('link', { name: '查看您的评价异议' });
    if (hasScript) await own.waitFor();
    expect(await own.count()).toBe(hasScript ? 1 : 0);
    await close();
  });
});

describe('the rating page on a bad network', () => {
  const rateUrl = '**/v1/ratings';

  it('keeps what was entered, and rates once after a lost answer', async () => {
    const { page, close } = await openPage(browser, { width: 360, origin: loop.system.url });
    await page.goto(addressOf(await link()));
    await choose(page, 'level-dissatisfied');
    await page.getByRole('textbox').fill('材料交了三次');
    let isLost = false;
    await page.route(rateUrl, async (route) => {
      if (isLost) return route.continue();
      isLost = true;
      await route.fetch();
      return route.abort();
    });
    const send = page.getByRole('button', { name: '提交评价' });
    await send.click();
    await page.getByText('提交结果未返回').waitFor();
    await send.click();
    await page.waitForURL(/\/receipt\//);
    expect(await storedAt(page)).toMatchObject({ level: 'dissatisfied', text: '材料交了三次' });
    await close();
  });

  it('says that it is offline, and keeps the entries over a reload', async () => {
    const { page, close } = await openPage(browser, { width: 360, origin: loop.system.url });
    await page.goto(addressOf(await link()));
    await choose(page, 'level-dissatisfied');
    await page.getByRole('textbox').fill('窗口没有人');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('网络未连接').waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await page.locator('form[data-level=dissatisfied]').waitFor();
    expect(await page.getByRole('textbox').inputValue()).toBe('窗口没有人');
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.waitForURL(/\/receipt\//);
    await close();
  });

  it('sends once however often the button is pressed, and leads back to the receipt', async () => {
    const { page, close } = await openPage(browser, { width: 360, origin: loop.system.url });
    const path = await link();
    await page.goto(addressOf(path));
    let sent = 0;
    await page.route(rateUrl, async (route) => {
      sent += 1;
      await route.continue();
    });
    await choose(page, 'level-satisfied');
    await page.getByRole('button', { name: '提交评价' }).dblclick();
    await page.waitForURL(/\/receipt\//);
    expect(sent).toBe(1);
    const receipt = new URL(page.url()).pathname;
    await page.goto(addressOf(path));
    await page.getByRole('link', { name: '查看您的评价回执' }).click();
    expect(new URL(page.url()).pathname).toBe(receipt);
    await close();
  });
});

describe('the page on which messages are refused', () => {
  it('is reached from a receipt, and does it without a script', async () => {
    const view = { width: 360, hasScript: false, origin: loop.system.url };
    const { page, faults, close } = await openPage(browser, view);
    await page.goto(addressOf(pages['receipt-good'].path, { lang: 'en', style: 'elder' }));
    await page.getByRole('link', { name: 'Stop text messages' }).click();
    await page.getByRole('button', { name: 'Stop messages' }).click();
    await page.getByText('Messages are stopped').waitFor();
    await page.getByRole('button', { name: 'Get messages again' }).click();
    await page.getByText('You will get messages again').waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    expect(new URL(page.url()).searchParams.toString()).toBe('lang=en&style=elder');
    expect(faults).toEqual([]);
    await close();
  });
});

const hint = 'details.hint';

describe('what the page says about itself', () => {
  it('is closed for good by its reader, and found again', async () => {
    const { page, faults, close } = await openPage(browser, narrow());
    await page.goto(addressOf(await link()));
    const words = page.locator(hint).getByText('得到回执编号');
    expect(await words.isVisible()).toBe(true);
    await page.getByText('这页做什么').click();
    await words.waitFor({ state: 'hidden' });
    await page.goto(addressOf(await link()));
    await page.locator(`${hint}:not([open])`).waitFor();
    await page.getByText('这页做什么').click();
    await words.waitFor();
    await page.reload();
    await page.locator(`${hint}[open]`).waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});

const narrow = () => ({ width: 360, origin: loop.system.url });
const unchanged = (markup: string): string => markup;

/** Counts how often the page is loaded, and lets a test change what the first load brings. */
const countLoads = async (
  page: Page,
  change: (markup: string) => string,
): Promise<() => number> => {
  let loads = 0;
  await page.route('**/r/*', async (route) => {
    loads += 1;
    const answer = await route.fetch();
    const markup = await answer.text();
    await route.fulfill({ response: answer, body: loads === 1 ? change(markup) : markup });
  });
  return () => loads;
};

describe('a page whose parts are gone after a deployment', () => {
  it('is loaded again once for a script of the build before', async () => {
    const { page, close } = await openPage(browser, narrow());
    const loads = await countLoads(page, (markup) =>
      markup.replace(/resident\.[A-Z0-9]{8}\.js/, 'resident.AAAAAAAA.js'),
    );
    await page.goto(addressOf(await link()));
    await page.locator('form[data-script]').waitFor();
    expect(loads()).toBe(2);
    await close();
  });

  it('looks as this build does when its sheet is of the build before', async () => {
    const { page, close } = await openPage(browser, narrow());
    const loads = await countLoads(page, (markup) =>
      markup.replace(/resident\.[A-Z0-9]{8}\.css/, 'resident.AAAAAAAA.css'),
    );
    await page.goto(addressOf(await link()));
    const background = "getComputedStyle(document.querySelector('.hint')).borderLeftWidth";
    expect(await page.evaluate(background)).toBe('4px');
    expect(loads()).toBe(1);
    await close();
  });

  it('is loaded again once for a sheet that stays away, and then works without it', async () => {
    const { page, close } = await openPage(browser, narrow());
    const loads = await countLoads(page, unchanged);
    await page.route('**/*.css', (route) => route.abort());
    await page.goto(addressOf(await link()));
    await expect.poll(loads).toBe(2);
    await page.locator('form[data-script]').waitFor();
    expect(loads()).toBe(2);
    await choose(page, 'level-satisfied');
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.waitForURL(/\/receipt\//);
    await close();
  });
});
