/** What the pad's queue promises, in whichever database it is: one of a test, one of a browser. */
import { expect, it } from 'vitest';

interface Portion {
  readonly ratings: readonly { readonly sequence: number }[];
  readonly last: number | null;
}

/** All of it can be sent between a test and a page. */
export interface QueueUnderTest {
  readonly press: (rating: ReturnType<typeof pressedRating>) => Promise<number>;
  readonly oldest: (after: number, most: number) => Promise<Portion>;
  readonly remove: (sequences: readonly number[]) => Promise<void>;
  readonly state: () => Promise<{ readonly waiting: number; readonly oldestAt: number | null }>;
  readonly continueBehind: (highest: number) => Promise<void>;
  /** The same database, opened by another page. */
  readonly reopen: () => Promise<QueueUnderTest>;
}

const firstPress = Date.parse('2026-11-20T01:00:00.000Z');

export const pressedRating = (n: number) => ({
  token: 'a'.repeat(42),
  level: 'dissatisfied' as const,
  tags: ['201', '203'],
  text: `等候时间过长 ${n} 😐`,
  contactConsent: true,
  ratedAt: new Date(firstPress + n * 1000).toISOString(),
});

const pressAll = async (queue: QueueUnderTest, count: number): Promise<readonly number[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => queue.press(pressedRating(n + 1))));

const sequencesIn = async (queue: QueueUnderTest): Promise<readonly number[]> =>
  (await queue.oldest(0, 1000)).ratings.map(({ sequence }) => sequence);

/** `open` opens a database in which nothing is but the keys of a pad. */
export const queueContract = (open: () => Promise<QueueUnderTest>): void => {
  it('counts from 1, also for ratings that are pressed at once', async () => {
    const queue = await open();
    expect(await queue.state()).toEqual({ waiting: 0, oldestAt: null });
    expect(await pressAll(queue, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(await queue.state()).toEqual({ waiting: 5, oldestAt: firstPress + 1000 });
  });

  it('returns what was pressed, the oldest first, and goes on behind a number', async () => {
    const queue = await open();
    await pressAll(queue, 5);
    const { ratings, last } = await queue.oldest(0, 2);
    expect(last).toBe(2);
    expect(ratings).toEqual([1, 2].map((n) => ({ ...pressedRating(n), sequence: n })));
    expect((await queue.oldest(2, 50)).ratings.map(({ sequence }) => sequence)).toEqual([3, 4, 5]);
    expect(await queue.oldest(5, 50)).toEqual({ ratings: [], last: null });
  });

  it('deletes what is named and nothing else; no number is given twice', async () => {
    const queue = await open();
    await pressAll(queue, 5);
    await queue.remove([1, 3, 5, 99]);
    expect(await sequencesIn(queue)).toEqual([2, 4]);
    expect(await queue.press(pressedRating(6))).toBe(6);
    await queue.remove([2, 4, 6]);
    expect(await queue.press(pressedRating(7))).toBe(7);
  });

  it('keeps all of it for the page that is opened next', async () => {
    const queue = await open();
    await pressAll(queue, 3);
    const next = await queue.reopen();
    expect((await next.oldest(0, 50)).ratings).toEqual(
      [1, 2, 3].map((n) => ({ ...pressedRating(n), sequence: n })),
    );
    expect(await next.press(pressedRating(4))).toBe(4);
  });

  it('goes on behind what the server has, and never back', async () => {
    const queue = await open();
    await queue.press(pressedRating(1));
    await queue.continueBehind(0);
    expect(await queue.press(pressedRating(2))).toBe(2);
    await queue.continueBehind(46);
    expect(await queue.press(pressedRating(3))).toBe(47);
    await queue.continueBehind(20);
    expect(await queue.press(pressedRating(4))).toBe(48);
  });

  it('does not give a number that another page gave meanwhile', async () => {
    const queue = await open();
    const other = await queue.reopen();
    const pressed = await Promise.allSettled([
      queue.press(pressedRating(1)),
      other.press(pressedRating(2)),
    ]);
    const given = pressed.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(new Set(given).size).toBe(given.length);
    expect(await sequencesIn(queue)).toEqual(given.toSorted((a, b) => a - b));
  });
};
