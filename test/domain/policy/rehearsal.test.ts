import { describe, expect, it } from 'vitest';

import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import { defaultPolicy } from '../../../shared/domain/policy/policy.ts';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import { hasChanges, rehearseTicket } from '../../../shared/domain/policy/rehearsal.ts';
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
    expect(rehearsed.rectifyDue).toEqual({
      now: at('2026-12-11T17:30:00+08:00'),
      proposed: at('2026-12-04T17:30:00+08:00'),
    });
    expect(rehearsed.contactDue.now).toBe(rehearsed.contactDue.proposed);
    expect(rehearsed.rungs.now).toEqual(['notify', 'remind']);
    expect(rehearsed.rungs.proposed).toEqual(['notify', 'remind', 'yellow', 'red']);
    expect(hasChanges(rehearsed)).toBe(true);
  });

  it('is counted in the other policy’s unit and by its office hours', () => {
    const days = rehearseTicket(ticket, { own, other: rectifyIn(15, 'calendar_day'), at: noon });
    expect(days.rectifyDue.proposed).toBe(at('2026-12-07T17:30:00+08:00'));
    const office = { dayStart: 540, cutOff: 1020, dayEnd: 1020 };
    const hours = rehearseTicket(ticket, { own, other: under({ office }), at: noon });
    expect(hours.rectifyDue.proposed).toBe(at('2026-12-11T17:00:00+08:00'));
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
    const { rectifyDue } = rehearseTicket(back, { own, other, at: noon });
    expect(rectifyDue).toEqual({
      now: at('2026-11-27T17:30:00+08:00'),
      proposed: at('2026-11-24T17:30:00+08:00'),
    });
  });

  it('shows what a clock that stands was due at, and nothing for one that was stopped', () => {
    const stood = { ...ticket.clocks.rectify, state: 'paused', pausedAt: noon, remainingMs: 0 };
    const paused = { ...ticket, clocks: { ...ticket.clocks, rectify: stood } } as Ticket;
    expect(rehearseTicket(paused, { own, other: rectifyIn(10), at: noon }).rectifyDue).toEqual({
      now: at('2026-12-11T17:30:00+08:00'),
      proposed: at('2026-12-04T17:30:00+08:00'),
    });
    const stopped = { state: 'stopped', at: noon } as const;
    const ended: Ticket = { ...ticket, clocks: { contact: stopped, rectify: stopped } };
    const rehearsed = rehearseTicket(ended, { own, other: rectifyIn(10), at: noon });
    expect(rehearsed.contactDue).toEqual({ now: undefined, proposed: undefined });
    expect(rehearsed.rectifyDue).toEqual({ now: undefined, proposed: undefined });
  });

  it.each([
    ['its contact is due at another time', { contactDue: { now: noon, proposed: undefined } }],
    [
      'its rectification is due at another time',
      { rectifyDue: { now: undefined, proposed: noon } },
    ],
    ['it is elsewhere on the ladder', { rungs: { now: ['notify'], proposed: ['remind'] } }],
    ['it would not be open', { opens: false }],
  ] as const)('has changed when %s, whatever stays the same', (_what, change) => {
    const same = {
      opens: true,
      contactDue: { now: noon, proposed: noon },
      rectifyDue: { now: noon, proposed: noon },
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
    const { rectifyDue } = rehearseTicket(extended, { own, other: rectifyIn(10), at: noon });
    expect(rectifyDue.proposed).toBe(at('2026-12-09T17:30:00+08:00'));
  });

  it('waits for a calendar that the longer term would need', () => {
    const { rectifyDue } = rehearseTicket(ticket, { own, other: rectifyIn(60), at: noon });
    expect(rectifyDue).toMatchObject({ now: at('2026-12-11T17:30:00+08:00'), proposed: undefined });
  });

  it('keeps what is done: a contact that was made has no other deadline', () => {
    const by = {
      role: 'staff',
      id: 'u-handler',
      roles: ['handler'],
      department: ticket.creditCode,
      area: '330602',
    } as const;
    const contacted = decideTicket(
      ticket,
      { type: 'recordContact', way: 'phone', outcome: 'reached' },
      { at: noon, by, rules: own },
    );
    if (!contacted.ok) throw new Error(contacted.reason);
    const contact = { amount: 3, unit: 'working_day' } as const;
    const other = under({ clocks: { ...clocks, contact } });
    const { contactDue } = rehearseTicket(contacted.next, { own, other, at: noon });
    expect(contactDue).toEqual({ now: undefined, proposed: undefined });
  });
});
