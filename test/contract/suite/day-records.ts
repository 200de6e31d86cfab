import { describe, expect, it } from 'vitest';

import { contestIdOf } from '../../../shared/domain/rating/contest/contest.ts';
import type { Invited } from '../../../shared/domain/rating/invited.ts';
import { addMs, atCivil, civilDateOf } from '../../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../../shared/domain/time/instant.ts';
import { creditCode, nextProjectNo } from '../../support/case-facts.ts';
import { ruledAt, sampleContest } from './contest-store.ts';
import { friday, later, sampleCase, sampleRating, ticketOf, times } from './sample.ts';
import type { GivenStores } from './sample.ts';

const all = async <T>(list: AsyncIterable<T>): Promise<readonly T[]> => {
  const items: T[] = [];
  for await (const item of list) items.push(item);
  return items;
};

const dayMs = 24 * 60 * 60 * 1000;
const [thisDay, nextDay] = [civilDateOf(friday), civilDateOf(later(friday, dayMs))];

const invited = (more: Partial<Invited> = {}): Invited => ({
  projectNo: nextProjectNo(),
  serviceNumber: 1,
  channel: 'qr',
  at: friday,
  accessKey: 'AK1',
  creditCode,
  area: '330651',
  matterCode: 'M1',
  ...more,
});

const finished = (ms: number) => ({
  timeline: [{ eventId: 'e9', type: 'finished', at: later(friday, ms), accessKey: 'AK1' } as const],
  area: '330651001',
});

export const dayRecordsContract = (given: GivenStores): void => {
  describe('the records of a day', () => {
    it('are the cases finished on it in an area, towns included', async () => {
      const { cases, records } = given();
      const [one, other] = [sampleCase(finished(0)), sampleCase(finished(dayMs))];
      for (const known of [one, other, sampleCase({ area: '330651' })]) await cases.save(known);
      const own = new Set([one.projectNo, other.projectNo]);
      const numbers = async (area: string, day = thisDay) =>
        (await all(records.finished(area, day)))
          .map(({ projectNo }) => projectNo)
          .filter((projectNo) => own.has(projectNo));
      expect(await numbers('330651')).toEqual([one.projectNo]);
      expect(await numbers('330651', nextDay)).toEqual([other.projectNo]);
      expect(await numbers('330652')).toEqual([]);
    });

    it('are the first invitations of contacts, each once', async () => {
      const { invitations, records } = given();
      const first = invited();
      await invitations.note(first);
      await invitations.note({ ...first, channel: 'sms', at: later(friday, dayMs) });
      await invitations.note({ ...first, serviceNumber: 2 });
      const found = await all(records.invited('330651', thisDay));
      expect(found.filter(({ projectNo }) => projectNo === first.projectNo)).toEqual([
        first,
        { ...first, serviceNumber: 2 },
      ]);
      const second = (await all(records.invited('330651', nextDay))).map(
        ({ projectNo }) => projectNo,
      );
      expect(second).not.toContain(first.projectNo);
    });

    it('are the ratings that came, and the tickets they opened', async () => {
      const { ratings, records } = given();
      const bad = times(3, () => sampleRating({ area: '330652' }));
      for (const rating of bad) await ratings.record(rating, ticketOf(rating));
      const good = sampleRating({ area: '330652', level: 'satisfied', tags: [] });
      await ratings.record(good, undefined);
      const own = new Set([...bad, good].map(({ projectNo }) => projectNo));
      const found = (await all(records.rated('330652', thisDay))).map(({ projectNo }) => projectNo);
      expect(found.filter((projectNo) => own.has(projectNo)).toSorted()).toEqual(
        [...own].toSorted(),
      );
      expect(await records.rating(good)).toEqual(good);
      expect(await records.rating({ ...good, serviceNumber: 9 })).toBeUndefined();
      const ids = [...bad, good].map(({ projectNo }) => `${projectNo}-1`);
      const tickets = await records.tickets(ids);
      expect(tickets.map(({ id }) => id).toSorted()).toEqual(ids.slice(0, 3).toSorted());
      expect(await records.tickets([])).toEqual([]);
    });

    it('are the contests that were ruled on it, in Shanghai', async () => {
      const { contests, ratings, records } = given();
      const midnight = atCivil(nextDay, 0);
      const ids: string[] = [];
      for (const at of [addMs(midnight, -1), midnight, addMs(midnight, dayMs - 1)]) {
        const first = sampleRating({ area: '330681', level: 'satisfied', tags: [] });
        await ratings.record(first, undefined);
        const contest = sampleContest(first);
        await contests.open(contest, { first, notices: [] });
        await contests.rule({ contest: ruledAt(contest, at), rated: [] });
        ids.push(contestIdOf(contest));
      }
      const ruled = async (day: CivilDate) =>
        (await all(records.ruled('330681', day))).map((one) => contestIdOf(one));
      expect(await ruled(thisDay)).toEqual(ids.slice(0, 1));
      expect(await ruled(nextDay)).toEqual(ids.slice(1));
      expect(await all(records.ruled('330682', nextDay))).toEqual([]);
    });
  });
};
