import { describe, expect, it } from 'vitest';

import type { DraftEdition } from '../../../shared/domain/period/edition.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import { Month } from '../../../shared/domain/time/month.ts';
import { sha256 } from '../../../shared/rules.ts';
import { exampleEvent } from '../../domain/ticket/event-example.ts';
import { at } from '../../fake/clock.ts';
import { countsOf, friday, sampleRating, ticketOf, times } from './sample.ts';
import type { GivenStores } from './sample.ts';

/** Separate months, so that the tests on one table do not interfere. */
const draft = (period: string, text: string, more: Partial<DraftEdition> = {}): DraftEdition => ({
  period: Month.parse(period),
  number: 1,
  state: 'draft',
  digest: sha256(text),
  builtBy: 'u-builder',
  builtAt: friday,
  version: 1,
  ...more,
});

/** Bytes that a store might change: accents, line ends, spaces, the final character. */
const awkward = '{"a":"绍兴 \\u0000","b":"\r\n\té 😀"} ';

export const periodStoreContract = (given: GivenStores): void => {
  describe('a period store', () => {
    it('knows no month that nobody built', async () => {
      const { periods } = given();
      expect(await periods.find(Month.parse('2019-01'))).toBeUndefined();
      expect(await periods.find(Month.parse('2019-01'), 1)).toBeUndefined();
    });

    it('gives a document back to the byte, however large', async () => {
      const { periods } = given();
      const large = JSON.stringify(times(9000, (n) => ({ deptCode: `D${n}`, cases: n * 7919 })));
      expect(Buffer.byteLength(large)).toBeGreaterThan(300_000);
      for (const [month, text] of [
        ['2019-02', awkward],
        ['2019-03', large],
      ] as const) {
        const edition = draft(month, text);
        expect(await periods.save(edition, text)).toBe('saved');
        expect(await periods.find(edition.period)).toEqual({ edition, text });
        expect(await periods.find(edition.period, 1)).toEqual({ edition, text });
        expect(await periods.find(edition.period, 2)).toBeUndefined();
      }
    });

    it('takes an edition only in the place of the one before it, text and all', async () => {
      const { periods } = given();
      const writers = times(5, (n) => () => periods.save(draft('2019-04', `t${n}`), `t${n}`));
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 4 });
      const kept = (await periods.find(Month.parse('2019-04')))!;
      expect(sha256(kept.text)).toBe(kept.edition.digest);
      const other = draft('2019-04', 'other', { version: 3 });
      expect(await periods.save(other, 'other')).toBe('conflict');
      expect(await periods.find(Month.parse('2019-04'))).toEqual(kept);
    });

    it('keeps the text of an edition that only changes its state', async () => {
      const { periods } = given();
      const edition = draft('2019-05', 'text');
      await periods.save(edition, 'text');
      const sent = {
        ...edition,
        state: 'submitted',
        submittedBy: 'u-second',
        submittedAt: friday,
        attempts: 0,
        version: 2,
      } as const;
      expect(await periods.save(sent)).toBe('saved');
      expect(await periods.save(sent)).toBe('conflict');
      expect(await periods.find(edition.period)).toEqual({ edition: sent, text: 'text' });
    });

    it('finds the newest edition, and lists all in their order', async () => {
      const { periods } = given();
      const numbers = [1, 2, 10];
      for (const number of numbers) {
        const text = `edition ${number}`;
        await periods.save(draft('2019-06', text, { number }), text);
      }
      expect((await periods.find(Month.parse('2019-06')))?.text).toBe('edition 10');
      expect((await periods.find(Month.parse('2019-06'), 2))?.text).toBe('edition 2');
      const all = await periods.editions();
      const own = all.filter(({ period }) => period === '2019-06');
      expect(own.map(({ number }) => number)).toEqual(numbers);
      const months = all.map(({ period }) => period);
      expect(months).toEqual(months.toSorted());
    });
  });

  describe('a step book', () => {
    it('has the steps of a day in Shanghai, of all tickets, and no others', async () => {
      const { ratings, tickets, stepLedger } = given();
      const day = civilDate('2019-07-02')!;
      const moments = ['2019-07-02T07:59:00+08:00', '2019-07-02T08:01:00+08:00'].map(at);
      const opened = await Promise.all(
        moments.map(async (receivedAt) => {
          const rating = sampleRating({ receivedAt });
          await ratings.record(rating, ticketOf(rating));
          return ticketOf(rating).ticket;
        }),
      );
      const [first] = opened;
      const nextDay = at('2019-07-03T00:00:00+08:00');
      const ticketId = first!.id;
      const steps = [
        exampleEvent('urged', { ticketId, at: nextDay }),
        exampleEvent('urged', { ticketId, at: moments[1]! }),
      ];
      const stored = (await tickets.find(first!.id))!;
      await tickets.save({ ...stored, version: 2 }, steps, []);
      const taken = await stepLedger.takenOn(day);
      const names = taken.map(({ ticketId, number }) => `${ticketId} ${number}`);
      const expected = [...opened.map(({ id }) => `${id} 1`), `${first!.id} 3`];
      expect(names.toSorted()).toEqual(expected.toSorted());
      expect(
        (await stepLedger.takenOn(civilDate('2019-07-03')!)).map(({ number }) => number),
      ).toEqual([2]);
    });
  });
};
