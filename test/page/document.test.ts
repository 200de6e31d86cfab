import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { axeFaults, layoutFaults, openBrowser, openPage } from '../support/browser.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { looksOf } from '../support/page-looks.ts';
import { shownPages } from '../support/page-shots.table.ts';

let loop: Loop;
let browser: Browser;

beforeAll(async () => {
  [loop, browser] = await Promise.all([startLoop(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await loop.stop();
});

const addressOf = (path: string, query: Readonly<Record<string, string>>): string => {
  const url = new URL(path, loop.system.url);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
};

const languages = { zh: 'zh-CN', en: 'en' } as const;

const cases = shownPages.flatMap((shown, turn) =>
  looksOf(turn).map((look) => ({ ...shown, ...look })),
);

describe('a page can be read by everyone, and does only what its policy allows', () => {
  it.each(cases)('$name $lang $style $width px', async ({ path, status, lang, style, width }) => {
    const { page, faults, close } = await openPage(browser, { width, origin: loop.system.url });
    const answer = await page.goto(addressOf(path, { lang, style }));
    expect(answer?.status()).toBe(status);
    const shown = await page.evaluate<readonly string[]>(
      "[document.documentElement.lang, document.title, getComputedStyle(document.querySelector('main')).marginTop]",
    );
    expect(shown[0]).toBe(languages[lang]);
    expect(shown[1]).toMatch(lang === 'zh' ? /政务服务/ : /Service ratings/);
    expect(await layoutFaults(page)).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
    const unwanted = faults.filter((fault) => status === 200 || !fault.includes('404'));
    expect(unwanted).toEqual([]);
    await close();
  });

  it('without a script as well, and its links keep language and style', async () => {
    const view = { width: 360, hasScript: false, origin: loop.system.url };
    const { page, faults, close } = await openPage(browser, view);
    await page.goto(addressOf('/docs/problems', { lang: 'en' }));
    await page.getByRole('link', { name: 'Large text' }).click();
    await page.getByRole('link', { name: 'Figures' }).first().click();
    await page.getByRole('link', { name: '中文' }).click();
    expect(new URL(page.url()).pathname).toBe('/open/method');
    expect(new URL(page.url()).searchParams.toString()).toBe('lang=zh&style=elder');
    expect(faults).toEqual([]);
    await close();
  });
});

describe('what the pages consist of', () => {
  it('is compressed, kept for good, and of this service', async () => {
    const { page, close } = await openPage(browser, { width: 360, origin: loop.system.url });
    const parts: (readonly [string, Readonly<Record<string, string>>])[] = [];
    page.on('response', (response) => parts.push([response.url(), response.headers()]));
    await page.goto(addressOf('/open/method', {}));
    const headers = new Map(parts.map(([url, one]) => [new URL(url).pathname, one]));
    expect([...headers.keys()]).toEqual([
      '/open/method',
      expect.stringMatching(/^\/assets\/document\.[A-Z0-9]{8}\.css$/),
    ]);
    const [rendered, sheet] = [...headers.values()];
    expect(rendered).toMatchObject({
      'content-encoding': expect.stringMatching(/^(?:br|gzip)$/),
      'content-security-policy': expect.stringContaining("frame-ancestors 'self'"),
      vary: 'accept-language, accept-encoding',
    });
    expect(sheet).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    await close();
  });

  it('takes the focus visibly, and the skip link leads to the content', async () => {
    const { page, close } = await openPage(browser, { width: 1280, origin: loop.system.url });
    await page.goto(addressOf('/docs/problems', { lang: 'en' }));
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    expect(await skip.textContent()).toBe('Skip to the content');
    const ring = await page.evaluate('getComputedStyle(document.activeElement).outline');
    expect(ring).toContain('solid 2px');
    expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0);
    await close();
  });

  it('may be asked where to sign in and to upload, and the upload is let through', async () => {
    const config = (await (await fetch(`${loop.system.url}/config.json`)).json()) as Record<
      string,
      string
    >;
    expect(config).toMatchObject({
      publicUrl: loop.system.url,
      issuer: expect.stringContaining(loop.system.url),
      clientId: 'haochaping-web',
      audience: 'haochaping',
      token: 'access_token',
      evidenceOrigin: loop.system.engineUrl,
    });
    const bucket = loop.system.definition.buckets.find(({ name }) => !name.includes('log'));
    const upload = `${String(config['evidenceOrigin'])}/${String(bucket?.name)}/evidence/x`;
    const preflight = (origin: string) =>
      fetch(upload, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'PUT',
          'access-control-request-headers': 'content-type,if-none-match,x-amz-checksum-sha256',
        },
      });
    const own = await preflight(loop.system.url);
    expect(own.status).toBe(200);
    expect(own.headers.get('access-control-allow-origin')).toBe(loop.system.url);
    expect((await preflight('https://elsewhere.example')).status).toBe(403);
  });
});
