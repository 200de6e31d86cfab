import { describe, expect, it } from 'vitest';

import {
  ladderNotices,
  roundTwoNotices,
} from '../../../shared/domain/escalation/ladder-notice.table.ts';
import {
  dueFirings,
  nextMoment,
  pendingYearOf,
  rungNumber,
} from '../../../shared/domain/escalation/ladder.ts';
import {
  contactOverrun,
  hardshipReminder,
  overrunMoment,
  reviewReminder,
} from '../../../shared/domain/escalation/reminder.ts';
import {
  roundStart,
  runOutMoment,
  triggerMoment,
} from '../../../shared/domain/escalation/trigger-moment.ts';
import { rungs } from '../../../shared/domain/policy/policy.ts';
import type { Trigger } from '../../../shared/domain/policy/policy.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import type { Clock } from '../../../shared/domain/time/deadline.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import { rules, ticketIn } from '../ticket/ticket-fixture.ts';
import { at, day } from '../time/shanghai.ts';

/** Received 2026-11-19 17:30: contact due 11-20, rectify 12-10. */
const open = ticketIn('open');
const later = at('2026-11-25 09:00');
const met = (late: boolean): Clock => ({ state: 'met', at: later, late });
const stopped: Clock = { state: 'stopped', at: later };
const clocks = (more: Partial<Ticket['clocks']>) => ({
  ...open,
  clocks: { ...open.clocks, ...more },
});

const momentOf = (trigger: Trigger, ticket: Ticket = open): string | undefined => {
  const moment = triggerMoment(trigger, ticket, rules);
  return moment?.ok ? withOffset(moment.at).slice(0, 23).replace('T', ' ') : moment?.reason;
};

describe('the moment of a trigger', () => {
  it.each<[string, Trigger, string | undefined]>([
    ['the opening', { on: 'opened' }, '2026-11-19 17:30:00.000'],
    ['a missed contact', { on: 'contact_missed' }, '2026-11-20 17:30:00.001'],
    ['half of the time', { on: 'time_gone', share: 0.5 }, '2026-12-01 13:00:00.000'],
    ['being overdue', { on: 'overdue', workingDays: 0 }, '2026-12-10 17:30:00.001'],
    ['being long overdue', { on: 'overdue', workingDays: 2 }, '2026-12-14 17:30:00.000'],
    ['being overdue into the next year', { on: 'overdue', workingDays: 40 }, 'pending_calendar'],
    ['a return', { on: 'returned', times: 1 }, undefined],
    ['a bad follow-up', { on: 'bad_follow_up' }, undefined],
  ])('of %s', (_what, trigger, moment) => {
    expect(momentOf(trigger)).toBe(moment);
  });

  it('of a return is that one, in the term that it begins', () => {
    const returned = { ...open, returns: 2, returnedAt: later };
    expect(momentOf({ on: 'returned', times: 2 }, returned)).toBe('2026-11-25 09:00:00.000');
    expect(momentOf({ on: 'returned', times: 1 }, returned)).toBeUndefined();
    expect(momentOf({ on: 'returned', times: 3 }, returned)).toBeUndefined();
  });

  it('of round 2 is its follow-up', () => {
    const again = { ...open, round: 2, followUp: { level: 'dissatisfied', at: later } } as Ticket;
    expect(roundStart(again)).toBe(later);
    expect(roundStart({ ...again, round: 1 })).toBe(open.openedAt);
    expect(momentOf({ on: 'bad_follow_up' }, again)).toBe('2026-11-25 09:00:00.000');
    expect(momentOf({ on: 'opened' }, again)).toBe('2026-11-25 09:00:00.000');
  });

  it('of days overdue leaves out what was paused after the due moment, and only that', () => {
    const { rectify } = open.clocks;
    if (rectify.state !== 'running') throw new Error(rectify.state);
    const paused = (from: string, to: string) =>
      clocks({ rectify: { ...rectify, pauses: [{ from: at(from), to: at(to) }] } });
    const overdue = (workingDays: number, from: string, to: string) =>
      momentOf({ on: 'overdue', workingDays }, paused(from, to));
    const before = ['2026-12-01 17:30', '2026-12-03 17:30'] as const;
    const after = ['2026-12-10 17:30', '2026-12-14 17:30'] as const;
    expect(overdue(1, ...before)).toBe('2026-12-11 17:30:00.000');
    expect(overdue(1, ...after)).toBe('2026-12-15 17:30:00.000');
    expect(overdue(40, ...after)).toBe('pending_calendar');
  });

  it.each([
    ['met', met(false)],
    ['stopped', stopped],
  ])('is none of a clock that was %s', (_what, clock) => {
    const ended = clocks({ contact: clock, rectify: clock });
    expect(runOutMoment(clock)).toBeUndefined();
    expect(momentOf({ on: 'contact_missed' }, ended)).toBeUndefined();
    expect(momentOf({ on: 'time_gone', share: 0.5 }, ended)).toBeUndefined();
    expect(momentOf({ on: 'overdue', workingDays: 0 }, ended)).toBeUndefined();
  });
});

describe('what falls due besides the ladder', () => {
  it('is a duty that ran out, once', () => {
    expect(contactOverrun(open)).toEqual({ ok: true, at: at('2026-11-20 17:30:00.001') });
    expect(overrunMoment(open)).toEqual({ ok: true, at: at('2026-12-10 17:30:00.001') });
    const counted = { ...open, tally: { overdue: { contact: true, rectify: true } } } as const;
    expect([contactOverrun(counted), overrunMoment(counted)]).toEqual([undefined, undefined]);
    expect(overrunMoment({ ...open, late: true })).toBeUndefined();
    expect(overrunMoment(clocks({ rectify: stopped }))).toBeUndefined();
  });

  it('is a rectification that turns out to have been late', () => {
    expect(overrunMoment(clocks({ rectify: met(true) }))).toEqual({ ok: true, at: later });
    expect(overrunMoment(clocks({ rectify: met(false) }))).toBeUndefined();
  });

  it.each(['dismissal_review', 'hardship_review', 'closure_review'] as const)(
    'is a review that takes too long: %s',
    (state) => {
      const asked = ticketIn(state);
      const { waiting: _waiting, ...policy } = rules.policy;
      const without = { ...rules, policy };
      const due = { ok: true, at: at('2026-11-25 17:30:00.001') };
      expect(reviewReminder(asked, without)).toEqual(due);
      expect(reviewReminder({ ...asked, reviewRemindedAt: later }, without)).toBeUndefined();
      expect(reviewReminder({ ...asked, state: 'rectifying' }, without)).toBeUndefined();
      expect(reviewReminder(asked, rules)).toBeUndefined();
    },
  );

  it('is the date of a hardship, in the morning', () => {
    const listed = ticketIn('hardship');
    const reviewOn = day('2026-12-05');
    const due = { ...listed, hardship: { ...listed.hardship!, reviewOn } };
    expect(hardshipReminder(due, rules)).toEqual({ ok: true, at: at('2026-12-05 08:30') });
    const reminded = { ...due, hardship: { ...due.hardship, remindedAt: later } };
    expect(hardshipReminder(reminded, rules)).toBeUndefined();
    expect(hardshipReminder({ ...due, state: 'rectifying' }, rules)).toBeUndefined();
    expect(hardshipReminder(open, rules)).toBeUndefined();
  });
});

describe('the ladder', () => {
  it('fires a rung for its own reasons, whatever a later one is due for', () => {
    const returned = { ...open, returns: 3, returnedAt: later };
    expect(dueFirings(returned, rules, later)).toEqual([
      { rung: 'remind', dueAt: at('2026-11-20 17:30:00.001'), on: 'contact_missed' },
      { rung: 'raise_city', dueAt: later, on: 'returned' },
    ]);
  });

  it('fires a rung for its own reason when a later one is due at the same moment', () => {
    const ladder = rules.policy.ladder.map(({ rung, triggers }) => ({
      rung,
      triggers: ['red', 'supervise'].includes(rung)
        ? ([
            { on: 'overdue', workingDays: 0 },
            { on: 'time_gone', share: 1 },
          ] as const)
        : triggers,
    }));
    const under = { ...rules, policy: { ...rules.policy, ladder } };
    const ranOut = dueFirings(open, under, at('2026-12-10 17:30:00.001'));
    expect(ranOut.slice(-2)).toEqual(
      ['red', 'supervise'].map((rung) => ({
        rung,
        dueAt: at('2026-12-10 17:30'),
        on: 'time_gone',
      })),
    );
  });

  it('names the first of two reasons that come at the same moment', () => {
    const second = { ...open, round: 2, followUp: { level: 'dissatisfied', at: later } } as Ticket;
    const triggers = [{ on: 'opened' }, { on: 'bad_follow_up' }] as const;
    const reasons = [triggers, triggers.toReversed()].map((of) => {
      const ladder = [{ rung: 'remind', triggers: of }] as const;
      const under = { ...rules, policy: { ...rules.policy, ladder } };
      return dueFirings(second, under, later).map(({ on }) => on);
    });
    expect(reasons).toEqual([['opened'], ['bad_follow_up']]);
  });

  it('fires again behind a return, but not what happens once in a round', () => {
    const fired = rungs.map((rung) => ({ rung, at: later, round: 1 as const }));
    const late = at('2026-12-31 12:00');
    const returned = { ...open, fired, returns: 1, returnedAt: later };
    const again = ['remind', 'yellow', 'red', 'supervise', 'raise_city', 'accountability'];
    expect(dueFirings(returned, rules, late).map(({ rung }) => rung)).toEqual(again);
    const behind = again.map((rung) => ({ rung, at: later, round: 1, returns: 1 }));
    const told = { ...returned, fired: [...fired, ...behind] } as Ticket;
    expect(dueFirings(told, rules, late)).toEqual([]);
  });

  it('fires each rung once in a term', () => {
    const fired = rungs.map((rung) => ({ rung, at: later, round: 1 as const }));
    const all = { ...open, fired };
    expect(dueFirings(all, rules, at('2027-12-31 12:00'))).toEqual([]);
    const again = {
      ...all,
      round: 2,
      followUp: { level: 'dissatisfied', at: later },
      clocks: { contact: stopped, rectify: stopped },
    } as Ticket;
    expect(dueFirings({ ...again, fired }, rules, later).map(({ rung }) => rung)).toEqual([
      'notify',
      'raise_city',
    ]);
    expect(pendingYearOf({ ...again, fired: [] }, rules)).toBeUndefined();
    expect(dueFirings(again, rules, later)[0]).toEqual({
      rung: 'notify',
      dueAt: later,
      on: 'opened',
    });
  });

  it('tells of each round when it begins, whatever a policy says of its first rung', () => {
    const [, ...higher] = rules.policy.ladder;
    const first = { rung: 'notify', triggers: [{ on: 'contact_missed' }] } as const;
    const under = { ...rules, policy: { ...rules.policy, ladder: [first, ...higher] } };
    const begun = (ticket: Ticket) => dueFirings({ ...ticket, fired: [] }, under, later)[0];
    expect(begun(open)).toEqual({ rung: 'notify', dueAt: open.openedAt, on: 'opened' });
    const anew = clocks({ contact: stopped, rectify: stopped });
    const again = { ...anew, round: 2, followUp: { level: 'dissatisfied', at: later } } as Ticket;
    expect(begun(again)).toEqual({ rung: 'notify', dueAt: later, on: 'opened' });
  });

  it('knows its next moment, the earliest of all, and the year that it waits for', () => {
    expect(nextMoment(open, rules)).toBe(at('2026-11-20 17:30:00.001'));
    expect(pendingYearOf(open, rules)).toBeUndefined();
    const facts = { startedAt: open.openedAt, term: rules.policy.clocks.rectify, pauses: [] };
    const waits = (year: number): Clock => ({
      state: 'pending_calendar',
      ...facts,
      year,
      since: open.openedAt,
    });
    expect(pendingYearOf(clocks({ rectify: waits(2028), contact: waits(2027) }), rules)).toBe(2027);
    expect(pendingYearOf(clocks({ rectify: waits(2027), contact: waits(2028) }), rules)).toBe(2027);
    expect(pendingYearOf(clocks({ review: waits(2029) }), rules)).toBe(2029);
  });

  it('numbers its rungs from 0', () => {
    expect(rungs.map(rungNumber)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(rungs.join(' ')).toBe('notify remind yellow red supervise raise_city accountability');
  });
});

describe('who is told', () => {
  it('of each rung', () => {
    const told = rungs.map((rung) =>
      [rung, ...ladderNotices[rung].map(({ type, to }) => `${type}>${to}`)].join(' '),
    );
    expect(told).toEqual([
      'notify ticket_opened>department',
      'remind remind>department',
      'yellow yellow>department',
      'red red>department red>supervisor',
      'supervise supervise>department supervise>supervisor',
      'raise_city raise_city>department raise_city>supervisor raise_city>city',
      'accountability accountability>department accountability>city accountability>accountability',
    ]);
    expect(roundTwoNotices).toEqual([
      { type: 'round_two', to: 'department' },
      { type: 'round_two', to: 'supervisor' },
    ]);
  });
});
