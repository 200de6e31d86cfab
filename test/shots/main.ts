/** Takes a picture of every page in every language, look and width, to be looked at by a person. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { stopBundler } from '../../infra/bundle.ts';
import { pageStyles } from '../../shared/page/mode.ts';
import { canShowChinese, openBrowser, openPage } from '../support/browser.ts';
import { startLoop } from '../support/loop.ts';
import { shownPages } from '../support/page-shots.table.ts';
import { prepareResidentPages } from '../support/resident-pages.ts';

const folder = join(import.meta.dirname, '..', '..', '.build', 'shots');
const widths = [360, 1280];
/** Of a page that is shown as a whole, in pixels; of a longer one, such as a reference, the top. */
const TALLEST = 6000;

const browser = await openBrowser();
if (!(await canShowChinese(browser))) {
  await browser.close();
  console.error(
    'No font here has Chinese characters. Install one (Debian: apt-get install fonts-noto-cjk) and start again.',
  );
  process.exit(1);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const loop = await startLoop();
const pages = [...shownPages, ...Object.values(await prepareResidentPages(loop))];
const views = pages.flatMap(({ name, path }) =>
  (['zh', 'en'] as const).flatMap((lang) =>
    pageStyles.flatMap((style) => widths.map((width) => ({ name, path, lang, style, width }))),
  ),
);

for (const { name, path, lang, style, width } of views) {
  const { page, close } = await openPage(browser, { width, origin: loop.system.url });
  const url = new URL(path, loop.system.url);
  url.searchParams.set('lang', lang);
  url.searchParams.set('style', style);
  await page.goto(url.href);
  const file = `${name}-${lang}-${style}-${width}.png`;
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.screenshot({ path: join(folder, file), fullPage: height < TALLEST });
  await close();
}

await browser.close();
await loop.stop();
await stopBundler();
console.log(`${views.length} pictures in .build/shots`);
