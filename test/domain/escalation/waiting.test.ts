import { describe, expect, it } from 'vitest';

import { reviewLevels, waitingKinds } from '../../../shared/domain/escalation/waiting-kind.ts';
import { lapseMoment, listRaises } from '../../../shared/domain/escalation/waiting.ts';
import { PolicyWaiting } from '../../../shared/domain/policy/limits.ts';
import { runningDue } from '../../../shared/domain/ticket/clocks.ts';
import type { TicketEvent } from '../../../shared/domain/ticket/event/event.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { calendarOf } from '../../../shared/domain/time/working-days.ts';
import { rulesUnder } from '../../../shared/rules.ts';
import { rungOf } from '../ticket/event-example.ts';
import { accept, decide, noon, rules, said, ticketIn } from '../ticket/ticket-fixture.ts';
import type { Said } from '../ticket/ticket-fixture.ts';
import { at, clockFace, day } from '../time/shanghai.ts';

const short = (event: TicketEvent): string => {
  if (event.type === 'review_raised') return `${event.facts.of}>${event.facts.level}`;
  return rungOf(event) ?? event.type;
};

/** Nobody acts: `11-25 17:30 closure>supervisor; supervisor`, the last being who is told. */
const waitOn = (from: Ticket, until: string): readonly string[] => {
  const lines: string[] = [];
  for (let now = from; now.nextAt !== undefined && now.nextAt < at(until);) {
    const { nextAt } = now;
    const { next, events, notices } = accept(now, 'escalate', { at: nextAt });
    const told = notices.map(({ to }) => to).join(',');
    lines.push(`${clockFace(nextAt).slice(5)} ${events.map(short).join()}; ${told}`);
    now = next;
  }
  return lines;
};

const asked = (state: 'open' | 'rectifying', what: Said): Ticket =>
  accept(ticketIn(state), what, { at: noon }).next;

describe('what waits for a ruling', () => {
  it('is told to reviewers, supervisors and the city, once each; then the claim lapses', () => {
    expect(waitOn(asked('open', 'claimInvalid'), '2026-12-05 00:00')).toEqual([
      '11-25 17:30 invalid>reviewer; reviewer',
      '11-27 17:30 invalid>supervisor; supervisor',
      '12-01 17:30 invalid>city; city',
      '12-04 17:30 claim_lapsed; department,reviewer,supervisor',
    ]);
  });

  it.each([
    ['rectifying', 'claimInvalid', 'invalid'],
    ['rectifying', 'claimHardship', 'hardship'],
    ['open', 'extension', 'extension'],
  ] as const)(
    'of a ticket that is %s, with %s, may be ruled on by three levels',
    (from, what, of) => {
      const raises = listRaises(asked(from, what), rules);
      const lines = raises.map((raise) => {
        const moment = raise.moment.ok ? clockFace(raise.moment.at) : raise.moment.reason;
        return `${raise.of}>${raise.level} ${moment}`;
      });
      expect(lines).toEqual([
        `${of}>reviewer 2026-11-25 17:30`,
        `${of}>supervisor 2026-11-27 17:30`,
        `${of}>city 2026-12-01 17:30`,
      ]);
    },
  );

  it('is of one of six kinds, and told to one of three levels', () => {
    expect(waitingKinds.join(' ')).toBe(
      'closure invalid hardship extension transfer hardship_date',
    );
    expect(reviewLevels.join(' ')).toBe('reviewer supervisor city');
  });

  it('is told at a moment that nobody knows yet where the days off are unknown', () => {
    const unknown = rulesUnder(rules.policy, calendarOf([]));
    const claimed = asked('open', 'claimInvalid');
    const moments = listRaises(claimed, unknown).map(({ moment }) => moment);
    const pending = { ok: false, reason: 'pending_calendar', year: 2026 };
    expect(moments).toEqual([pending, pending, pending]);
    expect(lapseMoment(claimed, unknown)).toEqual(pending);
  });

  it('of a closure begins with the supervisors and never lapses', () => {
    expect(waitOn(ticketIn('closure_review'), '2027-12-31 00:00')).toEqual([
      '11-25 17:30 closure>supervisor; supervisor',
      '12-01 17:30 closure>city; city',
    ]);
  });

  it('of a transfer is due after one working day', () => {
    expect(waitOn(asked('open', 'askTransfer'), '2026-11-28 00:00')).toEqual([
      '11-20 17:30 contact_overdue,remind; department',
      '11-23 17:30 transfer>supervisor; supervisor',
      '11-27 17:30 transfer>city; city',
    ]);
  });

  it('of a hardship goes to the city some days behind its review date', () => {
    const listed = accept(
      accept(
        ticketIn('rectifying'),
        { ...said.claimHardship, reviewOn: day('2026-12-02') },
        { at: noon },
      ).next,
      'grantHardship',
      { at: noon },
    ).next;
    expect(waitOn(listed, '2027-12-31 00:00')).toEqual([
      '12-02 08:30 hardship_review_due; department,supervisor',
      '12-07 17:30 hardship_date>city; city',
    ]);
  });

  it('is told again when it is asked again', () => {
    const first = accept(ticketIn('closure_review'), 'escalate', {
      at: at('2026-12-02 09:00'),
    }).next;
    expect(first.raised?.map(({ level }) => level)).toEqual(['supervisor', 'city']);
    const back = accept(first, 'sendBack', { at: at('2026-12-02 10:00') }).next;
    const again = accept(back, 'submit', { at: at('2026-12-02 11:00') }).next;
    expect(waitOn(again, '2027-12-31 00:00')).toEqual([
      '12-07 17:30 closure>supervisor; supervisor',
      '12-11 17:30 closure>city; city',
    ]);
  });

  it('is nobody’s to raise under a policy without a ladder for it', () => {
    const { waiting: _waiting, ...policy } = rules.policy;
    const before = { ...rules, policy };
    const claimed = asked('open', 'claimInvalid');
    expect([listRaises(claimed, before), lapseMoment(claimed, before)]).toEqual([[], undefined]);
  });
});

const reached: Ticket = accept(ticketIn('rectifying'), 'reached', { at: noon }).next;

describe('a claim on which nobody rules', () => {
  const lapsedAt = at('2026-12-04 17:30:00.001');

  it('can be ruled on up to the end of the tenth working day', () => {
    const claimed = asked('rectifying', 'claimHardship');
    const last = decide(claimed, 'refuseHardship', { at: at('2026-12-04 17:30') });
    expect(last.ok).toBe(true);
    const late = decide(claimed, 'refuseHardship', { at: lapsedAt });
    expect(late).toEqual({ ok: false, reason: 'claim_not_waiting' });
  });

  it.each([
    ['open', 'claimInvalid', 'open'],
    ['rectifying', 'claimInvalid', 'rectifying'],
    ['rectifying', 'claimHardship', 'rectifying'],
    ['open', 'extension', 'open'],
  ] as const)('leads back from %s by %s to %s, and is used up', (from, what, state) => {
    const claimed = asked(from, what);
    const { next } = accept(claimed, 'escalate', { at: at('2026-12-07 09:00') });
    expect(next).toMatchObject({ state, claim: undefined });
    expect(next.claimed).toEqual(claimed.claimed);
    expect(next.tally?.lapsed).toEqual({ [claimed.claimed[0] ?? '']: 1 });
    const again = decide(next, what, { at: at('2026-12-07 09:00') });
    expect(again).toEqual({ ok: false, reason: 'claim_used' });
  });

  it('lets the duties run on from the moment at which it lapsed, however late that is seen', () => {
    const claimed = accept(reached, 'claimInvalid', { at: noon }).next;
    const dueWhenSeen = (moment: Instant) => {
      const { next, events } = accept(claimed, 'escalate', { at: moment });
      expect(next.clocks.review).toEqual({ state: 'stopped', at: lapsedAt });
      expect(events.find(({ type }) => type === 'claim_lapsed')?.facts).toMatchObject({
        claim: 'invalid',
        dueAt: lapsedAt,
      });
      const { rectify } = next.clocks;
      return rectify.state === 'running' ? withOffset(rectify.dueAt).slice(0, 16) : rectify.state;
    };
    // Five and a half hours and fourteen days were left on 20 November.
    expect(dueWhenSeen(lapsedAt)).toBe('2026-12-25T14:00');
    expect(dueWhenSeen(at('2026-12-20 09:00'))).toBe(dueWhenSeen(lapsedAt));
  });

  it('warns of what has become due behind it in the same look', () => {
    const claimed = accept(reached, 'claimInvalid', { at: noon }).next;
    const { events, next } = accept(claimed, 'escalate', { at: at('2026-12-31 17:30') });
    expect(events.map(short)).toEqual([
      'invalid>reviewer',
      'invalid>supervisor',
      'invalid>city',
      'claim_lapsed',
      'remind',
      'yellow',
      'overdue',
      'red',
      'supervise',
    ]);
    expect(next.late).toBe(true);
    expect(runningDue(next.clocks.rectify)).toBeDefined();
  });

  it('allows at once what the former state allows', () => {
    const claimed = asked('open', 'claimInvalid');
    const { next, events } = accept(claimed, 'find', { at: at('2026-12-07 09:00') });
    expect(events.map(({ type }) => type)).toContain('claim_lapsed');
    expect(next.state).toBe('rectifying');
    expect(decide(claimed, 'find', { at: at('2026-12-04 09:00') }).ok).toBe(false);
  });

  it('cannot lapse twice', () => {
    const { next } = accept(asked('rectifying', 'claimInvalid'), 'escalate', { at: lapsedAt });
    expect(lapseMoment(next, rules)).toBeUndefined();
  });
});

describe('the limits of a policy for what waits', () => {
  const usual = { supervisorAfter: 2, cityAfter: 4, claimLapsesAfter: 10 };
  it.each([
    [usual, true],
    [{ ...usual, supervisorAfter: 4 }, true],
    [{ ...usual, supervisorAfter: 5 }, false],
    [{ ...usual, cityAfter: 16 }, false],
    [{ ...usual, claimLapsesAfter: 9 }, false],
    [{ ...usual, claimLapsesAfter: 31 }, false],
  ])('%o: %s', (waiting, isAllowed) => {
    expect(PolicyWaiting.safeParse(waiting).success).toBe(isAllowed);
  });
});
