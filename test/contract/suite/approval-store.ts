import { describe, expect, it } from 'vitest';

import { endApproval, proposeApproval } from '../../../shared/domain/access/approval.ts';
import type { Approval } from '../../../shared/domain/access/approval.ts';
import { approvalNotices } from '../../../shared/domain/notice/approval-notice.ts';
import { CursorRefused } from '../../../shared/port/page.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { pagesOf } from './pages.ts';
import { countsOf, friday, later, times, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

const sampleApproval = (more: Partial<Approval> = {}): Approval => ({
  ...proposeApproval({
    id: unique('AP'),
    proposal: { power: 'policy', policyVersion: 2, after: 0 },
    digest: 'd1',
    area: '330600',
    by: 'u-1',
    at: friday,
  }),
  ...more,
});

const confirmed = (approval: Approval): Approval => ({
  ...approval,
  state: 'confirmed',
  decision: { by: 'u-2', at: friday },
  version: approval.version + 1,
});

export const approvalStoreContract = (given: GivenStores): void => {
  describe('an approval store', () => {
    it('finds a proposal by its id, in the state that was saved last', async () => {
      const { approvals } = given();
      const approval = sampleApproval();
      expect(await approvals.find(approval.id)).toBeUndefined();
      expect(await approvals.save(approval)).toBe('saved');
      expect(await approvals.find(approval.id)).toEqual(approval);
      expect(await approvals.save(confirmed(approval))).toBe('saved');
      expect(await approvals.find(approval.id)).toEqual(confirmed(approval));
      expect(await approvals.save(approval)).toBe('conflict');
    });

    it('stores a proposal together with its notices, or neither', async () => {
      const { approvals, notices } = given();
      const approval = sampleApproval();
      const asked = approvalNotices(approval, { proposerArea: '330600', rules: shippedRules });
      expect(await approvals.save(approval, asked)).toBe('saved');
      for (const notice of asked) {
        expect(await notices.find(notice.id)).toEqual({ notice, deliveries: [] });
      }
      const again = { ...approval, by: 'u-3' };
      const others = asked.map((notice) => ({ ...notice, id: unique('other') }));
      expect(await approvals.save(again, others)).toBe('conflict');
      expect(await approvals.find(approval.id)).toEqual(approval);
      for (const { id } of others) expect(await notices.find(id)).toBeUndefined();
    });

    it('lets one of many confirmations win', async () => {
      const { approvals } = given();
      const approval = sampleApproval();
      await approvals.save(approval);
      const writers = times(5, () => () => approvals.save(confirmed(approval)));
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 4 });
    });

    it('lists what is open and what ended apart, the oldest first', async () => {
      const { approvals } = given();
      const [second, first, ended] = times(3, (index) =>
        sampleApproval({ at: later(friday, -1000 * (index + 1)) }),
      );
      if (!second || !first || !ended) throw new Error('three were made');
      for (const approval of [second, first, ended]) await approvals.save(approval);
      await approvals.save(confirmed(first));
      const over = endApproval(confirmed(ended), 'done');
      await approvals.save(confirmed(ended));
      await approvals.save(over);
      const ids = new Set([first, second, ended].map(({ id }) => id));
      const open = await pagesOf((page) => approvals.listed('open', page), 2);
      const own = open.flat().filter(({ id }) => ids.has(id));
      expect(own).toEqual([confirmed(first), second]);
      const past = await pagesOf((page) => approvals.listed('ended', page), 2);
      expect(past.flat().filter(({ id }) => ids.has(id))).toEqual([over]);
      const lost = approvals.listed('open', { limit: 2, cursor: 'none' });
      await expect(lost).rejects.toThrow(CursorRefused);
    });
  });
};
