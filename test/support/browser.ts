import { accessSync, constants } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

/** Where systems install it; what is there is used, because it is unpacked already. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A machine of tests has no sandbox for root, no screen, and little shared memory. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
] as const;

/** Chromium: the installed one, or the one that comes with the packages of npm. */
export const browserPath = async (): Promise<string> =>
  INSTALLED.find(isExecutable) ?? packaged.executablePath();

export const openBrowser = async (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: await browserPath(),
    args: [...browserFlags, ...more],
    headless: true,
  });

interface View {
  readonly width: number;
  readonly height?: number;
  readonly hasScript?: boolean;
  readonly origin: string;
}

/** A page under observation. */
interface WatchedPage {
  readonly page: Page;
  /** What a page must not do: break its policy, write errors, call other hosts. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** Runs in the page, before everything else. */
const noteViolations = (): void => {
  const scope = globalThis as unknown as {
    addEventListener(type: string, listener: (event: object) => void): void;
  };
  scope.addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI } = event as Record<string, unknown>;
    // oxlint-disable-next-line no-console -- the only way out of the page
    console.error(`policy: ${String(effectiveDirective)} ${String(blockedURI)}`);
  });
};

const watch = (page: Page, origin: string, faults: string[]): void => {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) faults.push(`asks ${url}`);
  });
  page.on('requestfailed', (request) => faults.push(`no answer: ${request.url()}`));
};

/** Opens an empty page that is watched from its first request on. */
export const openPage = async (
  browser: Browser,
  { width, height = 780, hasScript = true, origin }: View,
): Promise<WatchedPage> => {
  const context = await browser.newContext({
    viewport: { width, height },
    javaScriptEnabled: hasScript,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  watch(page, origin, faults);
  if (hasScript) await page.addInitScript(noteViolations);
  page.setDefaultTimeout(15_000);
  return { page, faults, close: () => context.close() };
};

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * The violations that axe finds, each with its first place. No page has frames, and nobody reads
 * what was right: without both, axe takes a fifth of the time.
 */
export const axeFaults = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: LEVELS, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} (${nodes.length})`);
};

/** Text spacing of WCAG 1.4.12. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';

/** The elements whose text does not fit into them; scrolling parts may be wider inside. */
const CLIPPED = `[...document.querySelectorAll('body *')].filter((element) => {
  const { overflowX, overflowY } = getComputedStyle(element);
  const isClipping = [overflowX, overflowY].some((one) => one === 'hidden' || one === 'clip');
  return isClipping && (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
}).map((element) => element.outerHTML.slice(0, 80))`;

const WIDER = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;

/** Whether the page has to be scrolled sideways, and what the spacing of a reader would clip. */
export const layoutFaults = async (page: Page): Promise<readonly string[]> => {
  const before = await page.evaluate<number>(WIDER);
  // A sheet of the test: the policy of the page would refuse a style element.
  await page.evaluate(
    `(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(SPACING)}); document.adoptedStyleSheets = [sheet]; })()`,
  );
  const spaced = await page.evaluate<number>(WIDER);
  const clipped = await page.evaluate<string[]>(CLIPPED);
  await page.evaluate('document.adoptedStyleSheets = []; undefined');
  return [
    ...(before > 0 ? [`${before} px too wide`] : []),
    ...(spaced > 0 ? [`${spaced} px too wide with the spacing of a reader`] : []),
    ...clipped,
  ];
};

/** Characters that no font has look the same; these two do not where there is a font. */
const DRAWN = `(() => {
  const draw = (text) => {
    const canvas = document.createElement('canvas');
    canvas.width = 40;
    canvas.height = 40;
    const context = canvas.getContext('2d');
    context.font = '32px sans-serif';
    context.fillText(text, 2, 34);
    return canvas.toDataURL();
  };
  return draw('\u6ee1') !== draw('\u8bc4');
})()`;

export const canShowChinese = async (browser: Browser): Promise<boolean> => {
  const page = await browser.newPage();
  const isShown = await page.evaluate<boolean>(DRAWN);
  await page.close();
  return isShown;
};
