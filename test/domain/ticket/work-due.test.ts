import { describe, expect, it } from 'vitest';

import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import { hasEnded, isInReview } from '../../../shared/domain/ticket/phase.ts';
import { endedAt, workDue } from '../../../shared/domain/ticket/work-due.ts';
import { rulesUnder } from '../../../shared/rules.ts';
import { at, clockFace, official } from '../time/shanghai.ts';
import { accept, badRating, noon, rules, ticketIn, ticketUnder } from './ticket-fixture.ts';

const face = (moment: ReturnType<typeof workDue>): string =>
  moment === undefined ? '-' : clockFace(moment);

describe('the next moment at which somebody must act', () => {
  it.each([
    ['open', '2026-11-20 17:30'],
    ['rectifying', '2026-12-10 17:30'],
    ['dismissal_review', '2026-11-25 17:30'],
    ['hardship_review', '2026-11-25 17:30'],
    ['hardship', '2027-02-01 00:00'],
    ['closure_review', '2026-11-25 17:30'],
    ['closed', '-'],
    ['dismissed', '-'],
  ] as const)('of a ticket in %s is %s', (state, due) => {
    expect(face(workDue(ticketIn(state)))).toBe(due);
  });

  it('is that of the work when the policy gives more time for the contact', () => {
    const clocks = {
      ...defaultPolicy.clocks,
      contact: { amount: 20, unit: 'working_day' } as const,
    };
    const slow = rulesUnder({ ...defaultPolicy, clocks }, official.calendar);
    expect(face(workDue(ticketIn('open', slow)))).toBe('2026-12-10 17:30');
  });

  it('is unknown while all that remains waits for a calendar', () => {
    const waiting = ticketUnder(rules, { ...badRating, receivedAt: at('2026-12-31 18:00') });
    expect(workDue(waiting)).toBeUndefined();
  });

  it('is that of the work again once a hardship is taken up', () => {
    const resumed = accept(ticketIn('hardship'), 'resume', { at: noon }).next;
    expect(face(workDue(resumed))).toBe('2026-11-23 11:20');
  });
});

describe('a ticket', () => {
  it.each([
    ['open', 'goes on', '-'],
    ['rectifying', 'goes on', '-'],
    ['dismissal_review', 'waits for a ruling', '-'],
    ['hardship_review', 'waits for a ruling', '-'],
    ['hardship', 'goes on', '-'],
    ['closure_review', 'waits for a ruling', '-'],
    ['closed', 'has ended', '2026-11-20 09:30'],
    ['dismissed', 'has ended', '2026-11-20 09:10'],
  ] as const)('in %s %s', (state, phase, end) => {
    const ticket = ticketIn(state);
    expect(hasEnded(ticket)).toBe(phase === 'has ended');
    expect(isInReview(ticket)).toBe(phase === 'waits for a ruling');
    expect(face(endedAt(ticket))).toBe(end);
  });

  it('that was closed ends with its ruling, not with a follow-up', () => {
    const followed = accept(ticketIn('closed'), 'good', { at: at('2026-11-24 09:00') }).next;
    expect(face(endedAt(followed))).toBe('2026-11-20 09:30');
  });
});
