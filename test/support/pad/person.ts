/** What somebody does at the page of a pad, by where things are, not by how they are worded. */
import { setTimeout as sleep } from 'node:timers/promises';

import type { Locator, Page } from 'playwright-core';

/** Best first, as the page shows them. */
export const levels = [
  'very_satisfied',
  'satisfied',
  'basically_satisfied',
  'dissatisfied',
  'very_dissatisfied',
] as const;

export type Level = (typeof levels)[number];

const needsReason = (level: Level): boolean => level.endsWith('dissatisfied');

export const levelOn = (page: Page, level: Level): Locator =>
  page.locator('.level').nth(levels.indexOf(level));

/** A touch that waits for no frame: a story of many touches takes half of the time. */
export const touch = (part: Locator): Promise<void> => part.dispatchEvent('click');

/** The button that sends, and later the one that ends. */
export const mainButton = (page: Page): Locator => page.locator('main .acts .main');

/** The code that is shown with the thanks, and nowhere else. */
export const thanksOn = (page: Page): Locator => page.locator('main .code');

const isControlled = 'navigator.serviceWorker.controller !== null';

/** The page has its worker, which will answer for it from now on. */
export const waitForWorker = async (page: Page): Promise<void> => {
  const startedAt = performance.now();
  while (!(await page.evaluate<boolean>(isControlled))) {
    if (performance.now() - startedAt > 15_000) throw new Error('the page got no worker');
    await sleep(50);
  }
};

/** How many ratings the page says that it keeps. */
export const waitingOn = async (page: Page): Promise<number> => {
  const said = (await page.locator('.corner').textContent()) ?? '';
  return Number(/\d+$/.exec(said)?.[0] ?? 0);
};

/** A scanner that types like a keyboard, faster than any person. */
export const scan = (page: Page, text: string): Promise<void> =>
  page.evaluate(
    `for (const key of [...${JSON.stringify(text)}, 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))`,
  );

/** The pad asks and sends at once. */
export const comeOnline = (page: Page): Promise<void> =>
  page.evaluate(`void dispatchEvent(new Event('online'))`);

/** Chooses a level, with a reason where one is needed. */
export const chooseOn = async (page: Page, level: Level): Promise<void> => {
  await touch(levelOn(page, level));
  if (needsReason(level)) await touch(page.locator('.tag').first());
};

/** Rates; resolves with the code of the thanks. */
export const rateOn = async (page: Page, level: Level): Promise<string> => {
  await chooseOn(page, level);
  await touch(mainButton(page));
  return (await thanksOn(page).textContent()) ?? '';
};
