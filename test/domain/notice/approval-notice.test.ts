import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { proposeApproval } from '../../../shared/domain/access/approval.ts';
import type { Approval } from '../../../shared/domain/access/approval.ts';
import { powerRoles, powers } from '../../../shared/domain/access/power.ts';
import type { Proposal } from '../../../shared/domain/access/proposal.ts';
import {
  approvalNotices,
  boxRoles,
  isOutdated,
} from '../../../shared/domain/notice/approval-notice.ts';
import type { ApprovalNotice } from '../../../shared/domain/notice/notice.ts';
import { addMs, toEpoch } from '../../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../../shared/domain/time/instant.ts';
import { calendarOf } from '../../../shared/domain/time/working-days.ts';
import { workingTimeBetween } from '../../../shared/domain/time/working-time.ts';
import { rulesUnder, shippedRules } from '../../../shared/rules.ts';
import { at } from '../../fake/clock.ts';
import { momentBetween } from '../time/shanghai.ts';

const rules = shippedRules;
const dayMs = 24 * 60 * 60 * 1000;

const pad: Proposal = { power: 'pad', padId: 'p-1', hall: '330602-H1', window: 'A03' };
const policy: Proposal = { power: 'policy', policyVersion: 2, after: 0 };

const proposed = (
  proposal: Proposal,
  moment: Instant = at('2026-11-20T09:30:00+08:00'),
  area = '330602',
): Approval => proposeApproval({ id: 'AP1', proposal, digest: 'd', area, by: 'u-1', at: moment });

const noticesOf = (approval: Approval, proposerArea = '330602') =>
  approvalNotices(approval, { proposerArea, rules });

const linesOf = (notices: readonly ApprovalNotice[]) =>
  notices.map(({ type, box, at: moment }) => `${type} ${box.kind} ${box.of} ${moment}`);

describe('the notices of a proposal', () => {
  it('reach the area and the city at once and before the end, the proposer after it', () => {
    const notices = noticesOf(proposed(policy), '330600');
    expect(linesOf(notices)).toEqual([
      'approval_asked administrator 330602 2026-11-20T01:30:00.000Z',
      'approval_asked administrator 330600 2026-11-20T01:30:00.000Z',
      'approval_reminder administrator 330602 2026-12-01T01:30:00.000Z',
      'approval_reminder administrator 330600 2026-12-01T01:30:00.000Z',
      'approval_expired administrator 330602 2026-12-04T01:30:00.001Z',
      'approval_expired administrator 330600 2026-12-04T01:30:00.001Z',
    ]);
    expect(notices[0]).toEqual({
      id: 'AP1.approval_asked.administrator.330602',
      type: 'approval_asked',
      box: { kind: 'administrator', of: '330602' },
      approvalId: 'AP1',
      power: 'policy',
      by: 'u-1',
      area: '330602',
      at: '2026-11-20T01:30:00.000Z',
      sendAt: '2026-11-20T01:30:00.000Z',
      state: 'waiting',
      version: 1,
    });
  });

  it('are in each inbox once when the reach is the city', () => {
    const notices = noticesOf(proposed(policy, undefined, '330600'), '330600');
    expect(notices.map(({ type, box }) => `${type} ${box.of}`)).toEqual([
      'approval_asked 330600',
      'approval_reminder 330600',
      'approval_expired 330600',
    ]);
  });

  it('reach every role that may confirm', () => {
    const kinds = new Set(noticesOf(proposed(pad)).map(({ box }) => box.kind));
    expect([...kinds]).toEqual(['administrator', 'hall_administrator']);
    // Supervisors and reviewers read the inbox of their work.
    const reached: readonly string[] = [...Object.values(boxRoles), 'supervisor', 'reviewer'];
    for (const power of powers)
      expect(reached).toEqual(expect.arrayContaining(powerRoles[power].slice()));
  });

  it('of a ruling on a contest reach the inboxes of supervisors and reviewers', () => {
    const ruling: Proposal = {
      power: 'contest_ruling',
      contestId: '330602261119000000017-1c1',
      outcome: 'upheld',
      reason: '本人确认',
      after: 2,
      departments: [],
      persons: [],
    };
    const kinds = new Set(noticesOf(proposed(ruling)).map(({ box }) => box.kind));
    expect([...kinds]).toEqual(['reviewer', 'supervisor']);
  });

  it('wait for working hours, and have ids that are safe in an address', () => {
    const notices = noticesOf(proposed(pad, at('2026-11-20T21:00:00+08:00')));
    expect(notices[0]?.sendAt).toBe(at('2026-11-23T08:30:00+08:00'));
    const ids = notices.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => encodeURIComponent(id) !== id)).toEqual([]);
  });

  it('leave three working days after the reminder, at any time of a known year', () => {
    const moments = momentBetween('2026-01-01', '2026-12-10');
    fc.assert(
      fc.property(moments, (moment) => {
        const approval = proposed(policy, moment);
        const reminder = noticesOf(approval).find(({ type }) => type === 'approval_reminder');
        const left = workingTimeBetween(rules.timetable, reminder!.at, approval.expiresAt);
        expect(left.ok && left.ms >= 27 * 60 * 60 * 1000).toBe(true);
        expect(toEpoch(reminder!.at)).toBeGreaterThan(toEpoch(moment));
      }),
    );
  });

  it('remind half way when the days off leave no time but at the very beginning', () => {
    const off = Array.from({ length: 12 }, (_, index) => `2026-11-${19 + index}` as CivilDate);
    const holidays = [{ name: '示例', off, makeup: [] }];
    const year = { year: 2026, notices: [], holidays };
    const long = rulesUnder(rules.policy, calendarOf([year]));
    // Three full working days of the fourteen, of which the first is that of the proposal.
    const approval = proposed(policy, at('2026-11-16T08:30:00+08:00'));
    const notices = approvalNotices(approval, { proposerArea: '330602', rules: long });
    const reminder = notices.find(({ type }) => type === 'approval_reminder');
    expect(reminder?.at).toBe(at('2026-11-23T08:30:00+08:00'));
  });

  it('remind half way when nobody knows the days off yet', () => {
    const unknown = rulesUnder(rules.policy, calendarOf([]));
    const approval = proposed(policy);
    const notices = approvalNotices(approval, { proposerArea: '330602', rules: unknown });
    const reminder = notices.find(({ type }) => type === 'approval_reminder');
    expect(reminder?.at).toBe(addMs(approval.expiresAt, -7 * dayMs));
    expect(reminder?.sendAt).toBe(reminder?.at);
  });
});

describe('a notice of an approval', () => {
  const approval = proposed(policy);
  const before = approval.expiresAt;
  const after = addMs(before, 1);
  const [asked] = noticesOf(approval);

  it.each([
    ['approval_asked', 'proposed', before, false],
    ['approval_asked', 'proposed', after, true],
    ['approval_asked', 'done', before, true],
    ['approval_reminder', 'proposed', before, false],
    ['approval_reminder', 'refused', before, true],
    ['approval_expired', 'proposed', before, true],
    ['approval_expired', 'proposed', after, false],
    ['approval_expired', 'confirmed', after, false],
    ['approval_expired', 'refused', after, true],
  ] as const)('%s of one that is %s at %s', (type, state, moment, outdated) => {
    expect(isOutdated({ ...asked!, type }, { ...approval, state }, moment)).toBe(outdated);
  });
});
