/**
 * Takes a picture of every page in every language, look and width, and of every screen of a pad in
 * both of its sizes, to be looked at by a person.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { stopBundler } from '../../infra/bundle.ts';
import { languages } from '../../shared/domain/text/language.ts';
import { pageStyles } from '../../shared/page/mode.ts';
import { canShowChinese, openBrowser, openPage } from '../support/browser.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { padWalk } from '../support/pad-walk.ts';
import {
  lanRule,
  listSensitive,
  padSizes,
  speak,
  visitEveryScreen,
} from '../support/pad/every-screen.ts';
import { shownPages } from '../support/page-shots.table.ts';
import type { ShownPage } from '../support/page-shots.table.ts';
import {
  lateInTheYear,
  prepareLatePages,
  prepareResidentPages,
} from '../support/resident-pages.ts';

const folder = join(import.meta.dirname, '..', '..', '.build', 'shots');
const widths = [360, 1280];
/** Of a page that is shown as a whole, in pixels; of a longer one, such as a reference, the top. */
const TALLEST = 6000;

const browser = await openBrowser([lanRule]);
if (!(await canShowChinese(browser))) {
  await browser.close();
  console.error(
    'No font here has Chinese characters. Install one (Debian: apt-get install fonts-noto-cjk) and start again.',
  );
  process.exit(1);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const [loop, late] = [await startLoop(), await startLoop({ at: lateInTheYear })];
const on = ({ system }: Loop, pages: readonly ShownPage[]) =>
  pages.map((page) => ({ ...page, origin: system.url }));
const pages = [
  ...on(loop, [...shownPages, ...Object.values(await prepareResidentPages(loop))]),
  ...on(late, Object.values(await prepareLatePages(late))),
];
const views = pages.flatMap((shown) =>
  languages.flatMap((lang) =>
    pageStyles.flatMap((style) => widths.map((width) => ({ ...shown, lang, style, width }))),
  ),
);

for (const { name, path, origin, lang, style, width } of views) {
  const { page, close } = await openPage(browser, { width, origin });
  const url = new URL(path, origin);
  url.searchParams.set('lang', lang);
  url.searchParams.set('style', style);
  await page.goto(url.href);
  const file = `${name}-${lang}-${style}-${width}.png`;
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.screenshot({ path: join(folder, file), fullPage: height < TALLEST });
  await close();
}

const walk = await padWalk(loop);
await walk.allowText();
await listSensitive(loop);
const padViews = languages.flatMap((lang) => padSizes.map((size) => ({ lang, size })));
let padShots = 0;
for (const { lang, size } of padViews) {
  const { page, close } = await openPage(browser, { ...size, origin: loop.system.url });
  const see = async (shown: Page, screen: string): Promise<void> => {
    if ((await shown.locator('dialog[open]').count()) === 0) await speak(shown, lang);
    padShots += 1;
    const file = `pad-${screen}-${lang}-${size.width}.png`;
    await shown.screenshot({ path: join(folder, file) });
  };
  const window = `S-${lang.toUpperCase()}-${size.width}`;
  await visitEveryScreen({ page, size, window, loop, walk, see });
  await close();
}

await browser.close();
await late.stop();
await loop.stop();
await stopBundler();
console.log(`${views.length + padShots} pictures in .build/shots`);
