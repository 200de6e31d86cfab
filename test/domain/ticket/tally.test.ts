import { describe, expect, it } from 'vitest';

import { contributionsOf } from '../../../shared/domain/figures/contribution.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { at } from '../time/shanghai.ts';
import { with2027 } from './calendar-fixture.ts';
import {
  accept,
  after as lived,
  badRating,
  deptA,
  deptB,
  rules,
  ticketUnder,
} from './ticket-fixture.ts';
import type { Line } from './ticket-fixture.ts';

/** Received 2026-11-19 17:30: contact due 11-20 17:30, rectify 12-10 17:30. */
const after = (...lines: readonly Line[]): Ticket => lived(lines);

const counted = (ticket: Ticket) => {
  const [city] = contributionsOf({ kind: 'ticket', of: ticket });
  const counts = Object.entries(city?.counts ?? {}).filter(
    ([slot, count]) => count !== 0 && !['bad', 'bad_by:qr'].includes(slot),
  );
  return Object.fromEntries(counts);
};

const onTime = [
  ['2026-11-20 09:00', 'reached'],
  ['2026-11-20 09:10', 'find'],
  ['2026-11-20 09:20', 'submit'],
  ['2026-11-20 09:30', 'approve'],
] as const;

describe('what figures count of a ticket', () => {
  it('is a bad rating in a state, before anything is due', () => {
    expect(counted(after())).toEqual({ 'state:open': 1 });
  });

  it('is a duty done in time, late, or missed', () => {
    expect(counted(after(...onTime))).toEqual({
      'state:closed': 1,
      'contact:on_time': 1,
      'rectify:on_time': 1,
    });
    expect(counted(after(['2026-11-20 17:30:00.001', 'escalate']))).toEqual({
      'state:open': 1,
      'contact:missed': 1,
    });
    expect(counted(after(['2026-11-23 09:00', 'reached']))).toMatchObject({ 'contact:late': 1 });
    expect(counted(after(['2026-12-11 09:00', 'escalate']))).toEqual({
      'state:open': 1,
      'contact:missed': 1,
      'rectify:missed': 1,
    });
    const late = after(
      ['2026-12-11 09:00', 'reached'],
      ['2026-12-11 09:10', 'find'],
      ['2026-12-11 09:20', 'submit'],
    );
    expect(counted(late)).toEqual({
      'state:closure_review': 1,
      'contact:late': 1,
      'rectify:late': 1,
    });
  });

  it('is no answer met by attempts in vain', () => {
    const tried = after(
      ['2026-11-20 09:00', 'noAnswer'],
      ['2026-11-20 11:00', 'noAnswer'],
      ['2026-11-20 15:00', 'noAnswer'],
      ['2026-11-20 15:10', 'find'],
      ['2026-11-20 15:20', 'submit'],
    );
    expect(counted(tried)).toEqual({ 'state:closure_review': 1, 'rectify:on_time': 1 });
  });

  it('is taken back by a return, and late for good once late', () => {
    const returned = after(...onTime.slice(0, 3), ['2026-11-20 09:30', 'sendBack']);
    expect(counted(returned)).toEqual({
      'state:rectifying': 1,
      'contact:on_time': 1,
      returns: 1,
    });
    const redone = after(
      ['2026-12-11 09:00', 'reached'],
      ['2026-12-11 09:10', 'find'],
      ['2026-12-11 09:20', 'submit'],
      ['2026-12-11 09:30', 'sendBack'],
      ['2026-12-11 09:40', 'submit'],
    );
    expect(counted(redone)).toMatchObject({ 'rectify:late': 1, returns: 1 });
  });

  it('is the outcome of both rounds, each of its own', () => {
    const second = after(...onTime, ['2026-11-24 09:00', 'bad']);
    const first = { 'contact:on_time': 1, 'rectify:on_time': 1, round_two: 1 };
    expect(counted(second)).toEqual({ 'state:open': 1, ...first });
    // All rungs were fired together with the escalation to the city, and the missed deadline is
    // still detected.
    const runOut = at('2026-11-25 17:30:00.001');
    expect(second.nextAt).toBe(runOut);
    const missed = accept(second, 'escalate', { at: runOut }).next;
    expect(counted(missed)).toEqual({
      'state:open': 1,
      ...first,
      'contact:missed': 1,
    });
  });

  it('is late in the second round only when that one was late', () => {
    const lateFirst = [
      ['2026-12-11 09:00', 'reached'],
      ['2026-12-11 09:10', 'find'],
      ['2026-12-11 09:20', 'submit'],
      ['2026-12-11 09:30', 'approve'],
      ['2026-12-14 09:00', 'bad'],
    ] as const;
    const inTime = after(
      ...lateFirst,
      ['2026-12-14 10:00', 'reached'],
      ['2026-12-14 10:10', 'find'],
      ['2026-12-14 10:20', 'submit'],
    );
    expect(counted(inTime)).toMatchObject({
      'rectify:late': 1,
      'rectify:on_time': 1,
      'contact:late': 1,
      'contact:on_time': 1,
    });
    expect(inTime.late).toBe(true);
    const lateAgain = after(...lateFirst, ['2026-12-30 09:00', 'escalate']);
    expect(counted(lateAgain)).toMatchObject({
      'rectify:late': 1,
      'rectify:missed': 1,
      'contact:late': 1,
      'contact:missed': 1,
    });
  });

  it('is every claim and what was ruled on it, in the whole life of the ticket', () => {
    const dismissed = after(
      ['2026-11-20 09:00', 'extension'],
      ['2026-11-20 09:10', 'refuseExtension'],
      ['2026-11-20 10:00', 'claimInvalid'],
      ['2026-11-20 11:00', 'grantInvalid'],
    );
    expect(counted(dismissed)).toEqual({
      'state:dismissed': 1,
      'claim:extension': 1,
      'refused:extension': 1,
      'claim:invalid': 1,
      'granted:invalid': 1,
    });
  });

  it('is hardship for good, and never put right by it', () => {
    const registered = after(
      ['2026-11-20 09:00', 'reached'],
      ['2026-11-20 09:10', 'find'],
      ['2026-11-20 10:00', 'claimHardship'],
      ['2026-11-20 11:00', 'grantHardship'],
    );
    expect(counted(registered)).toEqual({
      'state:hardship': 1,
      'contact:on_time': 1,
      'claim:hardship': 1,
      'granted:hardship': 1,
      hardship: 1,
    });
    const { next } = accept(registered, 'resume', { at: at('2026-11-23 09:00') });
    expect(counted(next)).toMatchObject({ 'state:rectifying': 1, hardship: 1 });
  });

  it('stays with the department and the area that were rated', () => {
    const moved = after(['2026-11-20 09:00', 'transfer']);
    expect(moved.creditCode).toBe(deptB);
    const scopes = contributionsOf({ kind: 'ticket', of: moved }).map(({ scope }) => scope.id);
    expect(scopes).toEqual(expect.arrayContaining(['330602', `330602/${deptA}`]));
    expect(scopes.some((id) => id.includes(deptB))).toBe(false);
  });

  it('is read of a ticket from before there was a tally', () => {
    const { tally: _tally, ...old } = after(...onTime.slice(0, 3), [
      '2026-11-20 09:30',
      'sendBack',
    ]);
    expect(counted(old)).toEqual({ 'state:rectifying': 1, 'contact:on_time': 1 });
    expect(counted({ ...old, late: true })).toEqual({
      'state:rectifying': 1,
      'contact:on_time': 1,
      'rectify:missed': 1,
    });
  });

  it('is no missed rectification when none is left to do, but a missed contact stays one', () => {
    const dismissed = after(
      ['2026-12-11 09:00', 'claimInvalid'],
      ['2026-12-11 09:10', 'grantInvalid'],
    );
    expect(counted(dismissed)).toEqual({
      'state:dismissed': 1,
      'claim:invalid': 1,
      'granted:invalid': 1,
      'contact:missed': 1,
    });
  });

  it('is nothing of a duty whose term waits for a calendar, until it is known', () => {
    const received = { ...badRating, receivedAt: at('2026-12-31 18:00') };
    const waiting = ticketUnder(rules, received);
    expect(counted(waiting)).toEqual({ 'state:open': 1 });
    const called = lived([['2027-01-11 09:00', 'reached']], rules, waiting);
    expect(counted(called)).toEqual({ 'state:open': 1 });
    const given = { at: at('2027-01-11 10:00'), rules: with2027 };
    expect(counted(accept(called, 'recount', given).next)).toEqual({
      'state:open': 1,
      'contact:late': 1,
    });
  });

  it('keeps the returns of the first round in the second', () => {
    const second = after(
      ...onTime.slice(0, 3),
      ['2026-11-20 09:30', 'sendBack'],
      ['2026-11-20 09:40', 'submit'],
      ['2026-11-20 09:50', 'approve'],
      ['2026-11-24 09:00', 'bad'],
    );
    expect(counted(second)).toMatchObject({ returns: 1, round_two: 1 });
  });
});
