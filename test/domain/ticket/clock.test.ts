import { describe, expect, it } from 'vitest';

import { ticketStates } from '../../../shared/domain/ticket/terms.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { rulesUnder } from '../../../shared/rules.ts';
import { at, clockFace, official } from '../time/shanghai.ts';
import { accept, after, noon, rules, said, ticketIn } from './ticket-fixture.ts';

const states = ({ clocks }: Ticket) =>
  [clocks.contact, clocks.rectify, clocks.review].map((clock) => clock?.state ?? '-').join(' ');

const rectifyDue = ({ clocks: { rectify } }: Ticket): string =>
  rectify.state === 'running' ? clockFace(rectify.dueAt) : rectify.state;

describe('the clocks', () => {
  it.each([
    ['open', 'running running -'],
    ['rectifying', 'met running -'],
    ['dismissal_review', 'paused paused running'],
    ['hardship_review', 'paused paused running'],
    ['hardship', 'paused paused met'],
    ['closure_review', 'met met running'],
    ['closed', 'met met met'],
    ['dismissed', 'stopped stopped met'],
  ] as const)('of a ticket in %s are %s', (state, expected) => {
    expect(ticketStates).toContain(state);
    expect(states(ticketIn(state))).toBe(expected);
  });

  it('run for contact until somebody answered, whether or not work goes on', () => {
    let ticket = ticketIn('open');
    for (const what of ['noAnswer', 'noAnswer', 'noAnswer', 'find'] as const) {
      ticket = accept(ticket, what, { at: noon }).next;
      expect(ticket.clocks.contact.state).toBe('running');
    }
    const handedIn = accept(ticket, 'submit', { at: noon }).next;
    expect(handedIn.clocks.contact).toEqual({ state: 'stopped', at: noon });
    const late = accept(ticket, 'refusedToTalk', { at: at('2026-11-20 17:30:01') }).next;
    expect(late.clocks.contact).toMatchObject({ state: 'met', late: true });
    const again = accept(late, 'reached', { at: at('2026-11-23 09:00') }).next;
    expect(again.clocks.contact).toEqual(late.clocks.contact);
    expect(again.contacts).toHaveLength(5);
  });

  it('stop at the submission, late or not', () => {
    const inTime = accept(ticketIn('rectifying'), 'submit', { at: at('2026-12-10 17:30') }).next;
    expect(inTime.clocks.rectify).toMatchObject({ state: 'met', late: false });
    expect(inTime.late).toBe(false);
    const late = accept(ticketIn('rectifying'), 'submit', { at: at('2026-12-10 17:30:01') }).next;
    expect(late.clocks.rectify).toMatchObject({ state: 'met', late: true });
    expect(late.late).toBe(true);
  });

  it('stay late for good', () => {
    const ticket = after([
      ['2026-11-20 09:00', 'reached'],
      ['2026-11-20 09:10', 'find'],
      ['2026-12-11 09:00', 'submit'],
      ['2026-12-11 10:00', 'sendBack'],
      ['2026-12-14 09:00', 'submit'],
      ['2026-12-14 10:00', 'approve'],
    ]);
    expect(ticket.clocks.rectify).toMatchObject({ state: 'met', late: false });
    expect(ticket.late).toBe(true);
  });

  it('count a ticket late that overran while somebody claimed', () => {
    const ticket = after([
      ['2026-11-20 09:00', 'find'],
      ['2026-12-10 17:31', 'claimInvalid'],
    ]);
    expect(ticket.late).toBe(true);
    expect(ticket.fired.map(({ rung }) => rung)).toEqual(['notify', 'remind', 'yellow', 'red']);
  });

  it('go on after a refusal with the working time that was left', () => {
    const asked = after([
      ['2026-11-20 09:30', 'find'],
      ['2026-11-20 12:00', 'claimHardship'],
    ]);
    const back = accept(asked, 'refuseHardship', { at: at('2026-11-24 12:00') }).next;
    // Two working days under review: 12-10 becomes 12-14, and the contact clock 11-24.
    expect(rectifyDue(back)).toBe('2026-12-14 17:30');
    const { contact } = back.clocks;
    expect(contact.state === 'running' && clockFace(contact.dueAt)).toBe('2026-11-24 17:30');
    expect(back.clocks.review).toMatchObject({ state: 'met', late: false });
  });

  it('go on after a hardship is taken up again, however long that took', () => {
    const listed = ticketIn('hardship');
    const kept = accept(listed, 'keep', { at: at('2026-12-01 09:00') }).next;
    const back = accept(kept, 'resume', { at: at('2026-12-07 09:10') }).next;
    // Paused from 11-20 09:10 to 12-07 09:10, eleven working days.
    expect(rectifyDue(back)).toBe('2026-12-25 17:30');
    expect(back.hardship).toBeUndefined();
    expect(kept.hardship).toMatchObject({ reviewOn: '2027-02-12', askedBy: 'handler-a' });
  });

  it('start anew with the short term after a return, and for the next review', () => {
    const returned = accept(ticketIn('closure_review'), 'sendBack', { at: noon }).next;
    expect(rectifyDue(returned)).toBe('2026-11-27 17:30');
    expect(returned).toMatchObject({ state: 'rectifying', returns: 1, returnedAt: noon });
    expect(returned.contacts).toHaveLength(1);
    expect(returned.finding).toBeDefined();
    expect(returned.submission?.sealedAnswer).toBe('sealed:answer');
    const again = accept(returned, 'submit', { at: at('2026-11-26 09:00') }).next;
    const { review } = again.clocks;
    expect(review?.state === 'running' && clockFace(review.dueAt)).toBe('2026-12-01 17:30');
  });

  it('keep running through a transfer and a request for more time', () => {
    const open = ticketIn('open');
    for (const what of ['askTransfer', 'transfer', 'extension', 'urge', 'unmask'] as const) {
      expect(accept(open, what, { at: noon }).next.clocks).toEqual(open.clocks);
    }
  });

  it('are lengthened by an extension, the original moment kept', () => {
    const asked = accept(ticketIn('rectifying'), 'extension', { at: noon }).next;
    const { next } = accept(asked, 'grantExtension', { at: at('2026-12-01 09:00') });
    expect(rectifyDue(next)).toBe('2026-12-17 17:30');
    expect(next.extension).toEqual({ days: 5, originalDue: at('2026-12-10 17:30') });
    const refused = accept(asked, 'refuseExtension', { at: noon }).next;
    expect(rectifyDue(refused)).toBe('2026-12-10 17:30');
    expect(refused.extension).toBeUndefined();
  });

  it('take the terms of the policy', () => {
    const policy = {
      ...rules.policy,
      clocks: {
        contact: { amount: 2, unit: 'working_day' },
        rectify: { amount: 30, unit: 'calendar_day' },
        redo: { amount: 2, unit: 'calendar_day' },
        review: { amount: 1, unit: 'working_day' },
      },
    } as const;
    const under = rulesUnder(policy, official.calendar);
    const review = ticketIn('dismissal_review', under).clocks.review;
    expect(review?.state === 'running' && clockFace(review.dueAt)).toBe('2026-11-23 17:30');
    expect(rectifyDue(ticketIn('rectifying', under))).toBe('2026-12-21 17:30');
    const handedIn = ticketIn('closure_review', under);
    const redo = accept(handedIn, 'sendBack', { at: noon, rules: under }).next;
    expect(rectifyDue(redo)).toBe('2026-11-23 17:30');
    const longer = accept(ticketIn('open', under), said.extension, { at: noon, rules: under });
    const granted = accept(longer.next, 'grantExtension', { at: noon, rules: under });
    expect(rectifyDue(granted.next)).toBe('2026-12-24 17:30');
  });
});
