import { describe, expect, it } from 'vitest';

import type { Clock } from '../../../shared/domain/time/deadline.ts';
import { at, clockFace } from '../time/shanghai.ts';
import { corrected, swapped, with2027 } from './calendar-fixture.ts';
import { rungOf } from './event-example.ts';
import {
  accept,
  after,
  badRating,
  decide,
  noon,
  rules,
  ticketIn,
  ticketUnder,
} from './ticket-fixture.ts';

const due = (clock: Clock | undefined): string | undefined =>
  clock?.state === 'running' ? clockFace(clock.dueAt) : clock?.state;

const lateDecember = { ...badRating, receivedAt: at('2026-12-30 10:00') };

describe('a recount', () => {
  it('dates what waited for the year, and finds the next moment', () => {
    const waiting = ticketUnder(rules, lateDecember);
    expect([due(waiting.clocks.contact), due(waiting.clocks.rectify)]).toEqual([
      '2026-12-31 17:30',
      'pending_calendar',
    ]);
    const {
      next,
      events: steps,
      notices,
    } = accept(waiting, 'recount', {
      at: at('2026-12-31 09:00'),
      rules: with2027,
    });
    expect(due(next.clocks.rectify)).toBe('2027-01-21 17:30');
    expect(next).toMatchObject({ version: 2, pendingYear: undefined });
    expect(steps).toEqual([
      {
        ticketId: waiting.id,
        at: at('2026-12-31 09:00'),
        by: { role: 'system' },
        round: 1,
        type: 'recounted',
        facts: {
          year: 2027,
          clocks: { rectify: next.clocks.rectify },
          before: { rectify: waiting.clocks.rectify },
        },
        commit: { version: 2, nextAt: next.nextAt, pendingYear: undefined },
      },
    ]);
    expect(notices).toEqual([]);
  });

  it('fires at once what turns out to be due', () => {
    const waiting = ticketUnder(rules, { ...badRating, receivedAt: at('2026-12-31 18:00') });
    const { next, events: steps } = accept(waiting, 'recount', {
      at: at('2027-01-28 09:00'),
      rules: with2027,
    });
    expect(steps.map((event) => rungOf(event) ?? event.type)).toEqual([
      'recounted',
      'contact_overdue',
      'remind',
      'yellow',
      'overdue',
      'red',
      'supervise',
    ]);
    expect(next.late).toBe(true);
    expect(next.nextAt && next.nextAt > at('2027-01-28 09:00')).toBe(true);
  });

  it('changes nothing twice, and nothing that the year does not touch', () => {
    const waiting = ticketUnder(rules, lateDecember);
    const given = { at: at('2026-12-31 09:00'), rules: with2027 };
    const once = accept(waiting, 'recount', given).next;
    const nothing = { ok: false, reason: 'nothing_changed' };
    expect(decide(once, 'recount', given)).toEqual(nothing);
    for (const state of ['open', 'hardship', 'closed', 'dismissed'] as const) {
      expect(decide(ticketIn(state), 'recount', { at: noon, rules: with2027 })).toEqual(nothing);
    }
  });

  it('is not misled by the order in which a store gives the members back', () => {
    const stored: unknown = JSON.parse(
      JSON.stringify(ticketIn('dismissal_review'), (_key, value: unknown) =>
        value !== null && typeof value === 'object' && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).toReversed())
          : value,
      ),
    );
    expect(decide(stored as ReturnType<typeof ticketIn>, 'recount', { at: noon })).toEqual({
      ok: false,
      reason: 'nothing_changed',
    });
  });

  it('moves running, paused and review clocks, each named with old and new', () => {
    const moved = accept(ticketIn('rectifying'), 'recount', { at: noon, rules: corrected });
    expect(moved.events[0]?.facts).toMatchObject({
      year: 2027,
      clocks: { rectify: { dueAt: at('2026-12-11 17:30') } },
      before: { rectify: { dueAt: at('2026-12-10 17:30') } },
    });
    const asked = after([
      ['2026-11-20 09:00', 'find'],
      ['2026-11-30 09:30', 'claimHardship'],
    ]);
    const { next, events: steps } = accept(asked, 'recount', {
      at: at('2026-11-30 10:00'),
      rules: corrected,
    });
    const [counted] = steps;
    const facts = counted?.type === 'recounted' ? counted.facts : undefined;
    expect(Object.keys(facts?.clocks ?? {})).toEqual(['rectify', 'review']);
    expect(Object.keys(facts?.before ?? {})).toEqual(['rectify', 'review']);
    expect(due(next.clocks.review)).toBe('2026-12-04 17:30');
  });

  it('follows a rung that moved although the due moments did not', () => {
    const ticket = ticketUnder(rules, { ...badRating, receivedAt: at('2026-12-01 10:00') });
    expect(due(ticket.clocks.rectify)).toBe('2026-12-22 17:30');
    expect(ticket.pendingYear).toBe(2027);
    const { next, events: steps } = accept(ticket, 'recount', {
      at: at('2026-12-01 11:00'),
      rules: with2027,
    });
    expect(steps[0]?.facts).toEqual({ year: 2027 });
    expect(next.pendingYear).toBeUndefined();
    expect(next.clocks).toEqual(ticket.clocks);
  });

  it('follows a rung that moved while no due moment and no year did', () => {
    const working = ticketIn('rectifying');
    const [remind, moved] = [at('2026-12-01 13:00'), at('2026-12-02 13:00')];
    expect([working.nextAt, working.pendingYear]).toEqual([remind, undefined]);
    const { next, events } = accept(working, 'recount', { at: noon, rules: swapped });
    expect(events.map(({ facts }) => facts)).toEqual([{ year: 2027 }]);
    expect([next.nextAt, next.pendingYear]).toEqual([moved, undefined]);
    expect(next.clocks).toEqual(working.clocks);
  });

  it('leaves fired what has fired, and late what was late', () => {
    const late = accept(ticketIn('open'), 'escalate', { at: at('2026-12-10 18:00') }).next;
    expect(late.late).toBe(true);
    const { next } = accept(late, 'recount', { at: at('2026-12-10 19:00'), rules: corrected });
    expect(due(next.clocks.rectify)).toBe('2026-12-11 17:30');
    expect(next.late).toBe(true);
    expect(next.fired).toEqual(late.fired);
  });

  it('does not call late by the old calendar what nobody has called late', () => {
    const open = ticketIn('open');
    const { next } = accept(open, 'recount', { at: at('2026-12-10 19:00'), rules: corrected });
    expect(next.late).toBe(false);
    expect(next.fired.at(-1)?.rung).toBe('yellow');
  });

  it('tells later whether a contact was in time, whatever happened after it', () => {
    const waiting = ticketUnder(rules, { ...badRating, receivedAt: at('2026-12-31 18:00') });
    const contactAfter = (reached: string) => {
      const handedIn = after(
        [
          [`2027-${reached}`, 'reached'],
          ['2027-01-06 10:10', 'find'],
          ['2027-01-06 10:20', 'claimInvalid'],
          ['2027-01-06 10:30', 'refuseInvalid'],
          ['2027-01-06 10:40', 'submit'],
        ],
        rules,
        waiting,
      );
      expect(handedIn.clocks.contact.state).toBe('pending_calendar');
      const given = { at: at('2027-01-07 09:00'), rules: with2027 };
      return accept(handedIn, 'recount', given).next.clocks.contact;
    };
    expect(contactAfter('01-04 17:30')).toMatchObject({ state: 'met', late: false });
    expect(contactAfter('01-04 17:31')).toMatchObject({ state: 'met', late: true });
  });

  it('tells later whether a closed ticket was in time', () => {
    const waiting = ticketUnder(rules, { ...badRating, receivedAt: at('2026-12-30 10:00') });
    const closed = after(
      [
        ['2026-12-31 09:00', 'reached'],
        ['2026-12-31 09:10', 'find'],
        ['2027-01-22 09:00', 'submit'],
        ['2027-01-22 10:00', 'approve'],
      ],
      rules,
      waiting,
    );
    expect(closed).toMatchObject({ state: 'closed', late: false, pendingYear: 2027 });
    expect(closed.nextAt).toBeUndefined();
    const { next } = accept(closed, 'recount', { at: at('2027-01-25 09:00'), rules: with2027 });
    expect(next).toMatchObject({ state: 'closed', late: true, pendingYear: undefined });
    expect(next.clocks.rectify).toMatchObject({ state: 'met', late: true });
  });
});
