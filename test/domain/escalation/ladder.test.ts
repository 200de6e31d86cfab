import { describe, expect, it } from 'vitest';

import { dueRungs, nextMoment, pendingYearOf } from '../../../shared/domain/escalation/ladder.ts';
import { rungs } from '../../../shared/domain/policy/policy.ts';
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { rulesUnder } from '../../../shared/rules.ts';
import { rungOf } from '../ticket/event-example.ts';
import {
  accept,
  after,
  badRating,
  decide,
  noon,
  rules,
  said,
  supervisor,
  ticketIn,
  ticketUnder,
} from '../ticket/ticket-fixture.ts';
import { at, day, official } from '../time/shanghai.ts';

/** `2026-11-20 17:30:00.001` */
const face = (moment: Instant | undefined): string | undefined =>
  moment && withOffset(moment).slice(0, 23).replace('T', ' ');

const firedOf = (ticket: Ticket): string => ticket.fired.map(({ rung }) => rung).join(' ');

/** Fires each next rung at its moment. */
const walk = (ticket: Ticket): readonly string[] => {
  const lines: string[] = [];
  for (let now = ticket; now.nextAt !== undefined;) {
    if (lines.length > rungs.length + 2) throw new Error('the ladder does not end');
    const { next, events: steps, notices } = accept(now, 'escalate', { at: now.nextAt });
    const told = notices.map(({ to }) => to).join(',');
    lines.push(
      `${face(now.nextAt)} ${steps.map((event) => rungOf(event) ?? event.type).join()} ${told}`,
    );
    now = next;
  }
  return lines;
};

const fired = (rung: string, due: string, on: string) => ({
  type: 'escalated',
  round: 1,
  facts: { rung, dueAt: at(due), on },
});

describe('the default ladder', () => {
  it('climbs rung by rung when nobody does anything', () => {
    expect(walk(ticketIn('open'))).toEqual([
      '2026-11-20 17:30:00.001 contact_overdue,remind department',
      '2026-12-07 17:30:00.000 yellow department',
      '2026-12-10 17:30:00.001 overdue,red department,supervisor',
      '2026-12-15 17:30:00.000 supervise department,supervisor',
      '2026-12-17 17:30:00.000 raise_city department,supervisor,city',
      '2026-12-24 17:30:00.000 accountability department,city,accountability',
    ]);
  });

  it('reminds at half time when the resident was contacted', () => {
    expect(walk(ticketIn('rectifying'))[0]).toBe('2026-12-01 13:00:00.000 remind department');
  });

  it('writes a step for each, with the moment it was due, however late it comes', () => {
    const {
      next,
      events: steps,
      notices,
    } = accept(ticketIn('open'), 'escalate', {
      at: at('2026-12-16 08:00'),
    });
    const bySystem = { at: at('2026-12-16 08:00'), by: { role: 'system' }, round: 1 };
    const lines = [
      { type: 'contact_overdue', facts: { dueAt: at('2026-11-20 17:30:00.001') } },
      fired('remind', '2026-11-20 17:30:00.001', 'contact_missed'),
      fired('yellow', '2026-12-07 17:30:00', 'time_gone'),
      { type: 'overdue', facts: { dueAt: at('2026-12-10 17:30:00.001') } },
      fired('red', '2026-12-10 17:30:00.001', 'overdue'),
      fired('supervise', '2026-12-15 17:30:00', 'overdue'),
    ];
    const { id: ticketId } = next;
    const events = lines.map((line) => ({ ticketId, ...bySystem, ...line }));
    const commit = { version: 2, nextAt: next.nextAt };
    expect(steps).toEqual([...events.slice(0, -1), { ...events.at(-1), commit }]);
    expect(notices).toHaveLength(6);
    expect(next).toMatchObject({ version: 2, rung: 4, late: true });
    expect(face(next.nextAt)).toBe('2026-12-17 17:30:00.000');
  });

  it('has fired its first rung with the opening', () => {
    expect(firedOf(ticketIn('open'))).toBe('notify');
    const bare = {
      ...defaultPolicy,
      ladder: defaultPolicy.ladder.map((entry) =>
        entry.rung === 'notify'
          ? { ...entry, triggers: [{ on: 'bad_follow_up' } as const] }
          : entry,
      ),
    };
    const under = rulesUnder(bare, official.calendar);
    expect(firedOf(ticketUnder(under))).toBe('notify');
  });

  it('fires nothing twice', () => {
    const once = accept(ticketIn('open'), 'escalate', { at: at('2026-12-16 08:00') }).next;
    const again = decide(once, 'escalate', { at: at('2026-12-16 08:00') });
    expect(again).toEqual({ ok: false, reason: 'nothing_due' });
    expect(decide(once, 'escalate', { at: at('2026-12-17 17:29:59') }).ok).toBe(false);
  });

  it('is silent when it comes a moment too early', () => {
    const open = ticketIn('open');
    expect(dueRungs(open, rules, at('2026-11-20 17:30'))).toEqual([]);
    expect(dueRungs(open, rules, at('2026-11-20 17:30:00.001'))).toEqual(['remind']);
    expect(dueRungs(open, rules, at('2027-06-01 00:00'))).toEqual(rungs.slice(1));
  });

  it('stops at a review, a register, a closure and a dismissal', () => {
    const late = at('2026-12-31 23:00');
    const states = [
      'dismissal_review',
      'hardship_review',
      'hardship',
      'closure_review',
      'closed',
      'dismissed',
    ] as const;
    for (const state of states) expect(dueRungs(ticketIn(state), rules, late)).toEqual([]);
    for (const state of ['closed', 'dismissed'] as const) {
      // Independent of its clocks.
      expect(dueRungs({ ...ticketIn('open'), state }, rules, late)).toEqual([]);
      expect(ticketIn(state).nextAt).toBeUndefined();
      expect(decide(ticketIn(state), 'escalate', { at: late })).toEqual({
        ok: false,
        reason: 'nothing_due',
      });
    }
  });

  it('raises to the city on the third return, and warns anew as the term behind it runs out', () => {
    const twice = after([
      ['2026-11-20 09:00', 'reached'],
      ['2026-11-20 09:10', 'find'],
      ['2026-11-20 09:20', 'submit'],
      ['2026-11-20 09:30', 'sendBack'],
      ['2026-11-20 09:40', 'submit'],
      ['2026-11-20 09:50', 'sendBack'],
      ['2026-11-20 10:00', 'submit'],
    ]);
    expect(firedOf(twice)).toBe('notify');
    const { next, events: steps, notices } = accept(twice, 'sendBack', { at: noon });
    expect(firedOf(next)).toBe('notify raise_city');
    expect(steps.map((event) => rungOf(event) ?? event.type)).toEqual(['returned', 'raise_city']);
    expect(steps[1]?.facts).toMatchObject({ rung: 'raise_city', on: 'returned', dueAt: noon });
    expect(notices.map(({ type, to }) => `${type} ${to}`)).toEqual([
      'returned department',
      'raise_city department',
      'raise_city supervisor',
      'raise_city city',
    ]);
    expect(next.late).toBe(false);
    expect(next.rung).toBe(5);
    expect(walk(next)).toEqual([
      '2026-11-25 10:15:00.000 remind department',
      '2026-11-26 16:24:00.000 yellow department',
      '2026-11-27 17:30:00.001 overdue,red department,supervisor',
      '2026-12-02 17:30:00.000 supervise department,supervisor',
      '2026-12-11 17:30:00.000 accountability department,city,accountability',
    ]);
  });

  it('does not count days under review as days overdue', () => {
    const back = after([
      ['2026-12-11 17:30', 'find'],
      ['2026-12-11 17:30', 'claimHardship'],
      ['2026-12-15 17:30', 'refuseHardship'],
    ]);
    // One day overdue, then two under review: the third day overdue is 12-17, not 12-15.
    expect(face(back.nextAt)).toBe('2026-12-17 17:30:00.000');
    expect(firedOf(back)).toBe('notify remind yellow red');
    const atDue = after([
      ['2026-12-10 17:30', 'find'],
      ['2026-12-10 17:30', 'claimHardship'],
      ['2026-12-14 17:30', 'refuseHardship'],
    ]);
    expect(face(atDue.nextAt)).toBe('2026-12-17 17:30:00.000');
  });
});

describe('whatever is done', () => {
  it('fires first what was due, as the sweep would have', () => {
    const { next, events: steps } = accept(ticketIn('rectifying'), 'submit', {
      at: at('2026-12-15 18:00'),
    });
    expect(steps.map((event) => rungOf(event) ?? event.type).join(' ')).toBe(
      'remind yellow overdue red supervise submitted',
    );
    expect(firedOf(next)).toBe('notify remind yellow red supervise');
    expect(next).toMatchObject({ late: true, state: 'closure_review' });
  });

  it('fires afterwards what it makes due', () => {
    const back = after([
      ['2026-11-20 17:00', 'claimInvalid'],
      ['2026-11-23 08:00', 'refuseInvalid'],
    ]);
    expect(face(back.nextAt)).toBe('2026-11-23 09:00:00.001');
    const policy = { ...defaultPolicy, clocks: { ...defaultPolicy.clocks } };
    const soon = {
      ...policy,
      ladder: policy.ladder.map((entry) =>
        entry.rung === 'remind' ? { ...entry, triggers: [{ on: 'returned', times: 1 }] } : entry,
      ),
    } as typeof defaultPolicy;
    const under = rulesUnder(soon, official.calendar);
    const returned = accept(ticketIn('closure_review', under), 'sendBack', {
      at: noon,
      rules: under,
    });
    expect(returned.events.map((event) => rungOf(event) ?? '-')).toEqual(['-', 'remind']);
  });

  it('leaves a refused command without effect on what is due', () => {
    expect(decide(ticketIn('open'), 'submit', { at: at('2026-12-31 12:00') })).toEqual({
      ok: false,
      reason: 'illegal_move',
    });
  });
});

describe('a reminder', () => {
  it('of a review comes for each anew', () => {
    const reminded = accept(ticketIn('closure_review'), 'escalate', {
      at: at('2026-11-26 08:00'),
    }).next;
    const back = accept(reminded, 'sendBack', { at: at('2026-11-26 09:00') }).next;
    for (const what of ['submit', 'claimInvalid', 'claimHardship'] as const) {
      const { next } = accept(back, what, { at: at('2026-11-26 10:00') });
      expect(face(next.nextAt)).toBe('2026-12-01 17:30:00.001');
    }
  });

  it('comes on the morning of a hardship’s review date, for each date once', () => {
    const short = { ...said.claimHardship, reviewOn: day('2026-12-05') };
    const asked = accept(ticketIn('rectifying'), short, { at: noon }).next;
    const listed = accept(asked, 'grantHardship', { at: noon }).next;
    expect(face(listed.nextAt)).toBe('2026-12-05 08:30:00.000');
    const {
      next,
      events: steps,
      notices,
    } = accept(listed, 'escalate', { at: at('2026-12-05 08:30') });
    expect(steps).toMatchObject([{ type: 'hardship_review_due' }]);
    expect(notices.map(({ to }) => to)).toEqual(['department', 'supervisor']);
    expect(face(next.nextAt)).toBe('2026-12-10 17:30:00.000');
    const keep = { ...said.keep, outcome: { keepUntil: day('2026-12-20') } };
    const kept = accept(next, keep, { at: at('2026-12-07 09:00'), by: supervisor }).next;
    expect(face(kept.nextAt)).toBe('2026-12-20 08:30:00.000');
  });
});

describe('a ticket that waits for a calendar', () => {
  it('has no next moment while nothing can be dated, and names the year', () => {
    const waiting = ticketUnder(rules, { ...badRating, receivedAt: at('2026-12-31 18:00') });
    expect(waiting.nextAt).toBeUndefined();
    expect(waiting.pendingYear).toBe(2027);
    expect(dueRungs(waiting, rules, at('2027-12-31 12:00'))).toEqual([]);
  });

  it('names the year also when only its last rungs cannot be dated', () => {
    const ticket = ticketUnder(rules, { ...badRating, receivedAt: at('2026-12-01 10:00') });
    expect(face(nextMoment(ticket, rules))).toBe('2026-12-02 17:30:00.001');
    expect(pendingYearOf(ticket, rules)).toBe(2027);
    expect(ticketIn('open').pendingYear).toBeUndefined();
  });
});
