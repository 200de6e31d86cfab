import { describe, expect, it } from 'vitest';

import type { RequestedNotice } from '../../../shared/domain/notice/notice.ts';
import type { TicketEvent } from '../../../shared/domain/ticket/event/event.ts';
import { at, clockFace } from '../time/shanghai.ts';
import { dueAtOf, rungOf } from './event-example.ts';
import { accept, decide, rules, ticketIn } from './ticket-fixture.ts';

const told = (notices: readonly RequestedNotice[]): string =>
  notices.map(({ type, to }) => `${type}>${to}`).join(' ');

const typed = (event: TicketEvent): string => rungOf(event) ?? event.type;

/** `11-20 17:30 contact_overdue` */
const dated = (event: TicketEvent): string => {
  const dueAt = dueAtOf(event);
  return dueAt === undefined ? typed(event) : `${clockFace(dueAt).slice(5)} ${typed(event)}`;
};

describe('what falls due on a ticket', () => {
  it('is each a step of the system, in the order in which it fell due', () => {
    const when = at('2026-12-11 09:00');
    const { events, next } = accept(ticketIn('open'), 'escalate', { at: when });
    expect(events.map(dated)).toEqual([
      '11-20 17:30 contact_overdue',
      '11-20 17:30 remind',
      '12-07 17:30 yellow',
      '12-10 17:30 overdue',
      '12-10 17:30 red',
    ]);
    for (const event of events) {
      expect(event).toMatchObject({
        ticketId: next.id,
        at: when,
        by: { role: 'system' },
        round: 1,
      });
    }
  });

  it('ends a write with its last step alone', () => {
    const { events, next } = accept(ticketIn('open'), 'escalate', { at: at('2026-12-11 09:00') });
    const { version, nextAt } = next;
    expect(events.map(({ commit }) => commit)).toEqual([
      ...events.slice(1).map(() => undefined),
      { version, nextAt, pendingYear: undefined },
    ]);
  });

  it('fires before a command that comes late, and is told before it', () => {
    const some = accept(ticketIn('rectifying'), 'extension', { at: at('2026-12-04 09:00') });
    expect(some.events.map(typed)).toEqual(['remind', 'claimed']);
    expect(told(some.notices)).toBe(
      'remind>department claim_asked>reviewer claim_asked>supervisor',
    );
    const more = accept(ticketIn('rectifying'), 'urge', { at: at('2026-12-10 18:00') });
    expect(more.events.map(typed)).toEqual(['remind', 'yellow', 'overdue', 'red', 'urged']);
    expect(told(more.notices)).toBe(
      'remind>department yellow>department red>department red>supervisor urged>department',
    );
  });

  it('on a contact is told by the ladder alone', () => {
    const due = at('2026-11-20 17:30:00.001');
    const { events, notices } = accept(ticketIn('open'), 'escalate', { at: due });
    expect(events.map(typed)).toEqual(['contact_overdue', 'remind']);
    expect(told(notices)).toBe('remind>department');
  });

  it.each(['dismissal_review', 'hardship_review', 'closure_review'] as const)(
    'in %s is told once to those who rule, under a policy without a ladder for it',
    (state) => {
      const { waiting: _waiting, ...policy } = rules.policy;
      const without = { rules: { ...rules, policy } };
      const inTime = { ...without, at: at('2026-11-25 17:30') };
      const nothing = { ok: false, reason: 'nothing_due' };
      expect(decide(ticketIn(state), 'escalate', inTime)).toEqual(nothing);
      const due = { ...without, at: at('2026-11-25 17:30:00.001') };
      const { events, notices, next } = accept(ticketIn(state), 'escalate', due);
      expect(events.map(typed)).toEqual(['review_overdue']);
      expect(told(notices)).toBe('remind>supervisor');
      expect(next.reviewRemindedAt).toBe(due.at);
      expect(decide(next, 'escalate', { ...without, at: at('2026-11-30 09:00') })).toEqual(nothing);
    },
  );

  it('on a hardship is its review date, told once to both sides', () => {
    const nothing = { ok: false, reason: 'nothing_due' };
    const hardship = ticketIn('hardship');
    expect(decide(hardship, 'escalate', { at: at('2027-02-01 08:29:59') })).toEqual(nothing);
    const due = { at: at('2027-02-01 08:30') };
    const { events, notices, next } = accept(hardship, 'escalate', due);
    expect(events.map(typed)).toEqual(['hardship_review_due']);
    expect(told(notices)).toBe('remind>department remind>supervisor');
    expect(next.hardship?.remindedAt).toBe(due.at);
    expect(decide(next, 'escalate', { at: at('2027-02-01 17:30') })).toEqual(nothing);
  });
});
