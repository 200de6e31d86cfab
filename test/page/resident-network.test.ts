import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { axeFaults, openBrowser, openPage } from '../support/browser.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
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

describe('the rating page on a bad network', () => {
  const rateUrl = '**/v1/ratings';

  it('keeps what was entered, and rates once after a lost answer', async () => {
    const { page, close } = await openPage(browser, { width: 360, origin: loop.system.url });
    await page.goto(walk.addressOf(await walk.link()));
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
    expect(await walk.storedAt(page)).toMatchObject({
      level: 'dissatisfied',
      text: '材料交了三次',
    });
    await close();
  });

  it('says that it is offline, and keeps the entries over a reload', async () => {
    const { page, close } = await openPage(browser, { width: 360, origin: loop.system.url });
    await page.goto(walk.addressOf(await walk.link()));
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
    const path = await walk.link();
    await page.goto(walk.addressOf(path));
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
    await page.goto(walk.addressOf(path));
    await page.getByRole('link', { name: '查看您的评价回执' }).click();
    expect(new URL(page.url()).pathname).toBe(receipt);
    await close();
  });
});

/** What browsers in old apps do with a rule that they cannot read. */
const WITHOUT_HAS = `for (const sheet of document.styleSheets)
  for (let at = sheet.cssRules.length - 1; at >= 0; at -= 1)
    if (sheet.cssRules[at].cssText.includes(':has(')) sheet.deleteRule(at);`;

const rateBadly = async (page: Page): Promise<void> => {
  await choose(page, 'level-dissatisfied');
  const reason = page.locator('.reasons[data-level=dissatisfied] input').first();
  await choose(page, (await reason.getAttribute('id')) ?? '');
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.waitForURL(/\/receipt\//);
};

describe('the rating page in a browser that lacks something', () => {
  it('works where its script is kept away', async () => {
    const { page, close } = await openPage(browser, { width: 360, origin: loop.system.url });
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.goto(walk.addressOf(await walk.link()));
    await rateBadly(page);
    expect(await walk.storedAt(page)).toMatchObject({ level: 'dissatisfied' });
    await close();
  });

  it('shows the reasons of all levels where a sheet cannot tell which is chosen', async () => {
    const view = { width: 360, hasScript: false, origin: loop.system.url };
    const { page, close } = await openPage(browser, view);
    await page.goto(walk.addressOf(await walk.link()));
    await page.evaluate(WITHOUT_HAS);
    const sets = await page.locator('.reasons').all();
    expect(sets.length).toBeGreaterThan(4);
    for (const set of sets) expect(await set.isVisible()).toBe(true);
    await rateBadly(page);
    expect(await walk.storedAt(page)).toMatchObject({ level: 'dissatisfied' });
    await close();
  });

  it('keeps what was entered while the service is down, and takes it afterwards', async () => {
    const { page, close } = await openPage(browser, { width: 360, origin: loop.system.url });
    await page.goto(walk.addressOf(await walk.link()));
    await choose(page, 'level-satisfied');
    await page.getByRole('textbox').fill('很方便');
    const down = '**/v1/ratings';
    await page.route(down, (route) => route.fulfill({ status: 503, body: 'Service Unavailable' }));
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('系统繁忙').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.unroute(down);
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.waitForURL(/\/receipt\//);
    expect(await walk.storedAt(page)).toMatchObject({ level: 'satisfied', text: '很方便' });
    await close();
  });
});
