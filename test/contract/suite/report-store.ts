import { describe, expect, it } from 'vitest';

import type { OutboxEntry, ReportRecord } from '../../../shared/domain/exchange/case-report.ts';
import type { CenterHealth } from '../../../shared/domain/exchange/center-health.ts';
import { applyReceipt, newRecord } from '../../../shared/domain/exchange/record-state.ts';
import { CursorRefused } from '../../../shared/port/page.ts';
import { creditCode, nextProjectNo } from '../../support/case-facts.ts';
import { countsOf, friday, later, sampleCase, sampleRating, times } from './sample.ts';
import type { GivenStores } from './sample.ts';

const receipt = {
  by: 'center',
  outcome: 'accepted',
  code: '0000',
  message: '成功',
  receiptNo: 'R1',
  at: friday,
} as const;

const recordOf = (projectNo: string, serviceNumber = 1): ReportRecord =>
  applyReceipt(newRecord(projectNo, { kind: 'service', serviceNumber }), receipt, 'd1');

const entryOf = (projectNo: string, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  projectNo,
  state: 'pending',
  area: '330602',
  creditCode,
  since: friday,
  nextAt: friday,
  attempts: 1,
  rejected: [],
  waiting: ['rating-01-1'],
  version: 1,
  ...more,
});

export const reportStoreContract = (given: GivenStores): void => {
  describe('a report store', () => {
    it('answers with what was saved of a case, and nothing of another', async () => {
      const { reports } = given();
      const [projectNo, other] = [nextProjectNo(), nextProjectNo()];
      expect(await reports.file(projectNo)).toEqual({ records: [] });
      const finish = applyReceipt(newRecord(projectNo, { kind: 'finish' }), receipt, 'd2');
      for (const record of [recordOf(projectNo), finish, recordOf(other)]) {
        expect(await reports.save({ record })).toBe('saved');
      }
      expect(await reports.save({ outbox: entryOf(projectNo) })).toBe('saved');
      const file = await reports.file(projectNo);
      expect(file.outbox).toEqual(entryOf(projectNo));
      expect(file.records).toHaveLength(2);
      expect(file.records).toEqual(expect.arrayContaining([recordOf(projectNo), finish]));
      await reports.save({ outbox: { projectNo, done: entryOf(projectNo) } });
    });

    it('takes one of several writers of a version', async () => {
      const { reports } = given();
      const record = recordOf(nextProjectNo());
      const writers = times(5, () => () => reports.save({ record }));
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 4 });
      const next = { ...record, version: 2 };
      const again = times(5, () => () => reports.save({ record: next }));
      expect(await countsOf(again)).toEqual({ saved: 1, conflict: 4 });
      expect(await reports.save({ record })).toBe('conflict');
    });

    it('writes record and outbox together or not at all', async () => {
      const { reports } = given();
      const projectNo = nextProjectNo();
      await reports.save({ outbox: entryOf(projectNo) });
      const stale = { record: recordOf(projectNo), outbox: entryOf(projectNo) };
      expect(await reports.save(stale)).toBe('conflict');
      expect((await reports.file(projectNo)).records).toEqual([]);
      const next = entryOf(projectNo, { state: 'stuck', version: 2 });
      expect(await reports.save({ record: recordOf(projectNo), outbox: next })).toBe('saved');
      const file = await reports.file(projectNo);
      expect(file.records).toEqual([recordOf(projectNo)]);
      expect(file.outbox).toEqual(next);
      await reports.save({ outbox: { projectNo, done: next } });
    });

    it('takes a case out only as it was seen', async () => {
      const { reports } = given();
      const projectNo = nextProjectNo();
      const [one, two] = [entryOf(projectNo), entryOf(projectNo, { version: 2 })];
      expect(await reports.save({ outbox: { projectNo, done: one } })).toBe('conflict');
      await reports.save({ outbox: one });
      await reports.save({ outbox: two });
      expect(await reports.save({ outbox: { projectNo, done: one } })).toBe('conflict');
      expect(await reports.save({ outbox: { projectNo, done: two } })).toBe('saved');
      expect((await reports.file(projectNo)).outbox).toBeUndefined();
      expect(await reports.save({ outbox: one })).toBe('saved');
      await reports.save({ outbox: { projectNo, done: one } });
    });

    it('knows what is due, the earliest first, and pages through what is stuck', async () => {
      const { reports } = given();
      const waiting = times(3, (n) =>
        entryOf(nextProjectNo(), { nextAt: later(friday, n * 60_000) }),
      );
      const stuck = times(3, (n) => {
        const { nextAt: _none, ...entry } = entryOf(nextProjectNo());
        return { ...entry, state: 'stuck' as const, since: later(friday, n * 1000) };
      });
      for (const outbox of [...waiting.toReversed(), ...stuck]) await reports.save({ outbox });
      expect(await reports.due(later(friday, 60_000), 10)).toEqual(waiting.slice(0, 2));
      expect(await reports.due(later(friday, 60_000), 1)).toEqual(waiting.slice(0, 1));
      const first = await reports.listed('stuck', { limit: 2 });
      expect(first.items).toEqual(stuck.slice(0, 2));
      const rest = await reports.listed('stuck', { limit: 2, cursor: first.cursor });
      expect(rest.items).toEqual(stuck.slice(2));
      await expect(
        reports.listed('pending', { limit: 2, cursor: first.cursor }),
      ).rejects.toBeInstanceOf(CursorRefused);
      for (const done of [...waiting, ...stuck]) {
        await reports.save({ outbox: { projectNo: done.projectNo, done } });
      }
      expect(await reports.due(later(friday, 600_000), 10)).toEqual([]);
    });
  });

  describe('a center store', () => {
    it('keeps access and health, each against its version', async () => {
      const { center } = given();
      expect(await center.access()).toBeUndefined();
      expect(await center.health()).toBeUndefined();
      expect(await center.standing()).toEqual({});
      const access = {
        scheme: 'hmac',
        accessKey: 'ZJ1',
        sealedSecrets: '1.x',
        by: 'u1',
        confirmedBy: 'u2',
        at: friday,
        version: 1,
      } as const;
      expect(await center.saveAccess(access)).toBe('saved');
      expect(await center.saveAccess(access)).toBe('conflict');
      expect(await center.access()).toEqual(access);
      const health: CenterHealth = { failures: 3, since: friday, openUntil: friday, version: 1 };
      expect(await center.saveHealth(health)).toBe('saved');
      expect(await center.saveHealth({ failures: 0, version: 1 })).toBe('conflict');
      expect(await center.health()).toEqual(health);
      expect(await center.standing()).toEqual({ access, health });
    });
  });

  describe('a rating store that is asked about a case', () => {
    it('answers with its ratings alone, first ratings before follow-ups', async () => {
      const { cases, ratings } = given();
      const projectNo = nextProjectNo();
      // A separate area: other tests read the lists of their own.
      const place = { level: 'satisfied', tags: [], area: '330654' } as const;
      const more = { projectNo, ...place };
      const own = [
        sampleRating(more),
        sampleRating({ ...more, assessNumber: 2 }),
        sampleRating({ ...more, serviceNumber: 2 }),
      ];
      for (const rating of [...own.toReversed(), sampleRating(place)]) {
        await ratings.record(rating, undefined);
      }
      const byDefault = sampleRating({ ...more, serviceNumber: 3, origin: 'default' });
      await ratings.record(byDefault, undefined);
      expect(await ratings.ofCase(projectNo)).toBeUndefined();
      const known = sampleCase({ projectNo });
      await cases.save(known);
      const found = await ratings.ofCase(projectNo);
      expect(found?.known).toEqual(known);
      expect(
        found?.ratings.map(({ serviceNumber, assessNumber }) => [serviceNumber, assessNumber]),
      ).toEqual([
        [1, 1],
        [1, 2],
        [2, 1],
      ]);
    });
  });
};
