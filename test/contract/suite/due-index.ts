import { describe, expect, it } from 'vitest';

import { civilDate, civilDateOf } from '../../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../../shared/domain/time/instant.ts';
import type { DueEntry, DueIndex, DuePage } from '../../../shared/port/escalation/due-index.ts';
import { at } from '../../fake/clock.ts';
import { sampleDelivery, sent, storedNotice } from './notice-sample.ts';
import { later, sampleRating, ticketOf } from './sample.ts';
import type { GivenStores } from './sample.ts';

const day = (text: string): CivilDate => {
  const date = civilDate(text);
  if (date === undefined) throw new Error(`not a day: ${text}`);
  return date;
};

const allOf = async (
  due: DueIndex,
  date: CivilDate,
  until: Instant,
): Promise<readonly DueEntry[]> => {
  const entries: DueEntry[] = [];
  let page: DuePage | undefined;
  do {
    page = await due.dueOn(date, until, { limit: 2, after: page?.next });
    entries.push(...page.entries);
  } while (page.next !== undefined);
  return entries;
};

/** Days on which no other entry of these suites is due. */
const monday = '2026-06-15T09:00:00+08:00';
const saturday = '2026-06-20T21:00:00+08:00';

export const dueIndexContract = (given: GivenStores): void => {
  describe('a due index', () => {
    it('holds a ticket at its next moment, and nothing later than asked for', async () => {
      const { ratings, due } = given();
      const rating = sampleRating({ receivedAt: at(monday) });
      const opening = ticketOf(rating);
      await ratings.record(rating, opening);
      const { id, nextAt } = opening.ticket;
      if (nextAt === undefined) throw new Error('a ticket with known clocks has a next moment');
      const date = civilDateOf(nextAt);
      const entry = { of: 'ticket', id, at: nextAt };
      expect(await allOf(due, date, nextAt)).toContainEqual(entry);
      expect(await allOf(due, date, later(nextAt, -1))).not.toContainEqual(entry);
      expect(await allOf(due, day('2026-05-01'), nextAt)).toEqual([]);
    });

    it('holds a notice until it is sent, then the deliveries that wait, page by page', async () => {
      const { notices, due } = given();
      const waiting = [];
      for (let count = 0; count < 5; count += 1) {
        waiting.push(await storedNotice(given, { receivedAt: saturday }));
      }
      const [first] = waiting;
      const date = day('2026-06-22');
      const opens = at('2026-06-22T08:30:00+08:00');
      expect(waiting.map(({ sendAt }) => sendAt)).toEqual(waiting.map(() => opens));
      const ofNotices = async (until = opens) =>
        (await allOf(due, date, until)).filter((entry) => entry.of === 'notice');
      const ids = waiting.map(({ id }) => id);
      expect((await ofNotices()).map(({ id }) => id)).toEqual(ids.toSorted());
      expect(await ofNotices(later(opens, -1))).toEqual([]);
      const delivery = sampleDelivery(first!, { nextAt: later(opens, 60_000) });
      await notices.save(sent(first!), [delivery]);
      expect((await ofNotices()).map(({ id }) => id)).toEqual(ids.slice(1).toSorted());
      const again = { of: 'notice', id: first!.id, at: delivery.nextAt };
      expect(await ofNotices(later(opens, 60_000))).toContainEqual(again);
      const { nextAt: _done, ...delivered } = delivery;
      await notices.saveDelivery({ ...delivered, state: 'delivered', version: 2 });
      expect(await ofNotices(later(opens, 60_000))).not.toContainEqual(again);
    });

    it('remembers how far it is finished, and never goes back', async () => {
      const { due } = given();
      expect(await due.firstUnfinishedDay()).toBeUndefined();
      for (const date of ['2026-06-20', '2026-06-22', '2026-06-21', '2026-06-22']) {
        await due.advanceCursor(day(date));
      }
      expect(await due.firstUnfinishedDay()).toBe('2026-06-22');
    });
  });
};
