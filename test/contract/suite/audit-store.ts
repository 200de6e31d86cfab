import { describe, expect, it } from 'vitest';

import {
  reviseActsBreak,
  reviseBreak,
  settleBreak,
} from '../../../shared/domain/oversight/audit-break.ts';
import type { AuditBreak, AuditFinding } from '../../../shared/domain/oversight/audit-break.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import { Month } from '../../../shared/domain/time/month.ts';
import { CursorRefused } from '../../../shared/port/page.ts';
import { pagesOf } from './pages.ts';
import { countsOf, friday, later, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

const found: AuditFinding = { kind: 'replay', members: ['state'] };

const broken = (ticketId = unique('T')): AuditBreak =>
  reviseBreak(ticketId, undefined, { found, at: friday })!;

export const auditStoreContract = (given: GivenStores): void => {
  describe('an audit store', () => {
    it('keeps a break by its ticket, against the version before it', async () => {
      const { audits } = given();
      const item = broken();
      expect(await audits.find(item.ticketId)).toBeUndefined();
      const writers = times(4, () => () => audits.save(item));
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 3 });
      expect(await audits.find(item.ticketId)).toEqual(item);
    });

    it('lists what is open and what is settled, by ticket, page by page', async () => {
      const { audits } = given();
      const [first, second, third, fourth] = ['A', 'B', 'C', 'D'].map((name) =>
        broken(unique(`T-${name}`)),
      );
      const all = [fourth!, second!, first!, third!];
      for (const item of all) await audits.save(item);
      const settled = settleBreak(second!, { by: 'u-1', note: 'n', at: friday });
      if (!settled.ok) throw new Error(settled.reason);
      await audits.save(settled.item);
      await audits.save(reviseBreak(third!.ticketId, third, { found: undefined, at: friday })!);
      const own = new Set(all.map(({ ticketId }) => ticketId));
      const listed = async (state: 'open' | 'settled') => {
        const pages = await pagesOf((page) => audits.listed(state, page), 1);
        return pages.flat().filter(({ ticketId }) => own.has(ticketId));
      };
      expect(await listed('open')).toEqual([first, fourth]);
      expect(await listed('settled')).toEqual([settled.item]);
      await expect(audits.listed('open', { limit: 2, cursor: 'x' })).rejects.toThrow(CursorRefused);
    });

    it('keeps the break of the log of acts against the version before it', async () => {
      const { audits } = given();
      const known = await audits.actsBreak();
      const next = reviseActsBreak(known, { found: { kind: 'end' }, at: friday })!;
      const writers = times(4, () => () => audits.saveActsBreak(next));
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 3 });
      expect(await audits.actsBreak()).toEqual(next);
      const closed = reviseActsBreak(next, { found: undefined, at: friday })!;
      expect(await audits.saveActsBreak(closed)).toBe('saved');
      expect(await audits.actsBreak()).toMatchObject({ state: 'closed' });
    });

    it('keeps the latest progress', async () => {
      const { audits } = given();
      const progress = {
        at: friday,
        changedSince: civilDate('2026-11-20')!,
        nextMonth: Month.parse('2026-09'),
        verified: 3,
      };
      await audits.keepProgress(progress);
      const acts = { head: { number: 7, hash: 'h' }, next: 3 };
      const next = { ...progress, at: later(friday, 1), verified: 5, acts };
      await audits.keepProgress(next);
      expect(await audits.progress()).toEqual(next);
    });
  });
};
