/** A pad in a hall without a network, on a device from which the power may be cut at any moment. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

import type { Loop } from '../loop.ts';
import type { PadWalk } from '../pad-walk.ts';
import { newDevice } from './device.ts';
import type { Device } from './device.ts';
import { openHallNetwork } from './hall-network.ts';
import type { HallNetwork, Way } from './hall-network.ts';
import {
  chooseOn,
  comeOnline,
  levels,
  mainButton,
  scan,
  thanksOn,
  touch,
  waitForWorker,
  waitingOn,
} from './person.ts';
import type { Level } from './person.ts';
import { seededChance } from './seeded.ts';
import type { Chance } from './seeded.ts';

/** What somebody was thanked for. */
interface Thanked {
  readonly level: Level;
  readonly text: string;
  readonly token: string | undefined;
  /** By the clock of the service. */
  readonly at: number;
}

export interface HallDays {
  readonly device: Device;
  readonly network: HallNetwork;
  readonly chance: Chance;
  page: Page;
  /** How far the days of the story are ahead of this machine's. */
  aheadMs: number;
  /** By the number that the code of the thanks states. */
  readonly thanked: Map<number, Thanked>;
  /** Sent by somebody who saw no thanks, because the power was cut. */
  unseen: number;
}

const setClock = (aheadMs: number): string =>
  `globalThis.realNow ??= Date.now; Date.now = () => realNow() + ${aheadMs}; undefined`;

const openPage = async (days: HallDays): Promise<void> => {
  days.page = await days.device.start();
  await days.page.addInitScript(setClock(days.aheadMs));
  await days.page.goto(`${days.network.origin}/pad/`);
};

/** Enrols a pad at the window, and then takes its network away. */
export const startHallDays = async (
  loop: Loop,
  {
    seed,
    walk,
    window,
  }: { readonly seed: number; readonly walk: PadWalk; readonly window: string },
): Promise<HallDays> => {
  const [device, network] = [newDevice(), await openHallNetwork(loop.system.url)];
  onTestFinished(async () => {
    await device.kill();
    await network.stop();
  });
  const page = await device.start();
  const days: HallDays = {
    device,
    network,
    page,
    chance: seededChance(seed),
    aheadMs: 0,
    thanked: new Map(),
    unseen: 0,
  };
  await page.addInitScript(setClock(0));
  await page.goto(`${network.origin}/pad/`);
  await waitForWorker(page);
  await walk.enrol(page, await walk.register(window));
  // What it shows of itself is kept from now on.
  await page.locator('.place strong').waitFor();
  await page.locator('main.invite').waitFor();
  network.setWay(() => 'none');
  await comeOnline(page);
  await page.locator('.level').first().waitFor();
  return days;
};

/** The power is cut and comes back: what was thanked for is there. */
export const cutPower = async (days: HallDays): Promise<void> => {
  await days.device.kill();
  await openPage(days);
  await days.page.locator('.level, main.invite h1').first().waitFor();
};

interface Person {
  readonly level: Level;
  readonly text: string;
  readonly token: string | undefined;
}

/** What somebody does one after the other; the power may be cut behind each. */
const stepsOf = (days: HallDays, { level, text, token }: Person, at: number) => [
  async () => {
    if (token !== undefined) await scan(days.page, token);
  },
  () => chooseOn(days.page, level),
  async () => {
    if (text === '') return;
    const more = days.page.locator('main.contact .acts .plain').nth(1);
    if (await more.isVisible()) await touch(more);
    await days.page.locator('#text').fill(text);
  },
  async () => {
    await touch(mainButton(days.page));
    days.unseen += 1;
  },
  async () => {
    const code = (await thanksOn(days.page).textContent()) ?? '';
    days.unseen -= 1;
    days.thanked.set(Number(code.split('-')[1]), { level, text, token, at });
  },
  () => touch(mainButton(days.page)),
];

/** Somebody rates, unless the power is cut before. */
export const pressOnce = async (
  days: HallDays,
  {
    at,
    token,
    cutRate,
  }: { readonly at: number; readonly token?: string; readonly cutRate: number },
): Promise<void> => {
  const { chance } = days;
  await days.page.evaluate(setClock(days.aheadMs));
  await days.page.locator('.level').first().waitFor();
  const text = chance.of(0.3) ? `第${days.thanked.size + 1}人等候过久` : '';
  for (const step of stepsOf(days, { level: chance.pick(levels), text, token }, at)) {
    await step();
    if (!chance.of(cutRate)) continue;
    await cutPower(days);
    const waiting = await waitingOn(days.page);
    expect(waiting).toBeGreaterThanOrEqual(days.thanked.size);
    expect(waiting).toBeLessThanOrEqual(days.thanked.size + days.unseen);
    return;
  }
};

const badWays: readonly Way[] = ['busy', 'half', 'lost', 'none'];

/** The network comes and goes while the pad sends, and then stays. */
export const sendAll = async (days: HallDays, cutRate: number): Promise<void> => {
  const { network, chance } = days;
  let asked = 0;
  for (let turn = 0; turn < 6; turn += 1) {
    const [way, others] = [chance.pick(badWays), chance.of(0.3) ? 'none' : 'ok'] as const;
    const before = asked;
    network.setWay((path) => {
      if (!path.endsWith('/ratings')) return others;
      asked += 1;
      return way;
    });
    await comeOnline(days.page);
    await expect.poll(() => asked, { timeout: 15_000 }).toBeGreaterThan(before);
    if (chance.of(cutRate)) await cutPower(days);
  }
  network.setWay(() => 'ok');
  await comeOnline(days.page);
};
