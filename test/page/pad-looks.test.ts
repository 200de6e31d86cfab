import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { axeFaults, layoutFaults, openBrowser, openPage } from '../support/browser.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { padWalk } from '../support/pad-walk.ts';
import type { PadWalk } from '../support/pad-walk.ts';
import {
  lanRule,
  listSensitive,
  padSizes,
  speak,
  visitEveryScreen,
} from '../support/pad/every-screen.ts';
import { isEveryLook } from '../support/page-looks.ts';

let loop: Loop;
let browser: Browser;
let walk: PadWalk;

beforeAll(async () => {
  [loop, browser] = await Promise.all([startLoop(), openBrowser([lanRule])]);
  walk = await padWalk(loop);
  await walk.allowText();
  await listSensitive(loop);
});
afterAll(async () => {
  await browser.close();
  await loop.stop();
});

/** Each language in one of the sizes, or in both. */
const looks = isEveryLook
  ? (['zh', 'en'] as const).flatMap((language) => padSizes.map((size) => ({ language, size })))
  : [
      { language: 'zh' as const, size: padSizes[1] },
      { language: 'en' as const, size: padSizes[0] },
    ];

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
    const window = `F-${language.toUpperCase()}-${size.width}`;
    await visitEveryScreen({ page, size, window, loop, walk, see: expectSound });
    const known = /no answer|ERR_INTERNET_DISCONNECTED|40[13] \(/;
    expect(faults.filter((fault) => !known.test(fault))).toEqual([]);
    await close();
  });
});
