import { describe, expect, it } from 'vitest';

import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import { hasChanges, rehearseTicket } from '../../../shared/domain/policy/rehearsal.ts';
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import { decideTicket } from '../../../shared/domain/ticket/machine.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { calendarOf } from '../../../shared/domain/time/working-days.ts';
import { rulesUnder, shippedRules } from '../../../shared/rules.ts';
import { sampleRating, ticketOf } from '../../contract/suite/sample.ts';
import { at } from '../../fake/clock.ts';

const calendar = calendarOf(officialCalendarYears);
const own = shippedRules;
const under = (change: Partial<Policy>) =>
  rulesUnder({ ...defaultPolicy, version: 2, ...change }, calendar);

const { clocks } = defaultPolicy;
const rectifyIn = (amount: number, unit: 'working_day' | 'calendar_day' = 'working_day') =>
  under({ clocks: { ...clocks, rectify: { amount, unit } } });

/** Friday 2026-11-20 09:30, due after 15 working days on 2026-12-11. */
const ticket: Ticket = ticketOf(sampleRating()).ticket;
const noon = at('2026-11-20T12:00:00+08:00');

describe('an open ticket under another policy', () => {
  it('differs in nothing under the same rules', () => {
    const same = rehearseTicket(ticket, { own, other: under({}), at: noon });
    expect(hasChanges(same)).toBe(false);
    expect(same).toMatchObject({ opens: true, rungs: { now: ['notify'], proposed: ['notify'] } });
  });

  it('is due earlier with a shorter term, and further up the ladder', () => {
    const late = at('2026-12-08T12:00:00+08:00');
    const rehearsed = rehearseTicket(ticket, { own, other: rectifyIn(10), at: late });
    expect(rehearsed.due.rectify).toEqual({
      now: at('2026-12-11T17:30:00+08:00'),
      proposed: at('2026-12-04T17:30:00+08:00'),
    });
    expect(rehearsed.due.contact.now).toBe(rehearsed.due.contact.proposed);
    expect(rehearsed.rungs.now).toEqual(['notify', 'remind']);
    expect(rehearsed.rungs.proposed).toEqual(['notify', 'remind', 'yellow', 'red']);
    expect(hasChanges(rehearsed)).toBe(true);
  });

  it('is counted in the other policy’s unit and by its office hours', () => {
    const days = rehearseTicket(ticket, { own, other: rectifyIn(15, 'calendar_day'), at: noon });
    expect(days.due.rectify.proposed).toBe(at('2026-12-07T17:30:00+08:00'));
    const office = { dayStart: 540, cutOff: 1020, dayEnd: 1020 };
    const hours = rehearseTicket(ticket, { own, other: under({ office }), at: noon });
    expect(hours.due.rectify.proposed).toBe(at('2026-12-11T17:00:00+08:00'));
  });

  it('has its short term after a return, and that of the other policy', () => {
    const back: Ticket = {
      ...ticket,
      returnedAt: ticket.openedAt,
      clocks: {
        ...ticket.clocks,
        rectify: {
          state: 'running',
          startedAt: ticket.openedAt,
          term: clocks.redo,
          pauses: [],
          dueAt: at('2026-11-27T17:30:00+08:00'),
        },
      },
    };
    const redo = { amount: 2, unit: 'working_day' } as const;
    const other = under({ clocks: { ...clocks, redo } });
    const { due } = rehearseTicket(back, { own, other, at: noon });
    expect(due.rectify).toEqual({
      now: at('2026-11-27T17:30:00+08:00'),
      proposed: at('2026-11-24T17:30:00+08:00'),
    });
  });

  it('runs by the short term in round 2, although it was never returned', () => {
    const again: Ticket = {
      ...ticket,
      round: 2,
      clocks: {
        ...ticket.clocks,
        rectify: {
          state: 'running',
          startedAt: ticket.openedAt,
          term: clocks.redo,
          pauses: [],
          dueAt: at('2026-11-27T17:30:00+08:00'),
        },
      },
    };
    const now = at('2026-11-27T17:30:00+08:00');
    const long = rehearseTicket(again, { own, other: rectifyIn(30), at: noon });
    expect(long.due.rectify).toEqual({ now, proposed: now });
    expect(hasChanges(long)).toBe(false);
    const redo = { amount: 2, unit: 'working_day' } as const;
    const other = under({ clocks: { ...clocks, redo } });
    const short = rehearseTicket(again, { own, other, at: noon });
    expect(short.due.rectify).toEqual({ now, proposed: at('2026-11-24T17:30:00+08:00') });
  });

  it('is reviewed by the term of the other policy', () => {
    const dueAt = at('2026-11-25T17:30:00+08:00');
    const facts = { startedAt: ticket.openedAt, term: clocks.review, pauses: [] } as const;
    const review = { state: 'running', ...facts, dueAt } as const;
    const claimed: Ticket = { ...ticket, clocks: { ...ticket.clocks, review } };
    const longer = { ...clocks, review: { amount: 5, unit: 'working_day' } } as const;
    const { due } = rehearseTicket(claimed, { own, other: under({ clocks: longer }), at: noon });
    expect(due.review).toEqual({ now: dueAt, proposed: at('2026-11-27T17:30:00+08:00') });
    expect(rehearseTicket(ticket, { own, other: under({}), at: noon }).due.review).toEqual({
      now: undefined,
      proposed: undefined,
    });
  });

  it('shows what a clock that stands was due at, and nothing for one that was stopped', () => {
    const stood = { ...ticket.clocks.rectify, state: 'paused', pausedAt: noon, remainingMs: 0 };
    const paused = { ...ticket, clocks: { ...ticket.clocks, rectify: stood } } as Ticket;
    expect(rehearseTicket(paused, { own, other: rectifyIn(10), at: noon }).due.rectify).toEqual({
      now: at('2026-12-11T17:30:00+08:00'),
      proposed: at('2026-12-04T17:30:00+08:00'),
    });
    const stopped = { state: 'stopped', at: noon } as const;
    const ended: Ticket = { ...ticket, clocks: { contact: stopped, rectify: stopped } };
    const rehearsed = rehearseTicket(ended, { own, other: rectifyIn(10), at: noon });
    expect(rehearsed.due.contact).toEqual({ now: undefined, proposed: undefined });
    expect(rehearsed.due.rectify).toEqual({ now: undefined, proposed: undefined });
  });

  const still = { now: noon, proposed: noon };
  const allStill = { contact: still, rectify: still, review: still };

  it.each([
    ['its contact', { due: { ...allStill, contact: { now: noon, proposed: undefined } } }],
    ['its rectification', { due: { ...allStill, rectify: { now: undefined, proposed: noon } } }],
    ['its review', { due: { ...allStill, review: { now: noon, proposed: ticket.openedAt } } }],
    ['its place on the ladder', { rungs: { now: ['notify'], proposed: ['remind'] } }],
    ['its being open at all', { opens: false }],
  ] as const)('has changed by %s alone', (_what, change) => {
    const same = {
      opens: true,
      due: allStill,
      rungs: { now: ['notify'], proposed: ['notify'] },
    } as const;
    expect(hasChanges(same)).toBe(false);
    expect(hasChanges({ ...same, ...change })).toBe(true);
  });

  it('would not be one where its level is not bad', () => {
    const other = under({ badLevels: ['very_dissatisfied'] });
    const rehearsed = rehearseTicket(ticket, { own, other, at: noon });
    expect(rehearsed.opens).toBe(false);
    expect(hasChanges(rehearsed)).toBe(true);
  });

  it('keeps an extension that was granted', () => {
    const extended: Ticket = {
      ...ticket,
      clocks: {
        ...ticket.clocks,
        rectify: {
          state: 'running',
          startedAt: ticket.openedAt,
          term: { amount: 18, unit: 'working_day' },
          pauses: [],
          dueAt: at('2026-12-16T17:30:00+08:00'),
        },
      },
    };
    const { due } = rehearseTicket(extended, { own, other: rectifyIn(10), at: noon });
    expect(due.rectify.proposed).toBe(at('2026-12-09T17:30:00+08:00'));
  });

  it('waits for a calendar that the longer term would need', () => {
    const { due } = rehearseTicket(ticket, { own, other: rectifyIn(60), at: noon });
    expect(due.rectify).toMatchObject({
      now: at('2026-12-11T17:30:00+08:00'),
      proposed: undefined,
    });
  });

  it('keeps what is done: a contact that was made has no other deadline', () => {
    const by = {
      role: 'staff',
      id: 'u-handler',
      roles: ['handler'],
      department: ticket.creditCode,
      area: '330602',
      isConcerned: false,
    } as const;
    const contacted = decideTicket(
      ticket,
      { type: 'recordContact', way: 'phone', outcome: 'reached' },
      { at: noon, by, rules: own },
    );
    if (!contacted.ok) throw new Error(contacted.reason);
    const contact = { amount: 3, unit: 'working_day' } as const;
    const other = under({ clocks: { ...clocks, contact } });
    const { due } = rehearseTicket(contacted.next, { own, other, at: noon });
    expect(due.contact).toEqual({ now: undefined, proposed: undefined });
  });
});
