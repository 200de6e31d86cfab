import { describe, expect, it } from 'vitest';

import {
  approvalStates,
  confirmApproval,
  endApproval,
  failApproval,
  isExpired,
  isOpen,
  proposeApproval,
  refuseApproval,
} from '../../../shared/domain/access/approval.ts';
import type { Approval, ApprovalState } from '../../../shared/domain/access/approval.ts';
import { powerRoles, powers } from '../../../shared/domain/access/power.ts';
import { at } from '../../fake/clock.ts';

const proposal = { power: 'policy', policyVersion: 2, after: 0 } as const;
const monday = at('2026-11-16T09:00:00+08:00');
const twoWeeksLater = at('2026-11-30T09:00:00+08:00');
const tooLate = at('2026-11-30T09:00:00.001+08:00');

const proposed: Approval = proposeApproval({
  id: 'AP1',
  proposal,
  digest: 'd1',
  area: '330600',
  by: 'u-1',
  at: monday,
});

const inState = (state: ApprovalState): Approval => ({
  ...proposed,
  state,
  decision: { by: 'u-2', at: monday },
  version: 2,
});

const second = { by: 'u-2', at: monday };

describe('a proposal', () => {
  it.each(['u-1', 'U-1', 'ｕ-１'])('of u-1 is not confirmed by %s', (by) => {
    const outcome = confirmApproval(proposed, { by, at: monday });
    expect(outcome).toEqual({ ok: false, reason: 'same_person' });
  });

  it('waits fourteen days for another person', () => {
    expect(proposed).toEqual({
      id: 'AP1',
      proposal,
      digest: 'd1',
      area: '330600',
      by: 'u-1',
      at: monday,
      expiresAt: twoWeeksLater,
      state: 'proposed',
      version: 1,
    });
  });

  it.each([
    [proposed, twoWeeksLater, false],
    [proposed, tooLate, true],
    [inState('confirmed'), twoWeeksLater, false],
    [inState('confirmed'), tooLate, true],
    [inState('done'), tooLate, false],
    [inState('refused'), tooLate, false],
  ] as const)('is expired once nobody carried it out in that time', (approval, moment, expired) => {
    expect(isExpired(approval, moment)).toBe(expired);
  });

  it.each([
    ['proposed', true],
    ['confirmed', true],
    ['done', false],
    ['refused', false],
    ['superseded', false],
    ['failed', false],
  ] as const)('is, once %s, open: %s', (state, open) => {
    expect(isOpen({ ...proposed, state })).toBe(open);
  });
});

describe('a confirmation', () => {
  it('by another person is kept with its note', () => {
    const decision = { by: 'u-2', at: twoWeeksLater, note: '已核对' };
    const outcome = confirmApproval(proposed, decision);
    const next = { ...proposed, state: 'confirmed', decision, version: 2 };
    expect(outcome).toEqual({ ok: true, changed: true, next });
  });

  it.each(['proposed', 'confirmed', 'done', 'refused', 'superseded'] as const)(
    'by whoever proposed it is refused, also when it is %s',
    (state) => {
      const outcome = confirmApproval({ ...proposed, state }, { by: 'u-1', at: monday });
      expect(outcome).toEqual({ ok: false, reason: 'same_person' });
    },
  );

  it('after two weeks is refused', () => {
    const outcome = confirmApproval(proposed, { by: 'u-2', at: tooLate });
    expect(outcome).toEqual({ ok: false, reason: 'approval_expired' });
  });

  it.each([
    ['confirmed', twoWeeksLater],
    ['done', tooLate],
  ] as const)('of one that is %s changes nothing', (state, at) => {
    const approval = inState(state);
    const outcome = confirmApproval(approval, { by: 'u-3', at });
    expect(outcome).toEqual({ ok: true, changed: false, next: approval });
  });

  it('of an act that was interrupted ends with the proposal, and can be given up then', () => {
    const approval = inState('confirmed');
    const late = { by: 'u-3', at: tooLate };
    expect(confirmApproval(approval, late)).toEqual({ ok: false, reason: 'approval_expired' });
    const failed = { state: 'failed', failure: { code: 'approval_expired' } };
    const { decision } = approval;
    expect(refuseApproval(approval, late)).toMatchObject({
      ok: true,
      next: { ...failed, decision },
    });
    const early = { by: 'u-3', at: twoWeeksLater };
    expect(refuseApproval(approval, early)).toEqual({ ok: false, reason: 'approval_decided' });
  });

  it.each(['refused', 'superseded'] as const)('of one that is %s is refused', (state) => {
    const outcome = confirmApproval(inState(state), { by: 'u-3', at: tooLate });
    expect(outcome).toEqual({ ok: false, reason: 'approval_decided' });
  });
});

describe('a refusal', () => {
  it.each([
    ['another person', 'u-2', monday],
    ['whoever proposed it, who withdraws it', 'u-1', monday],
    ['somebody who clears one that expired', 'u-2', tooLate],
  ] as const)('by %s is kept with its reason', (_who, by, moment) => {
    const decision = { by, at: moment, note: '来文号有误' };
    const next = { ...proposed, state: 'refused', decision, version: 2 };
    expect(refuseApproval(proposed, decision)).toEqual({ ok: true, changed: true, next });
  });

  it('again changes nothing', () => {
    const refused = inState('refused');
    expect(refuseApproval(refused, second)).toEqual({ ok: true, changed: false, next: refused });
  });

  it.each(['confirmed', 'done', 'superseded', 'failed'] as const)(
    'of one that is %s fails',
    (state) => {
      const outcome = refuseApproval(inState(state), second);
      expect(outcome).toEqual({ ok: false, reason: 'approval_decided' });
    },
  );
});

it.each(['done', 'superseded'] as const)('a confirmed act ends as %s', (state) => {
  const confirmed = inState('confirmed');
  expect(endApproval(confirmed, state)).toEqual({ ...confirmed, state, version: 3 });
});

it('a confirmed act that is refused ends as failed, with the problem', () => {
  const confirmed = inState('confirmed');
  const failure = { code: 'case_unknown', fact: 'x' };
  const ended = { ...confirmed, state: 'failed', failure, version: 3 };
  expect(failApproval(confirmed, failure)).toEqual(ended);
});

it('every power has roles, and halls keep their pads', () => {
  expect(powers).toEqual([
    'integrator',
    'pad',
    'webhook',
    'center_access',
    'calendar_year',
    'policy',
    'register',
    'case_owner',
    'center_callback',
    'take_up_rating',
    'settle_press',
    'settle_callback',
    'contest_ruling',
  ]);
  const { pad, contest_ruling: ruling, ...others } = powerRoles;
  expect(pad).toEqual(['hall_admin', 'system_admin']);
  expect(ruling).toEqual(['supervisor', 'reviewer']);
  for (const roles of Object.values(others)) expect(roles).toEqual(['system_admin']);
});

it('an approval is in one of six states', () => {
  expect(approvalStates).toEqual([
    'proposed',
    'confirmed',
    'done',
    'refused',
    'superseded',
    'failed',
  ]);
});
