import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import { axeFaults } from '../support/browser.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { padWalk } from '../support/pad-walk.ts';
import type { PadWalk } from '../support/pad-walk.ts';
import { newDevice } from '../support/pad/device.ts';
import type { Device } from '../support/pad/device.ts';
import { openHallNetwork } from '../support/pad/hall-network.ts';
import type { HallNetwork } from '../support/pad/hall-network.ts';
import { chooseOn, mainButton, rateOn, scan, thanksOn, touch } from '../support/pad/person.ts';
import { tracesOn } from '../support/pad/traces.ts';

let loop: Loop;
let walk: PadWalk;

beforeAll(async () => {
  loop = await startLoop();
  walk = await padWalk(loop);
  await walk.allowText();
  network = await openHallNetwork(loop.system.url);
});
afterAll(async () => {
  await network.stop();
  await loop.stop();
});

const window = 'C01';
let link: string;
let network: HallNetwork;
const patience = { timeout: 15_000 };

const startDevice = (): Device => {
  const device = newDevice();
  onTestFinished(() => device.kill());
  return device;
};

const address = (): string => `${network.origin}/pad/`;

/**
 * Switches the device on with this much space. The browser asks rarely how much is left, and when it
 * is new: it is a new one each time.
 */
const startWithSpace = async (
  device: Device,
  bytes: number,
): Promise<[Page, () => Promise<void>]> => {
  await device.kill();
  const page = await device.start();
  const devtools = await page.context().newCDPSession(page);
  const { origin } = network;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
  await page.goto(address());
  const lift = async () => {
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  };
  return [page, lift];
};

/** So much that the answer of one rating is a large part of what is left. */
const longText = '窗口没有人'.repeat(100);

/** Rates until the device takes no more; returns the codes of the thanks and what came last. */
const rateUntilBroken = async (page: Page): Promise<readonly string[]> => {
  const codes: string[] = [];
  for (;;) {
    await scan(page, link);
    await chooseOn(page, 'dissatisfied');
    await page.locator('#text').fill(longText);
    await touch(mainButton(page));
    await page.locator('main.thanks, main.broken').waitFor();
    if (await page.locator('main.broken').isVisible()) return codes;
    codes.push((await thanksOn(page).textContent()) ?? '');
    if (codes.length > 60) throw new Error('the space never ends');
    await touch(mainButton(page));
  }
};

const usageOn = (page: Page): Promise<number> =>
  page.evaluate<number>('navigator.storage.estimate().then(({ usage }) => usage)');

describe('a device without space', () => {
  it('is not enrolled: the code stays unspent', async () => {
    const device = startDevice();
    const [page] = await startWithSpace(device, 1);
    await page.locator('.checks .failed').waitFor();
    await page.getByLabel('登记码').fill(await walk.register('C02'));
    await page.getByLabel('登记码').press('Enter');
    expect(await page.locator('#phase').textContent()).toContain('不能登记');
    expect(await walk.padAt('C02')).toMatchObject({ state: 'waiting' });
  });

  it('thanks nobody, says so to the person and the hall, and writes nothing of it', async () => {
    const device = startDevice();
    const first = await device.start();
    await first.goto(address());
    await walk.enrol(first, await walk.register(window));
    await first.locator('.place strong').waitFor();

    const [page, lift] = await startWithSpace(device, (await usageOn(first)) + 20_000);
    await page.locator('main.invite').waitFor();
    link = await walk.calls.tokenFor(await walk.calls.acceptedCase());
    network.setWay((path) => (path.endsWith('/ratings') ? 'busy' : 'ok'));
    const codes = await rateUntilBroken(page);
    const last = codes.length;
    expect(last).toBeGreaterThan(0);
    expect(await page.locator('main .qr').count()).toBe(1);
    expect(await thanksOn(page).count()).toBe(0);
    for (const language of ['English', '中文']) {
      await touch(page.getByRole('button', { name: language }));
      expect(await axeFaults(page)).toEqual([]);
    }
    const { ratings } = (await tracesOn(page)).traces.stored;
    expect(ratings).toHaveLength(last);
    // Told at once: a count that cannot be stored ends with the page.
    const said = () => walk.padAt(window);
    await expect
      .poll(said, patience)
      .toMatchObject({ storage: 'broken', faults: 1, waiting: last });

    await page.reload();
    // It tries its disk when it starts, before anybody chooses in vain.
    await page.locator('main.broken').waitFor();
    await lift();
    network.setWay(() => 'ok');
    await page.reload();
    await page.locator('main.invite').waitFor();
    await expect.poll(said, patience).toMatchObject({ storage: 'ok', highest: last, missing: [] });
    await scan(page, await walk.calls.tokenFor(await walk.calls.acceptedCase()));
    expect(await rateOn(page, 'satisfied')).toMatch(new RegExp(`^\\d+-${last + 1}-`));
    await expect.poll(said, patience).toMatchObject({ highest: last + 1, missing: [] });
  });
});
