import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import { openBrowser } from '../support/browser.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { padWalk } from '../support/pad-walk.ts';
import type { PadWalk } from '../support/pad-walk.ts';
import {
  chooseOn,
  comeOnline,
  levelOn,
  mainButton,
  rateOn,
  thanksOn,
  waitingOn,
} from '../support/pad/person.ts';
import { tracesOn } from '../support/pad/traces.ts';

let loop: Loop;
let browser: Browser;
let walk: PadWalk;
let windows = 0;

beforeAll(async () => {
  [loop, browser] = await Promise.all([startLoop(), openBrowser()]);
  walk = await padWalk(loop);
  await walk.allowText();
});
afterAll(async () => {
  await browser.close();
  await loop.stop();
});

interface Standing {
  readonly page: Page;
  readonly window: string;
}

/** A new pad at a window of its own, on a device whose clock the test moves. */
const enrolledPad = async (script?: string): Promise<Standing> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.clock.install();
  if (script !== undefined) await page.addInitScript(script);
  windows += 1;
  const window = `D${String(windows).padStart(2, '0')}`;
  await page.goto(`${loop.system.url}/pad/`);
  await walk.enrol(page, await walk.register(window));
  await page.locator('.place strong').waitFor();
  return { page, window };
};

/** Somebody is served, and the pad shows it. */
const serve = async ({ page, window }: Standing, applicant: string): Promise<string> => {
  const projectNo = await walk.serve(window, { applicant });
  await comeOnline(page);
  return projectNo;
};

const subjectOn = (page: Page) => page.locator('.subject');
const warningOn = (page: Page) => page.locator('dialog:not([aria-labelledby=staff-title])');
const patience = { timeout: 15_000 };
const idleMs = 60_000;
const warnMs = 20_000;

/** Nobody touches the pad: it asks, and then begins anew. */
const leaveAlone = async (page: Page): Promise<void> => {
  await page.clock.fastForward(idleMs);
  await warningOn(page).waitFor();
  await page.clock.fastForward(warnMs);
  await warningOn(page).waitFor({ state: 'detached' });
};

const words = '第一位说材料交了三次';

const expectNothingLeft = async ({ page, window }: Standing, more: readonly string[] = []) => {
  const { text, traces } = await tracesOn(page);
  for (const word of [words, '欧', ...more]) expect(text).not.toContain(word);
  expect(traces.history[1]).toBeNull();
  expect(traces.history[2]).toBe(`${loop.system.url}/pad/`);
  expect(traces.stored.ratings).toEqual([]);
  expect(await walk.padAt(window)).toMatchObject({ highest: 0 });
};

describe('somebody who leaves in the middle', () => {
  it('has rated nothing by choosing, and leaves nothing to the next person', async () => {
    const pad = await enrolledPad();
    const { page } = pad;
    await serve(pad, '欧一甲');
    await page.getByText('欧**').waitFor();
    await chooseOn(page, 'satisfied');
    expect(await levelOn(page, 'satisfied').getAttribute('aria-pressed')).toBe('true');
    await page.clock.fastForward(idleMs);
    await warningOn(page).getByRole('button').click();
    expect(await levelOn(page, 'satisfied').getAttribute('aria-pressed')).toBe('true');
    await serve(pad, '关二乙');
    await expect.poll(() => subjectOn(page).textContent(), patience).not.toContain('欧');
    expect(await subjectOn(page).textContent()).not.toContain('关');
    await leaveAlone(page);
    await page.getByText('关**').waitFor();
    expect(await page.locator('.levels [aria-pressed=true]').count()).toBe(0);
    await expectNothingLeft(pad);
  });

  it('leaves no word that was typed', async () => {
    const pad = await enrolledPad();
    const { page } = pad;
    await serve(pad, '欧一甲');
    await chooseOn(page, 'dissatisfied');
    await page.locator('#text').fill(words);
    expect((await tracesOn(page)).text).toContain(words);
    await leaveAlone(page);
    await page.locator('.level').first().waitFor();
    await serve(pad, '关二乙');
    await page.getByText('关**').waitFor();
    await expectNothingLeft(pad);
    await chooseOn(page, 'dissatisfied');
    expect(await page.locator('#text').inputValue()).toBe('');
    expect(await page.locator('.tag[aria-pressed=true]').count()).toBe(1);
  });

  it('leaves ciphertext alone while the network is away, and it arrives', async () => {
    const pad = await enrolledPad();
    const { page, window } = pad;
    await serve(pad, '欧一甲');
    await page.getByText('欧**').waitFor();
    await chooseOn(page, 'very_dissatisfied');
    await page.locator('#text').fill(words);
    await page.context().setOffline(true);
    await mainButton(page).click();
    const code = (await thanksOn(page).textContent()) ?? '';
    await page.clock.fastForward(30_000);
    await thanksOn(page).waitFor({ state: 'detached' });
    const { text, traces } = await tracesOn(page);
    for (const word of [words, '欧', code]) expect(text).not.toContain(word);
    expect(traces.stored.ratings).toHaveLength(1);
    const corner = page.locator('.corner');
    await corner.focus();
    await page.keyboard.press('Enter');
    const said = (await page.locator('dialog[open]').textContent()) ?? '';
    expect(said).toContain('待上传');
    for (const word of [words, '欧', '不满意', code]) expect(said).not.toContain(word);
    await page.keyboard.press('Escape');
    await page.context().setOffline(false);
    await comeOnline(page);
    await expect.poll(async () => (await walk.padAt(window)).highest, patience).toBe(1);
    await expect.poll(() => waitingOn(page), patience).toBe(0);
  });
});

/** A scanner is a keyboard; the clock stands still while it types, however busy the machine is. */
const scanByKeys = async (page: Page, text: string): Promise<void> => {
  await page.clock.pauseAt((await page.evaluate<number>('Date.now()')) + 2000);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.clock.resume();
};

describe('a scanner', () => {
  it('begins a choice, in which nothing is chosen by its last key', async () => {
    const pad = await enrolledPad();
    const { page, window } = pad;
    await serve(pad, '欧一甲');
    await page.getByText('欧**').waitFor();
    const token = await walk.calls.tokenFor(await walk.calls.acceptedCase());
    // The finger was on this button last, where the key Enter would press it again.
    await levelOn(page, 'satisfied').click();
    await scanByKeys(page, `${loop.system.url}/r/${token}`);
    await page.getByText('您扫描的评价链接').waitFor();
    expect(await page.locator('.levels [aria-pressed=true]').count()).toBe(0);
    await rateOn(page, 'very_satisfied');
    await expect.poll(async () => (await walk.padAt(window)).highest, patience).toBe(1);
    const again = await walk.calls.rate(token, { level: 'satisfied' });
    expect(again).toMatchObject({ status: 409, body: { code: 'already_rated' } });
  });
});

const NOTE_LOCKS = `globalThis.asked = 0;
  navigator.wakeLock.request = () => { asked += 1; return Promise.reject(new Error('no power')); };
  let seen = 'visible';
  Object.defineProperty(document, 'visibilityState', { get: () => seen });
  globalThis.show = (next) => { seen = next; document.dispatchEvent(new Event('visibilitychange')); };`;

describe('the screen of a pad', () => {
  it('is kept on whenever it is seen, and a refusal is no fault', async () => {
    const { page } = await enrolledPad(NOTE_LOCKS);
    const faults: string[] = [];
    page.on('pageerror', (fault) => faults.push(String(fault)));
    expect(await page.evaluate('asked')).toBe(1);
    await page.evaluate(`show('hidden')`);
    expect(await page.evaluate('asked')).toBe(1);
    await page.evaluate(`show('visible')`);
    expect(await page.evaluate('asked')).toBe(2);
    expect(faults).toEqual([]);
  });
});
