import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildZlb } from '../../infra/zlb.ts';
import { axeFaults, layoutFaults, openBrowser, openPage } from '../support/browser.ts';
import { callsOf } from '../support/calls.ts';
import type { Calls } from '../support/calls.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { newDirectory } from '../support/new-directory.ts';
import { prepareResidentPages } from '../support/resident-pages.ts';
import { allowOrigin, hostFolder } from '../support/zlb-host.ts';
import type { Hosted } from '../support/zlb-host.ts';

let loop: Loop;
let browser: Browser;
let platform: Hosted;
let api: Hosted;
let calls: Calls;
let pages: Awaited<ReturnType<typeof prepareResidentPages>>;

beforeAll(async () => {
  [loop, browser] = await Promise.all([startLoop(), openBrowser()]);
  let folder = '';
  platform = await hostFolder(() => folder);
  api = await allowOrigin(loop.system.url, () => platform.origin);
  folder = await buildZlb({
    api: api.origin,
    unit: '测试市政务服务局',
    phone: '12345',
    years: 2,
    out: join(newDirectory(), 'zlb'),
  });
  pages = await prepareResidentPages(loop);
  calls = callsOf(loop, (await loop.integrator()).calls);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([platform.stop(), api.stop()]);
  await loop.stop();
});

const bridgeUrl = 'https://assets.zjzwfw.gov.cn/**';

/** What the platform's script does, as far as the pages use it. */
const bridgeSaying = (uiStyle: string): string =>
  `globalThis.ZWJSBridge = { onReady: (ready) => ready(), getUiStyle: async () => ({ uiStyle: '${uiStyle}' }) };`;

/** Its own host, the API and the platform's script are what the policy allows. */
const isUnwanted = (fault: string): boolean =>
  !fault.startsWith(`asks ${api.origin}/v1/`) && !fault.includes('assets.zjzwfw.gov.cn');

const openShell = async (uiStyle: string | undefined, address: string) => {
  const opened = await openPage(browser, { width: 360, origin: platform.origin });
  const { page, faults } = opened;
  await page.route(bridgeUrl, (route) =>
    uiStyle === undefined
      ? route.abort()
      : route.fulfill({ contentType: 'text/javascript', body: bridgeSaying(uiStyle) }),
  );
  await page.goto(`${platform.origin}/bundle/index.html${address}`);
  await page.locator('h1').waitFor();
  return { ...opened, unwanted: () => faults.filter(isUnwanted) };
};

const link = async (): Promise<string> =>
  `#/r/${await calls.tokenFor(await calls.acceptedCase(), 'sms')}`;

const choose = (page: Page, id: string): Promise<void> =>
  page.locator(`label[for="${id}"]`).click();

const styleOf = (page: Page): Promise<string> =>
  page.evaluate<string>('document.documentElement.dataset.style');

describe('the bundle for 浙里办', () => {
  it('rates in the version for elders, shows the receipt, and finds it again', async () => {
    const address = await link();
    const { page, unwanted, close } = await openShell('elder', address);
    expect(await styleOf(page)).toBe('elder');
    expect(await axeFaults(page)).toEqual([]);
    expect(await layoutFaults(page)).toEqual([]);
    const send = page.getByRole('button', { name: '提交评价' });
    await choose(page, 'level-dissatisfied');
    await send.click();
    await page.locator('.faults').waitFor();
    expect(await page.title()).toMatch(/^错误：请评价本次服务/);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('textbox').fill('等了两个小时');
    await send.click();
    await page.getByRole('heading', { name: '评价回执' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const [, receipt = ''] = /#\/receipt\/([\w-]+)/.exec(page.url()) ?? [];
    const { body } = await loop.client
      .open()
      .get<{ rating: Record<string, unknown> }>(`/v1/receipts/${receipt}`);
    expect(body.rating).toMatchObject({ level: 'dissatisfied', text: '等了两个小时' });
    await page.evaluate(`location.hash = ${JSON.stringify(address)}`);
    await page.getByRole('link', { name: '查看您的评价回执' }).click();
    await page.getByText(receipt).waitFor();
    expect(unwanted().filter((fault) => !fault.includes('409'))).toEqual([]);
    await close();
  });

  it('takes the style of the address before that of the platform, and has its own switch', async () => {
    const address = await link();
    const { page, unwanted, close } = await openShell('normal', `?_uiStyle=elder${address}`);
    expect(await styleOf(page)).toBe('elder');
    await page.getByRole('link', { name: '标准版' }).click();
    await page.locator('html[data-style=standard]').waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Rate this service' }).waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    expect(await axeFaults(page)).toEqual([]);
    expect(unwanted()).toEqual([]);
    await close();
  });

  it('works where the script of the platform does not load', async () => {
    const { page, unwanted, close } = await openShell(undefined, await link());
    expect(await styleOf(page)).toBe('standard');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await choose(page, 'level-satisfied');
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('评价提交成功').waitFor();
    const refused = unwanted().filter((fault) => !fault.includes('ERR_FAILED'));
    expect(refused).toEqual([]);
    await close();
  });

  it('takes the follow-up after an answer', async () => {
    const { page, unwanted, close } = await openShell(
      'normal',
      `#${pages['receipt-answered'].path}`,
    );
    expect(await axeFaults(page)).toEqual([]);
    await choose(page, 'level-satisfied');
    await page.getByRole('button', { name: '提交追评' }).click();
    await page.getByText('您已追评').waitFor();
    expect(unwanted()).toEqual([]);
    await close();
  });

  it.each([
    ['nothing', '', '评价链接无效'],
    ['a broken link', `#/r/${'A'.repeat(42)}`, '评价链接无效'],
    ['an unknown receipt', '#/receipt/330602-1-X', '没有这个回执编号'],
    ['the notice', '#/about/privacy', '个人信息保护告知'],
    ['the statement', '#/about/accessibility', '无障碍说明'],
  ])('says what it knows of %s', async (_name, address, heading) => {
    const { page, unwanted, close } = await openShell('normal', address);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const links = await page.evaluate<string[]>(
      "[...document.querySelectorAll('a')].map((one) => one.getAttribute('href'))",
    );
    for (const href of links) expect(href).toMatch(/^#/);
    expect(unwanted().filter((fault) => !/40[14]/.test(fault))).toEqual([]);
    await close();
  });
});
