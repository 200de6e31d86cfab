import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { axeFaults, layoutFaults, openBrowser, openPage } from '../support/browser.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { padWalk } from '../support/pad-walk.ts';
import type { PadWalk } from '../support/pad-walk.ts';
import {
  comeOnline,
  levelOn,
  mainButton,
  thanksOn,
  touch,
  waitForWorker,
} from '../support/pad/person.ts';
import { isEveryLook } from '../support/page-looks.ts';

let loop: Loop;
let browser: Browser;
let walk: PadWalk;

beforeAll(async () => {
  [loop, browser] = await Promise.all([startLoop(), openBrowser()]);
  walk = await padWalk(loop);
  await walk.allowText();
});
afterAll(async () => {
  await browser.close();
  await loop.stop();
});

const sizes = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
] as const;

type Language = 'en' | 'zh';
const named = { zh: '中文', en: 'English' } as const;

/** Each language in one of the sizes, or in both. */
const looks = isEveryLook
  ? (['zh', 'en'] as const).flatMap((language) => sizes.map((size) => ({ language, size })))
  : [
      { language: 'zh' as const, size: sizes[1] },
      { language: 'en' as const, size: sizes[0] },
    ];

const speak = async (page: Page, language: Language): Promise<void> => {
  await touch(page.getByRole('button', { name: named[language], exact: true }));
  await page.locator(`html[lang=${language === 'zh' ? 'zh-CN' : 'en'}]`).waitFor();
};

/** The buttons that end a screen and are not in sight: nobody looks for them below a pad. */
const BELOW = `[...document.querySelectorAll('main > .acts button')]
  .filter((button) => button.getBoundingClientRect().bottom > innerHeight)
  .map((button) => button.textContent)`;

describe.each(looks)('each screen of a pad, $language $size.width', ({ language, size }) => {
  /** Axe, the spacing of a reader, the width, and what is in sight of the screen that stands. */
  const expectSound = async (page: Page, screen: string): Promise<void> => {
    if ((await page.locator('dialog[open]').count()) === 0) await speak(page, language);
    expect([screen, await page.evaluate(BELOW)]).toEqual([screen, []]);
    // Where a screen is longer than the pad, its last part is under those buttons until then.
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    expect([screen, ...(await axeFaults(page))]).toEqual([screen]);
    expect([screen, ...(await layoutFaults(page))]).toEqual([screen]);
    await page.evaluate('scrollTo(0, 0)');
  };

  it('is sound from the enrolment to the end', async () => {
    const { page, faults, close } = await openPage(browser, { ...size, origin: loop.system.url });
    await page.clock.install();
    await page.goto(`${loop.system.url}/pad/`);
    await waitForWorker(page);
    await page.getByText('设备检查通过').waitFor();
    await expectSound(page, 'enrol');
    await page.locator('#code').fill('short');
    await touch(page.locator('form .main'));
    await page.locator('#phase.fault').waitFor();
    await expectSound(page, 'enrol, fault');
    await speak(page, 'zh');
    const window = `F-${language.toUpperCase()}-${size.width}`;
    await walk.enrol(page, await walk.register(window));
    await page.locator('.place strong').waitFor();
    await expectSound(page, 'invite');

    await walk.serve(window);
    await comeOnline(page);
    await page.locator('.level').first().waitFor();
    await expectSound(page, 'contact');
    await touch(levelOn(page, 'satisfied'));
    await expectSound(page, 'contact, chosen');
    await touch(page.locator('main .acts .plain').nth(1));
    await page.locator('#text').waitFor();
    await expectSound(page, 'reasons, optional');
    await touch(page.locator('main .acts .plain').nth(1));
    await touch(levelOn(page, 'very_dissatisfied'));
    await touch(mainButton(page));
    await page.locator('.fault').waitFor();
    await expectSound(page, 'reasons, fault');
    await page.clock.fastForward(60_000);
    await page.locator('dialog[open]').waitFor();
    await expectSound(page, 'warning');
    await touch(page.locator('dialog[open] .main'));
    await touch(page.locator('.tag').first());
    await touch(mainButton(page));
    await thanksOn(page).waitFor();
    await expectSound(page, 'thanks');
    await touch(mainButton(page));

    await page.locator('.corner').focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    await expectSound(page, 'state of the device');
    await page.keyboard.press('Escape');

    const second = await page.context().newPage();
    await second.setViewportSize(size);
    await second.goto(`${loop.system.url}/pad/`);
    await second.locator('main.second').waitFor();
    await expectSound(second, 'second');
    await second.close();

    const { padId } = await walk.padAt(window);
    await (await loop.staff('halladmin-yuecheng')).delete(`/v1/pads/${padId}`);
    await page.context().setOffline(true);
    await comeOnline(page);
    await page.locator('.level').first().waitFor();
    await expectSound(page, 'service at the window');
    await touch(levelOn(page, 'satisfied'));
    await touch(mainButton(page));
    await thanksOn(page).waitFor();
    await expectSound(page, 'thanks, offline');
    await page.context().setOffline(false);
    await comeOnline(page);
    await page.locator('main.enrol').waitFor();
    await expectSound(page, 'revoked');
    const known = /no answer|ERR_INTERNET_DISCONNECTED|40[13] \(/;
    expect(faults.filter((fault) => !known.test(fault))).toEqual([]);
    await close();
  });
});
