import { describe, expect, it } from 'vitest';

import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { rulesUnder } from '../../../shared/rules.ts';
import { at, clockFace, official } from '../time/shanghai.ts';
import { dueAtOf, rungOf } from './event-example.ts';
import { accept, after, decide, resident, said, ticketIn } from './ticket-fixture.ts';

const closed = ticketIn('closed');
const reasonAt = (ticket: Ticket, when: string): string => {
  const decision = decide(ticket, 'good', { at: at(when) });
  return decision.ok ? 'ok' : decision.reason;
};

describe('a follow-up', () => {
  it('is given within the window, which ends with its last day', () => {
    expect(clockFace(closed.appendUntil ?? at('2026-01-01 00:00'))).toBe('2026-12-06 00:00');
    expect(reasonAt(closed, '2026-11-20 09:31')).toBe('ok');
    expect(reasonAt(closed, '2026-12-05 23:59:59')).toBe('ok');
    expect(reasonAt(closed, '2026-12-06 00:00')).toBe('ok');
    expect(reasonAt(closed, '2026-12-06 00:00:00.001')).toBe('append_closed');
  });

  it('takes the window from the policy', () => {
    const short = rulesUnder({ ...defaultPolicy, appendWindowDays: 1 }, official.calendar);
    const until = ticketIn('closed', short).appendUntil;
    expect(until && clockFace(until)).toBe('2026-11-22 00:00');
  });

  it('is not given before the answer, nor on a dismissed ticket', () => {
    for (const state of [
      'open',
      'rectifying',
      'closure_review',
      'hardship',
      'dismissed',
    ] as const) {
      expect(reasonAt(ticketIn(state), '2026-11-20 12:00')).toBe('append_closed');
    }
  });

  it('that is good leaves the ticket closed', () => {
    for (const level of ['very_satisfied', 'satisfied', 'basically_satisfied'] as const) {
      const command = { ...said.good, level };
      const { next } = accept(closed, command, { at: at('2026-11-24 09:00'), by: resident });
      expect(next).toMatchObject({ state: 'closed', round: 1, version: closed.version + 1 });
      expect(next.followUp).toEqual({ level, at: at('2026-11-24 09:00') });
      expect(next.fired).toEqual(closed.fired);
      expect(next.nextAt).toBeUndefined();
      expect(reasonAt(next, '2026-11-24 09:01')).toBe('append_used');
    }
  });
});

describe('a follow-up that is still bad', () => {
  const { next, events: steps, notices } = accept(closed, 'bad', { at: at('2026-11-24 09:00') });

  it('opens round 2 with new clocks, the short term for the work', () => {
    expect(next).toMatchObject({
      state: 'open',
      round: 2,
      contacts: [],
      returns: 0,
      followUp: { level: 'very_dissatisfied' },
    });
    const { contact, rectify, review } = next.clocks;
    expect(contact.state === 'running' && clockFace(contact.dueAt)).toBe('2026-11-25 17:30');
    expect(rectify.state === 'running' && clockFace(rectify.dueAt)).toBe('2026-12-01 17:30');
    expect(review).toBeUndefined();
    for (const part of [next.finding, next.submission, next.ruling, next.appendUntil]) {
      expect(part).toBeUndefined();
    }
    expect(decide(next, 'submit', { at: at('2026-11-24 10:00') }).ok).toBe(false);
  });

  it('raises to the city at once, and no rung whose moment has not come', () => {
    const second = next.fired.filter(({ round }) => round === 2).map(({ rung }) => rung);
    expect(second).toEqual(['notify', 'raise_city']);
    expect(next.fired.slice(0, 1)).toEqual(closed.fired);
    expect(steps.slice(1).map(dueAtOf)).toEqual(second.map(() => at('2026-11-24 09:00')));
    expect(next.rung).toBe(5);
    expect(steps.map((event) => `${event.type} ${rungOf(event) ?? event.round}`)).toEqual([
      'appended 2',
      ...second.map((rung) => `escalated ${rung}`),
    ]);
    expect(notices.map(({ type, to }) => `${type} ${to}`)).toEqual([
      'round_two department',
      'round_two supervisor',
      'raise_city department',
      'raise_city supervisor',
      'raise_city city',
    ]);
  });

  it('starts the count of returns anew', () => {
    const returned = after([
      ['2026-11-20 09:00', 'reached'],
      ['2026-11-20 09:10', 'find'],
      ['2026-11-20 09:20', 'submit'],
      ['2026-11-20 09:30', 'sendBack'],
      ['2026-11-20 09:40', 'submit'],
      ['2026-11-20 09:50', 'approve'],
    ]);
    expect(returned.returns).toBe(1);
    const again = accept(returned, 'bad', { at: at('2026-11-24 09:00') }).next;
    expect([again.returns, again.returnedAt]).toEqual([0, undefined]);
  });

  it('is announced as round 2 even where the ladder of the policy says nothing of it', () => {
    const quiet = {
      ...defaultPolicy,
      ladder: defaultPolicy.ladder.map(({ rung }) => ({
        rung,
        triggers: [{ on: 'returned', times: 9 } as const],
      })),
    };
    const given = { at: at('2026-11-24 09:00'), rules: rulesUnder(quiet, official.calendar) };
    const second = accept(closed, 'bad', given);
    expect(second.next.fired.filter(({ round }) => round === 2)).toMatchObject([
      { rung: 'notify' },
    ]);
    expect(second.notices).toEqual(notices.slice(0, 2));
  });

  it('is warned of as its own term runs out, although it was raised before', () => {
    expect(next.late).toBe(false);
    expect(next.nextAt).toBe(at('2026-11-25 17:30:00.001'));
    const uncalled = accept(next, 'escalate', { at: at('2026-11-25 17:31') });
    expect(uncalled.events.map((event) => rungOf(event) ?? event.type)).toEqual([
      'contact_overdue',
      'remind',
    ]);
    const late = accept(uncalled.next, 'escalate', { at: at('2026-12-01 17:31') });
    expect(late.events.map((event) => rungOf(event) ?? event.type)).toEqual([
      'yellow',
      'overdue',
      'red',
    ]);
    expect(late.notices.map(({ type, to }) => `${type} ${to}`)).toEqual([
      'yellow department',
      'red department',
      'red supervisor',
    ]);
    expect(late.next.late).toBe(true);
    const { next: last } = accept(late.next, 'escalate', { at: at('2026-12-08 17:30') });
    expect(last.nextAt && clockFace(last.nextAt)).toBe('2026-12-15 17:30');
  });

  it('is bad by the levels of the policy', () => {
    const strict = rulesUnder(
      {
        ...defaultPolicy,
        badLevels: ['basically_satisfied', 'dissatisfied', 'very_dissatisfied'],
      },
      official.calendar,
    );
    const level = 'basically_satisfied';
    const given = { at: at('2026-11-24 09:00'), by: resident, rules: strict };
    expect(accept(closed, { ...said.good, level }, given).next.round).toBe(2);
  });

  it('is the only one: the second closure opens no window', () => {
    const again = after(
      [
        ['2026-11-24 10:00', 'reached'],
        ['2026-11-24 10:10', 'find'],
        ['2026-11-24 10:20', 'submit'],
        ['2026-11-24 10:30', 'approve'],
      ],
      undefined,
      next,
    );
    expect(again).toMatchObject({ state: 'closed', round: 2 });
    expect(again.appendUntil).toBeUndefined();
    expect(reasonAt(again, '2026-11-24 11:00')).toBe('append_used');
    expect(reasonAt(next, '2026-11-24 11:00')).toBe('append_used');
  });

  it('reaches accountability in round 2 when it is overdue for so long', () => {
    const late = accept(next, 'escalate', { at: at('2026-12-15 17:30') }).next;
    expect(late.fired.at(-1)).toMatchObject({ rung: 'accountability', round: 2 });
    expect(late).toMatchObject({ rung: 6, late: true });
  });
});
