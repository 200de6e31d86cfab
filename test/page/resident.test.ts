import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { dissatisfiedLevels, levels } from '../../shared/domain/rating/level.ts';
import type { Level } from '../../shared/domain/rating/level.ts';
import { languages } from '../../shared/domain/text/language.ts';
import { pageStyles } from '../../shared/page/mode.ts';
import { axeFaults, openBrowser, openPage } from '../support/browser.ts';
import { goodWords } from '../support/calls.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { isEveryLook, looksOf } from '../support/page-looks.ts';
import { choose, residentWalk } from '../support/resident-walk.ts';
import type { ResidentWalk } from '../support/resident-walk.ts';

let loop: Loop;
let browser: Browser;
let walk: ResidentWalk;

beforeAll(async () => {
  [loop, browser] = await Promise.all([startLoop(), openBrowser()]);
  walk = await residentWalk(loop);
});
afterAll(async () => {
  await browser.close();
  await loop.stop();
});

const looks = languages.flatMap((lang) => pageStyles.map((style) => ({ lang, style })));

/** All levels, in all looks where these are wanted. */
const every = levels.flatMap((level, turn) =>
  (isEveryLook ? looksOf(0) : looksOf(turn).slice(0, 1)).map((look) => ({ level, ...look })),
);

const isBad = (level: Level): boolean => dissatisfiedLevels.some((bad) => bad === level);

const reasonsOf = (page: Page, level: Level) => page.locator(`.reasons[data-level=${level}]`);

const firstReason = async (page: Page, level: Level): Promise<string> =>
  (await reasonsOf(page, level).locator('input').first().getAttribute('id')) ?? '';

const sendWords = { zh: '提交评价', en: 'Send rating' } as const;

describe.each([
  { name: 'with its script', hasScript: true },
  { name: 'without a script', hasScript: false },
])('the rating page $name', ({ hasScript }) => {
  const tried = looks.filter(({ style }) => hasScript || isEveryLook || style === 'standard');

  it.each(tried)('takes a bad rating after a fault, $lang $style', async ({ lang, style }) => {
    const view = { width: 360, hasScript, origin: loop.system.url };
    const { page, faults, close } = await openPage(browser, view);
    await page.goto(walk.addressOf(await walk.link(), { lang, style }));
    const send = page.getByRole('button', { name: sendWords[lang] });
    await send.click();
    await page.locator('.faults').waitFor();
    expect(hasScript ? await axeFaults(page) : []).toEqual([]);
    await choose(page, 'level-dissatisfied');
    await expect.poll(() => page.locator('.faults, .fault').count()).toBe(hasScript ? 0 : 2);
    await send.click();
    await page.locator('.faults').waitFor();
    expect(await page.title()).toMatch(lang === 'zh' ? /^错误：/ : /^Error: /);
    expect(await reasonsOf(page, 'dissatisfied').isVisible()).toBe(true);
    expect(await reasonsOf(page, 'satisfied').isVisible()).toBe(false);
    await choose(page, await firstReason(page, 'dissatisfied'));
    await page.getByRole('textbox').fill('等了两个小时');
    await send.click();
    await page.waitForURL(/\/receipt\//);
    expect(new URL(page.url()).searchParams.get('lang')).toBe(lang);
    expect(await walk.storedAt(page)).toMatchObject({
      level: 'dissatisfied',
      text: '等了两个小时',
    });
    const refused = faults.filter((fault) => !fault.includes('422'));
    expect(refused).toEqual([]);
    await close();
  });

  it.each(every)('takes $level, $lang $style $width px', async ({ level, lang, style, width }) => {
    const view = { width, hasScript, origin: loop.system.url };
    const { page, faults, close } = await openPage(browser, view);
    await page.goto(walk.addressOf(await walk.link(), { lang, style }));
    await choose(page, `level-${level}`);
    if (isBad(level)) await choose(page, await firstReason(page, level));
    expect(hasScript && isEveryLook ? await axeFaults(page) : []).toEqual([]);
    await page.getByRole('button', { name: sendWords[lang] }).click();
    await page.waitForURL(/\/receipt\//);
    expect(await walk.storedAt(page)).toMatchObject({ level });
    expect(faults).toEqual([]);
    await close();
  });
});

describe.each([
  { name: 'with its script', hasScript: true },
  { name: 'without a script', hasScript: false },
])('the page of a rated contact $name', ({ hasScript }) => {
  it('takes a contest after a fault, and says what happens next', async () => {
    const projectNo = await walk.calls.acceptedCase();
    await walk.calls.rate(await walk.calls.tokenFor(projectNo), goodWords);
    const path = `/r/${await walk.calls.tokenFor(projectNo, 'sms')}`;
    const view = { width: 360, hasScript, origin: loop.system.url };
    const { page, faults, close } = await openPage(browser, view);
    await page.goto(walk.addressOf(path));
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
    await page.goto(walk.addressOf(path));
    const own = page.getByRole('link', { name: '查看您的评价异议' });
    if (hasScript) await own.waitFor();
    expect(await own.count()).toBe(hasScript ? 1 : 0);
    expect(await send.count()).toBe(hasScript ? 0 : 1);
    await close();
  });

  it('has what was entered while somebody else rated', async () => {
    const projectNo = await walk.calls.acceptedCase();
    const token = await walk.calls.tokenFor(projectNo, 'sms');
    const view = { width: 360, hasScript, origin: loop.system.url };
    const { page, faults, close } = await openPage(browser, view);
    await page.goto(walk.addressOf(`/r/${token}`));
    await choose(page, 'level-dissatisfied');
    await choose(page, await firstReason(page, 'dissatisfied'));
    await page.getByLabel('意见建议').fill('等了两个小时');
    await walk.calls.rate(await walk.calls.tokenFor(projectNo), goodWords);
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByRole('heading', { name: '不是您本人评价的？' }).waitFor();
    expect(await page.getByLabel('意见建议').inputValue()).toBe('等了两个小时');
    expect(await page.locator('#level-dissatisfied').isChecked()).toBe(true);
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.waitForURL(/\/contest\//);
    expect(faults.filter((fault) => !fault.includes('409'))).toEqual([]);
    await close();
  });
});

describe('the page on which messages are refused', () => {
  it('is reached from a receipt, and does it without a script', async () => {
    const view = { width: 360, hasScript: false, origin: loop.system.url };
    const { page, faults, close } = await openPage(browser, view);
    const { body } = await walk.calls.rate((await walk.link()).slice(3), goodWords);
    await page.goto(walk.addressOf(`/receipt/${body.receipt}`, { lang: 'en', style: 'elder' }));
    await page.getByRole('link', { name: 'Stop text messages' }).click();
    await page.getByRole('button', { name: 'Stop messages' }).click();
    await page.getByRole('status').getByText('Messages are stopped').waitFor();
    await page.getByRole('button', { name: 'Get messages again' }).click();
    await page.getByText('You will get messages again').waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    expect(new URL(page.url()).searchParams.toString()).toBe('lang=en&style=elder');
    expect(faults).toEqual([]);
    await close();
  });
});

const hint = 'details.hint';

/** What the browser keeps for the next page; it is told a moment after what is seen has changed. */
const closedHints = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(
    `Object.keys(localStorage).filter((name) => name.startsWith('hint:'))`,
  );

describe('what the page says about itself', () => {
  it('is closed for good by its reader, and found again', async () => {
    const { page, faults, close } = await openPage(browser, narrow());
    await page.goto(walk.addressOf(await walk.link()));
    const words = page.locator(hint).getByText('得到回执编号');
    expect(await words.isVisible()).toBe(true);
    await page.getByText('页面说明').click();
    await words.waitFor({ state: 'hidden' });
    await expect.poll(() => closedHints(page)).toHaveLength(1);
    await page.goto(walk.addressOf(await walk.link()));
    await page.locator(`${hint}:not([open])`).waitFor();
    await page.getByText('页面说明').click();
    await words.waitFor();
    await expect.poll(() => closedHints(page)).toEqual([]);
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
    await page.goto(walk.addressOf(await walk.link()));
    await page.locator('form[data-script]').waitFor();
    expect(loads()).toBe(2);
    await close();
  });

  it('looks as this build does when its sheet is of the build before', async () => {
    const { page, close } = await openPage(browser, narrow());
    const loads = await countLoads(page, (markup) =>
      markup.replace(/resident\.[A-Z0-9]{8}\.css/, 'resident.AAAAAAAA.css'),
    );
    await page.goto(walk.addressOf(await walk.link()));
    const background = "getComputedStyle(document.querySelector('.hint')).borderLeftWidth";
    expect(await page.evaluate(background)).toBe('4px');
    expect(loads()).toBe(1);
    await close();
  });

  it('is loaded again once for a sheet that stays away, and then works without it', async () => {
    const { page, close } = await openPage(browser, narrow());
    const loads = await countLoads(page, unchanged);
    await page.route('**/*.css', (route) => route.abort());
    await page.goto(walk.addressOf(await walk.link()));
    await expect.poll(loads).toBe(2);
    await page.locator('form[data-script]').waitFor();
    expect(loads()).toBe(2);
    await choose(page, 'level-satisfied');
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.waitForURL(/\/receipt\//);
    await close();
  });
});
