import { createHash } from 'node:crypto';

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import { axeFaults, openBrowser } from '../support/browser.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { padWalk } from '../support/pad-walk.ts';
import type { PadWalk } from '../support/pad-walk.ts';
import { lanHost, lanRule } from '../support/pad/every-screen.ts';
import { openHallNetwork } from '../support/pad/hall-network.ts';
import type { HallNetwork, Way } from '../support/pad/hall-network.ts';
import {
  comeOnline,
  mainButton,
  rateOn,
  scan,
  touch,
  waitForWorker,
  waitingOn,
} from '../support/pad/person.ts';
import { tracesOn } from '../support/pad/traces.ts';
import { reinstatePad } from '../support/registered-pad.ts';

let loop: Loop;
let browser: Browser;
let walk: PadWalk;
let windows = 0;

beforeAll(async () => {
  [loop, browser] = await Promise.all([startLoop(), openBrowser([lanRule])]);
  walk = await padWalk(loop);
});
afterAll(async () => {
  await browser.close();
  await loop.stop();
});

const patience = { timeout: 15_000 };

interface Standing {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly network: HallNetwork;
  readonly window: string;
}

const openPad = async (script?: string): Promise<Standing> => {
  const network = await openHallNetwork(loop.system.url);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  onTestFinished(async () => {
    await context.close();
    await network.stop();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  if (script !== undefined) await page.addInitScript(script);
  windows += 1;
  return { page, context, network, window: `E${String(windows).padStart(2, '0')}` };
};

const enrol = async ({ page, network, window }: Standing): Promise<void> => {
  await page.goto(`${network.origin}/pad/`);
  await waitForWorker(page);
  await walk.enrol(page, await walk.register(window));
  await page.locator('.place strong').waitFor();
};

const newLink = async (): Promise<string> => walk.calls.tokenFor(await walk.calls.acceptedCase());

/** Somebody rates by a scanned link and goes. */
const rateByLink = async (page: Page): Promise<void> => {
  await scan(page, await newLink());
  await rateOn(page, 'satisfied');
  await touch(mainButton(page));
};

const refuseRatings = (path: string): Way => (path.endsWith('/ratings') ? 'busy' : 'ok');

const integrityOf = (content: Buffer): string =>
  `sha256-${createHash('sha256').update(content).digest('base64')}`;

const mark = '<meta name="release" content="2" />';

const read = async (path: string): Promise<Buffer> =>
  Buffer.from(await (await fetch(loop.system.url + path)).bytes());

/** A release with another page, and the worker that belongs to it. */
const publish = async ({ network }: Standing): Promise<void> => {
  const [page, worker] = [await read('/pad/'), await read('/pad/sw.js')];
  const nextPage = Buffer.from(String(page).replace('</title>', `</title>${mark}`));
  const version = /[}"]([0-9a-f]{12})[`"]/.exec(String(worker))?.[1] ?? '';
  expect(version).not.toBe('');
  const nextWorker = Buffer.from(
    String(worker)
      .replace(integrityOf(page), integrityOf(nextPage))
      .replaceAll(version, version.split('').toReversed().join('')),
  );
  network.setRelease((path, said) => {
    if (path === '/pad/') return nextPage;
    return path === '/pad/sw.js' ? nextWorker : said;
  });
};

const hasWaiting = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(
    'navigator.serviceWorker.getRegistration().then((one) => one.waiting !== null)',
  );

describe('a new release', () => {
  it('waits until nothing is queued and nobody was here for five minutes', async () => {
    const pad = await openPad();
    const { page, network, window } = pad;
    await page.clock.install();
    await enrol(pad);
    network.setWay(refuseRatings);
    await rateByLink(page);
    await publish(pad);
    // It asks for a new version every half an hour.
    await page.clock.fastForward('30:00');
    await expect.poll(() => hasWaiting(page), patience).toBe(true);
    await page.clock.fastForward('06:00');
    await comeOnline(page);
    await expect.poll(() => waitingOn(page), patience).toBe(1);
    const isNew = () => page.locator('meta[name=release]').count();
    expect([await isNew(), await hasWaiting(page)]).toEqual([0, true]);

    network.setWay(() => 'ok');
    // Somebody is here now: nothing waits, and the five minutes begin again behind them.
    await scan(page, await newLink());
    await rateOn(page, 'satisfied');
    await comeOnline(page);
    await expect.poll(async () => (await walk.padAt(window)).highest, patience).toBe(2);
    await expect.poll(() => waitingOn(page), patience).toBe(0);
    expect(await hasWaiting(page)).toBe(true);
    await touch(mainButton(page));
    await page.clock.fastForward('04:00');
    await comeOnline(page);
    expect([await isNew(), await hasWaiting(page)]).toEqual([0, true]);
    await page.clock.fastForward('01:00');
    // The jump ends a call that was under way; the next one is answered.
    const askAgain = async () => {
      await comeOnline(page);
      return isNew();
    };
    await expect.poll(askAgain, { ...patience, interval: 500 }).toBe(1);
    expect(await hasWaiting(page)).toBe(false);
    await page.locator('main.invite').waitFor();
    await rateByLink(page);
    await expect.poll(async () => (await walk.padAt(window)).highest, patience).toBe(3);
  });
});

describe('a second page of a pad', () => {
  it('waits, sends nothing, and goes on when the first is closed', async () => {
    const pad = await openPad();
    await enrol(pad);
    const { page, context, network, window } = pad;
    network.setWay(refuseRatings);
    await rateByLink(page);
    const second = await context.newPage();
    await second.goto(`${network.origin}/pad/`);
    await second.locator('main.second').waitFor();
    await scan(second, await newLink());
    expect(await second.locator('main.second').count()).toBe(1);
    await rateByLink(page);
    await page.close();
    network.setWay(() => 'ok');
    await second.locator('main.invite').waitFor();
    const said = async () => walk.padAt(window);
    await expect.poll(said, patience).toMatchObject({ highest: 2, missing: [] });
    await expect.poll(() => waitingOn(second), patience).toBe(0);
  });
});

describe('a pad that was revoked', () => {
  it('stops, says so, keeps what waits, and sends it once it is put back', async () => {
    const pad = await openPad();
    await enrol(pad);
    const { page, network, window } = pad;
    network.setWay(refuseRatings);
    await rateByLink(page);
    const { padId } = await walk.padAt(window);
    const staff = await loop.staff('halladmin-yuecheng');
    expect(await staff.delete(`/v1/pads/${padId}`)).toMatchObject({ status: 200 });
    await comeOnline(page);
    const revoked = page.getByRole('heading', { name: '评价器已停用' });
    await revoked.waitFor();
    network.setWay(() => 'ok');
    const before = network.exchanges.filter(({ path }) => path.startsWith('/v1/')).length;
    await scan(page, await newLink());
    await comeOnline(page);
    await page.reload();
    await revoked.waitFor();
    expect((await tracesOn(page)).traces.stored.ratings).toHaveLength(1);
    expect(network.exchanges.filter(({ path }) => path.startsWith('/v1/'))).toHaveLength(before);
    await walk.enrol(page, await reinstatePad(loop, padId));
    await expect.poll(async () => (await walk.padAt(window)).highest, patience).toBe(1);
    expect(await walk.padAt(window)).toMatchObject({ padId, state: 'enrolled', missing: [] });
    await expect.poll(() => waitingOn(page), patience).toBe(0);
  });
});

const dayMs = 24 * 3_600_000;
const setClock = (aheadMs: number): string =>
  `globalThis.realNow ??= Date.now; Date.now = () => realNow() + ${aheadMs}; undefined`;

describe('a pad whose clock is wrong', () => {
  it.each([-dayMs, dayMs])('by %i ms is corrected, and rates at the right time', async (offMs) => {
    const pad = await openPad(setClock(loop.clock.now() - Date.now()));
    await enrol(pad);
    const { page, network, window } = pad;
    await page.evaluate(setClock(loop.clock.now() - Date.now() + offMs));
    await comeOnline(page);
    const refusals = () => network.exchanges.filter(({ status }) => status === 401);
    await expect.poll(() => refusals().length, patience).toBe(1);
    expect(refusals()[0]?.said).toContain('clock_skew');
    await page.locator('main.invite').waitFor();
    await rateByLink(page);
    await expect.poll(async () => (await walk.padAt(window)).highest, patience).toBe(1);
    expect(refusals()).toHaveLength(1);
    const sent = network.exchanges.find(({ path }) => path.endsWith('/ratings'))?.sent ?? '';
    const { clock, ratings } = JSON.parse(sent) as {
      clock: string;
      ratings: { ratedAt: string }[];
    };
    for (const stated of [clock, ratings[0]?.ratedAt ?? ''])
      expect(Math.abs(Date.parse(stated) - loop.clock.now())).toBeLessThan(60_000);
  });
});

describe('a pad without https', () => {
  it('says so in both languages, takes no code, and keeps nothing', async () => {
    const { page } = await openPad();
    const { port } = new URL(loop.system.url);
    await page.goto(`http://${lanHost}:${port}/pad/`);
    await page.locator('main.insecure').waitFor();
    expect(await page.locator('main').innerText()).toContain('https://');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('main').innerText()).toMatch(/https address/);
    expect(await page.locator('input').count()).toBe(0);
    expect(await page.evaluate('indexedDB.databases()')).toEqual([]);
  });
});
