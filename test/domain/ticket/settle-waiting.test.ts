import { describe, expect, it } from 'vitest';

import type { RequestedNotice } from '../../../shared/domain/notice/notice.ts';
import type { TicketEvent } from '../../../shared/domain/ticket/event/event.ts';
import { at, clockFace, running } from '../time/shanghai.ts';
import { rungOf } from './event-example.ts';
import { accept, decide, ticketIn } from './ticket-fixture.ts';

const told = (notices: readonly RequestedNotice[]): readonly string[] =>
  notices.map(({ type, to }) => `${type}>${to}`);

const typed = (event: TicketEvent): string => rungOf(event) ?? event.type;

const nothing = { ok: false, reason: 'nothing_due' };

/** Of a claim that was made on 20 November; it can be ruled on for ten working days. */
const lapsedAt = at('2026-12-04 17:30:00.001');

describe('a submission on which nobody rules', () => {
  const due = at('2026-11-25 17:30:00.001');

  it('is told to the supervisors at its moment, and not before', () => {
    const asked = ticketIn('closure_review');
    expect(decide(asked, 'escalate', { at: at('2026-11-25 17:30') })).toEqual(nothing);
    const { events, notices, next } = accept(asked, 'escalate', { at: due });
    const since = at('2026-11-20 09:20');
    expect(events).toMatchObject([
      {
        type: 'review_raised',
        by: { role: 'system' },
        facts: { of: 'closure', since, level: 'supervisor', dueAt: due },
      },
    ]);
    expect(told(notices)).toEqual(['review_overdue>supervisor']);
    expect(next.raised).toEqual([{ of: 'closure', since, level: 'supervisor', at: due }]);
  });

  it('is told with the moment at which that was due, however late it is seen', () => {
    const seen = at('2026-12-02 09:00');
    const { events, notices } = accept(ticketIn('closure_review'), 'escalate', { at: seen });
    const dues = events.map(({ at: moment, facts }) => [moment, 'dueAt' in facts && facts.dueAt]);
    expect(dues).toEqual([
      [seen, due],
      [seen, at('2026-12-01 17:30')],
    ]);
    expect(told(notices)).toEqual(['review_overdue>supervisor', 'review_overdue>city']);
  });
});

describe('a claim that lapses', () => {
  const { next, events, notices } = accept(ticketIn('dismissal_review'), 'escalate', {
    at: lapsedAt,
  });

  it('leads back to where the ticket was, at the very moment', () => {
    expect(events.map(typed)).toEqual([
      'review_raised',
      'review_raised',
      'review_raised',
      'claim_lapsed',
    ]);
    expect(events.at(-1)).toMatchObject({
      at: lapsedAt,
      by: { role: 'system' },
      from: 'dismissal_review',
      to: 'open',
      facts: { claim: 'invalid', dueAt: lapsedAt },
    });
    expect(next).toMatchObject({ state: 'open', claim: undefined });
  });

  it('is not over a moment before', () => {
    const before = accept(ticketIn('dismissal_review'), 'escalate', { at: at('2026-12-04 17:30') });
    expect(before.events.map(typed)).not.toContain('claim_lapsed');
    expect(before.next.state).toBe('dismissal_review');
  });

  it('is told to those who made it and to those who had to rule, behind what was due before', () => {
    expect(told(notices)).toEqual([
      'review_overdue>reviewer',
      'review_overdue>supervisor',
      'review_overdue>city',
      'claim_lapsed>department',
      'claim_lapsed>reviewer',
      'claim_lapsed>supervisor',
    ]);
  });

  it('ends the review, and lets the duties run on with what they had left', () => {
    const { contact, rectify, review } = next.clocks;
    expect(review).toEqual({ state: 'stopped', at: lapsedAt });
    // The contact was due 8½ hours behind the claim; a working day has nine.
    expect(clockFace(running(contact).dueAt)).toBe('2026-12-07 17:00');
    expect(clockFace(running(rectify).dueAt)).toBe('2026-12-25 17:00');
    const lapsed = events.find(({ type }) => type === 'claim_lapsed');
    expect(lapsed?.facts).toMatchObject({ clocks: { contact, rectify, review } });
  });

  it('of an extension changes no state, for it was asked for beside the work', () => {
    const asked = accept(ticketIn('rectifying'), 'extension', { at: at('2026-11-20 12:00') }).next;
    const late = accept(asked, 'escalate', { at: lapsedAt });
    const lapsed = late.events.find(({ type }) => type === 'claim_lapsed');
    expect(lapsed?.facts).toMatchObject({ claim: 'extension', dueAt: lapsedAt });
    expect(lapsed).not.toHaveProperty('from');
    expect(lapsed).not.toHaveProperty('to');
    expect(late.next).toMatchObject({ state: 'rectifying', claim: undefined });
  });
});

describe('an act that changes no state', () => {
  it('names no states', () => {
    const [found] = accept(ticketIn('rectifying'), 'find', { at: at('2026-11-20 12:00') }).events;
    expect(found?.type).toBe('found');
    expect(found).not.toHaveProperty('from');
    expect(found).not.toHaveProperty('to');
  });
});
