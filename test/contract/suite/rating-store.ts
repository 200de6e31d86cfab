import { describe, expect, it } from 'vitest';

import { chainedFrom } from '../../../shared/domain/ticket/step/chain.ts';
import { countsOf, sampleRating, ticketOf, times } from './sample.ts';
import type { GivenStores } from './sample.ts';

export const ratingStoreContract = (given: GivenStores): void => {
  describe('a rating store', () => {
    it('keeps a good rating, and finds it by its natural key alone', async () => {
      const { ratings, tickets } = given();
      const rating = sampleRating({ level: 'satisfied', tags: [] });
      expect(await ratings.record(rating, undefined)).toEqual({ ok: true });
      expect(await ratings.find(rating)).toEqual(rating);
      expect(await ratings.find({ ...rating, serviceNumber: 2 })).toBeUndefined();
      expect(await ratings.find({ ...rating, assessNumber: 2 })).toBeUndefined();
      expect(await tickets.find(`${rating.projectNo}-1`)).toBeUndefined();
    });

    it('keeps a bad one together with its ticket and first step', async () => {
      const { ratings, tickets } = given();
      const rating = sampleRating();
      const opened = ticketOf(rating);
      expect(await ratings.record(rating, opened)).toEqual({ ok: true });
      expect(await ratings.find(rating)).toEqual(rating);
      expect(await tickets.find(opened.ticket.id)).toEqual(
        chainedFrom(opened.ticket, opened.first),
      );
      expect(await tickets.steps(opened.ticket.id)).toEqual([opened.first]);
    });

    it.each([
      ['good after good', 'satisfied', 'satisfied'],
      ['good after bad', 'dissatisfied', 'satisfied'],
      ['bad after good', 'satisfied', 'dissatisfied'],
      ['bad after bad', 'dissatisfied', 'very_dissatisfied'],
    ] as const)('never writes a second one: %s', async (_name, first, second) => {
      const { ratings, tickets } = given();
      const rating = sampleRating({ level: first });
      const other = { ...rating, level: second, fingerprint: 'f2' };
      const ticketFor = (one: typeof rating) =>
        one.level === 'satisfied' ? undefined : ticketOf(one);
      await ratings.record(rating, ticketFor(rating));
      expect(await ratings.record(other, ticketFor(other))).toEqual({
        ok: false,
        existing: rating,
      });
      expect(await ratings.find(rating)).toEqual(rating);
      const ticket = await tickets.find(`${rating.projectNo}-1`);
      expect(ticket?.level).toBe(first === 'satisfied' ? undefined : first);
    });

    it('keeps a rating by default beside the resident’s own, whichever comes first', async () => {
      const { ratings } = given();
      for (const order of [
        ['default', 'active'],
        ['active', 'default'],
      ] as const) {
        const rating = sampleRating({ level: 'satisfied', tags: [] });
        for (const origin of order) {
          const one = { ...rating, origin, fingerprint: origin };
          expect(await ratings.record(one, undefined)).toEqual({ ok: true });
          const again = { ...one, fingerprint: 'f2' };
          expect(await ratings.record(again, undefined)).toEqual({ ok: false, existing: one });
        }
        expect(await ratings.find(rating)).toMatchObject({ origin: 'active' });
      }
      const alone = sampleRating({ origin: 'default', level: 'satisfied', tags: [] });
      await ratings.record(alone, undefined);
      expect(await ratings.find(alone)).toBeUndefined();
    });

    it('lets exactly one of many writers for one contact through', async () => {
      const { ratings, tickets } = given();
      const rating = sampleRating();
      const writers = times(20, (index) => async () => {
        const mine = { ...rating, fingerprint: `f${index}` };
        return (await ratings.record(mine, ticketOf(mine))).ok ? 'stored' : 'refused';
      });
      expect(await countsOf(writers)).toEqual({ stored: 1, refused: 19 });
      expect(await tickets.steps(`${rating.projectNo}-1`)).toHaveLength(1);
    });

    it('lets one of a good and a bad rating at once through, whole', async () => {
      const { ratings, tickets } = given();
      const bad = sampleRating();
      const good = { ...bad, level: 'satisfied' as const, fingerprint: 'f2' };
      const [first, second] = await Promise.all([
        ratings.record(bad, ticketOf(bad)),
        ratings.record(good, undefined),
      ]);
      expect(first.ok).not.toBe(second.ok);
      const ticket = await tickets.find(`${bad.projectNo}-1`);
      expect(ticket !== undefined).toBe(first.ok);
      expect(await ratings.find(bad)).toEqual(first.ok ? bad : good);
    });
  });
};
