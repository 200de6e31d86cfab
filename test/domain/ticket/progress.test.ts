import { describe, expect, it } from 'vitest';

import { stageMoments, stageNames, stages } from '../../../shared/domain/ticket/progress.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { at, clockFace } from '../time/shanghai.ts';
import { accept, after, badRating, noon, rules, ticketIn, ticketUnder } from './ticket-fixture.ts';

/** `received 11-19 17:30`: the stages that were reached, with their moments. */
const reached = (ticket: Ticket): readonly string[] => {
  const moments = stageMoments(ticket);
  return stages.flatMap((stage) => {
    const moment = moments[stage];
    return moment === undefined ? [] : [`${stage} ${clockFace(moment).slice(5)}`];
  });
};

const received = 'received 11-19 17:30';
const contacted = 'contacted 11-20 09:00';
const rectifying = 'rectifying 11-20 09:10';

describe('the progress that a resident sees', () => {
  it('has five stages, in the order in which they are reached', () => {
    expect(stages).toEqual(['received', 'contacted', 'rectifying', 'answered', 'closed']);
    expect(Object.keys(stageNames)).toEqual([...stages]);
  });

  it.each([
    ['open', [received]],
    ['rectifying', [received, contacted, rectifying]],
    ['dismissal_review', [received]],
    ['closure_review', [received, contacted, rectifying]],
    ['closed', [received, contacted, rectifying, 'answered 11-20 09:20', 'closed 11-20 09:30']],
    ['dismissed', [received]],
  ] as const)('of a ticket in %s is %j', (state, expected) => {
    expect(reached(ticketIn(state))).toEqual(expected);
  });

  it('shows an answer that was sent back only once another one has passed', () => {
    const returned = accept(ticketIn('closure_review'), 'sendBack', { at: noon }).next;
    expect(reached(returned)).toEqual([received, contacted, rectifying]);
  });

  it('begins anew with a follow-up that is still bad', () => {
    const second = accept(ticketIn('closed'), 'bad', { at: at('2026-11-24 09:00') }).next;
    expect(reached(second)).toEqual(['received 11-24 09:00']);
    const good = accept(ticketIn('closed'), 'good', { at: at('2026-11-24 09:00') }).next;
    expect(reached(good)).toEqual(reached(ticketIn('closed')));
  });

  it('shows a contact whose clock still waits for the calendar of the next year', () => {
    const waiting = ticketUnder(rules, { ...badRating, receivedAt: at('2026-12-31 18:00') });
    expect(reached(waiting)).toEqual(['received 12-31 18:00']);
    const called = after([['2027-01-04 09:00', 'reached']], rules, waiting);
    expect(called.clocks.contact.state).toBe('pending_calendar');
    expect(reached(called)).toEqual(['received 12-31 18:00', 'contacted 01-04 09:00']);
  });
});
