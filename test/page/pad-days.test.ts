import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { padWalk } from '../support/pad-walk.ts';
import type { PadWalk } from '../support/pad-walk.ts';
import { cutPower, pressOnce, sendAll, startHallDays } from '../support/pad/hall-days.ts';
import type { HallDays } from '../support/pad/hall-days.ts';
import { comeOnline, waitingOn } from '../support/pad/person.ts';
import { filesWith } from '../support/pad/search-profile.ts';
import { isEveryLook } from '../support/page-looks.ts';

let loop: Loop;
let walk: PadWalk;

beforeAll(async () => {
  loop = await startLoop();
  walk = await padWalk(loop);
  await walk.allowText();
});
afterAll(() => loop.stop());

const seeds = Array.from({ length: isEveryLook ? 20 : 2 }, (_, n) => n + 1);
const ratings = 30;
const betweenMs = (10 * 24 * 3_600_000) / ratings;
/** Of a step, that the power is cut behind it. */
const cutRate = isEveryLook ? 0.08 : 0.04;
/** Of a call, that the power is cut while it is on its way. */
const sendingCutRate = 0.3;

interface Sent {
  readonly sequence: number;
  readonly level: string;
  readonly text?: string;
  readonly token?: string;
  readonly ratedAt: string;
}

interface Answered {
  readonly stored: readonly { readonly sequence: number }[];
  readonly refused: readonly unknown[];
}

/** What the service took, in the order in which it did: a repeat is no rating. */
const takenBy = ({ network }: HallDays) => {
  const taken = new Map<number, Sent>();
  const order: number[] = [];
  for (const { path, status, sent, said } of network.exchanges) {
    if (!path.endsWith('/me/ratings') || status !== 200) continue;
    const { ratings: batch } = JSON.parse(sent) as { ratings: Sent[] };
    const answer = JSON.parse(said) as Answered;
    expect(answer.refused).toEqual([]);
    for (const { sequence } of answer.stored) expect(taken.has(sequence)).toBe(false);
    for (const rating of batch) {
      if (!taken.has(rating.sequence)) order.push(rating.sequence);
      expect(taken.get(rating.sequence) ?? rating).toEqual(rating);
      taken.set(rating.sequence, rating);
    }
  }
  return { taken, order };
};

interface Press {
  readonly padId: string;
  readonly sequence: number;
  readonly pressedAt: string;
  readonly doubts: readonly unknown[];
}

/** The service lists the presses of all pads, some at a time. */
const readPresses = async (): Promise<readonly Press[]> => {
  const staff = await loop.staff('halladmin-yuecheng');
  const presses: Press[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body }: { body: { presses: Press[]; cursor: string | null } } = await staff.get(
      `/v1/oversight/presses?limit=20${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    presses.push(...body.presses);
    ({ cursor } = body);
  }
  return presses;
};

/** The numbers of the presses that the service holds, with their moments. */
const heldAt = async (padId: string): Promise<ReadonlyMap<number, number>> => {
  const own = (await readPresses()).filter((press) => press.padId === padId);
  expect(own.flatMap(({ doubts }) => doubts)).toEqual([]);
  return new Map(own.map(({ sequence, pressedAt }) => [sequence, Date.parse(pressedAt)]));
};

const expectEachOnce = async (days: HallDays, window: string): Promise<void> => {
  const { taken, order } = takenBy(days);
  const last = days.thanked.size + days.unseen;
  expect(order.length).toBeGreaterThanOrEqual(days.thanked.size);
  expect(order.length).toBeLessThanOrEqual(last);
  expect(order).toEqual(Array.from(order, (_, n) => n + 1));
  for (const [sequence, { level, text, token }] of days.thanked)
    expect(taken.get(sequence)).toMatchObject({
      level,
      ...(text !== '' && { text }),
      ...(token !== undefined && { token }),
    });

  const pad = await walk.padAt(window);
  expect(pad).toMatchObject({ highest: order.length, missing: [], waiting: 0, faults: 0 });
  const held = await heldAt(pad.padId);
  const withoutLink = [...taken.values()].filter(({ token }) => token === undefined);
  expect([...held.keys()].toSorted((one, other) => one - other)).toEqual(
    withoutLink.map(({ sequence }) => sequence).toSorted((one, other) => one - other),
  );
  for (const [sequence, pressedAt] of held) {
    const at = days.thanked.get(sequence)?.at ?? pressedAt;
    expect(Math.abs(pressedAt - at)).toBeLessThan(120_000);
  }
};

/**
 * The disk of the device while ratings wait on it. A browser keeps the keys that no script can
 * export in its database, as they are: nothing else on the disk has the key.
 */
const expectSealed = async ({ device, network, thanked }: HallDays): Promise<void> => {
  const enrolled = network.exchanges.find(({ path }) => path === '/v1/pads/enrol');
  const { key, padId } = JSON.parse(enrolled?.said ?? '') as { key: string; padId: string };
  const { code } = JSON.parse(enrolled?.sent ?? '') as { code: string };
  const said = [...thanked.values()].flatMap(({ text, token = '' }) => [text, token]);
  const secret = said.filter((text) => text !== '');
  expect(secret.length).toBeGreaterThan(3);
  expect(await filesWith(device.profile, [...secret, code])).toEqual([]);
  const kept = await filesWith(device.profile, [padId]);
  expect(kept.length).toBeGreaterThan(0);
  for (const file of [...kept, ...(await filesWith(device.profile, [key]))])
    expect(file).toMatch(/IndexedDB/);
};

const pressAll = async (days: HallDays, links: string[]): Promise<void> => {
  const startedAt = loop.clock.now();
  while (days.thanked.size < ratings) {
    days.aheadMs += betweenMs;
    const token = days.chance.of(0.15) ? links.pop() : undefined;
    const at = startedAt + days.aheadMs;
    await pressOnce(days, { at, cutRate, ...(token !== undefined && { token }) });
  }
  loop.clock.set(startedAt + days.aheadMs);
};

/** The network is back for good, and the pad says how it is when it starts. */
const expectNothingWaits = async (days: HallDays, window: string): Promise<void> => {
  const waiting = async () => {
    await comeOnline(days.page);
    return waitingOn(days.page);
  };
  await expect.poll(waiting, { timeout: 30_000, interval: 250 }).toBe(0);
  await days.page.reload();
  const said = async () => (await walk.padAt(window)).waiting;
  await expect.poll(said, { timeout: 15_000 }).toBe(0);
};

describe('ten days without a network', () => {
  it.each(seeds)(
    'each rating arrives once and in order, with the power cuts of seed %i',
    { timeout: 180_000 },
    async (seed) => {
      const window = `B${String(seed).padStart(2, '0')}`;
      const links = await Promise.all(
        Array.from({ length: 4 }, async () => walk.calls.tokenFor(await walk.calls.acceptedCase())),
      );
      const days = await startHallDays(loop, { seed, walk, window });
      await pressAll(days, links);
      await days.device.kill();
      await expectSealed(days);
      await cutPower(days);
      await sendAll(days, sendingCutRate);
      await expectNothingWaits(days, window);
      await expectEachOnce(days, window);
      expect(days.thanked.size).toBe(ratings);
    },
  );
});
