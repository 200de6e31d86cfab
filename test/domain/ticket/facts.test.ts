import { describe, expect, it } from 'vitest';

import { ticketEventFacts } from '../../../shared/domain/ticket/event/facts.ts';
import type { TicketEventType } from '../../../shared/domain/ticket/event/facts.ts';
import { exampleEvent } from './event-example.ts';

const { clocks } = exampleEvent('opened').facts;
const { contact } = clocks;

describe('the facts of an event', () => {
  const optional = new Set(
    [
      'opened.hall opened.window voided.clocks',
      'contacted.clocks claimed.clocks ruled.clocks ruled.until submitted.clocks submitted.withdrawn',
      'approved.clocks approved.appendUntil returned.clocks appended.clocks claim_lapsed.clocks escalated.pulledBy',
      'recounted.clocks recounted.year recounted.before transfer_asked.to province_step.timeDoubt',
    ].flatMap((names) => names.split(' ')),
  );
  const types = Object.keys(ticketEventFacts) as TicketEventType[];

  it.each(types)('of %s have every member but the optional ones, and no other', (type) => {
    const { facts } = exampleEvent(type);
    const fits = (given: object): boolean => ticketEventFacts[type].safeParse(given).success;
    expect(fits(facts)).toBe(true);
    expect(fits({ ...facts, more: 1 })).toBe(false);
    const needed = Object.keys(facts).filter((name) => {
      const { [name]: _left, ...rest } = facts as Record<string, unknown>;
      return !fits(rest);
    });
    const wanted = Object.keys(facts).filter((name) => !optional.has(`${type}.${name}`));
    expect(needed).toEqual(wanted);
  });

  it.each([
    ['claimed', { claim: 'invalid', grounds: 'not_fixable', evidence: ['e'] }, false],
    [
      'claimed',
      { claim: 'hardship', grounds: 'not_fixable', evidence: [], reviewOn: '2027-02-01' },
      true,
    ],
    ['claimed', { claim: 'hardship', grounds: 'not_fixable', evidence: [] }, false],
    ['ruled', { claim: 'invalid', granted: false }, true],
    ['ruled', { claim: 'hardship', granted: true, reviewOn: '2027-02-01' }, true],
    ['ruled', { claim: 'hardship', granted: true }, false],
    ['reviewed', { kept: false }, true],
    ['reviewed', { kept: true }, false],
    ['contacted', { way: 'letter', outcome: 'reached', attempt: 1 }, false],
    ['appended', { level: 'dissatisfied', tags: ['209'], rating: 'r2', clocks }, true],
    [
      'appended',
      { level: 'dissatisfied', tags: ['209'], rating: 'r2', clocks: { contact } },
      false,
    ],
    ['recounted', { clocks: { review: contact }, before: { review: contact } }, true],
    ['contacted', { way: 'phone', outcome: 'reached', attempt: 1, clocks: { other: 1 } }, false],
  ] as const)('of %s %o fit: %s', (type, facts, fits) => {
    expect(ticketEventFacts[type].safeParse(facts).success).toBe(fits);
  });

  it.each([
    ['claimed', 'grounds', 'mistaken malicious', { claim: 'invalid', evidence: ['e'] }],
    ['contacted', 'way', 'phone sms visit online', {}],
    ['contacted', 'outcome', 'reached no_answer refused', {}],
    ['found', 'kind', 'reasonable_now complex no_legal_basis', {}],
    ['submitted', 'result', 'rectified explained', {}],
    ['submitted', 'withdrawn', 'invalid hardship extension', {}],
    ['claim_lapsed', 'claim', 'invalid hardship extension', {}],
    ['review_raised', 'of', 'closure invalid hardship extension transfer hardship_date', {}],
    ['review_raised', 'level', 'reviewer supervisor city', {}],
    ['province_step', 'timeDoubt', 'implausible_time unreadable_time', {}],
    ['escalated', 'on', 'opened contact_missed time_gone overdue returned bad_follow_up', {}],
  ] as const)('of %s know as %s: %s', (type, member, names, more) => {
    const { days: _days, ...facts } = { days: 0, ...exampleEvent(type).facts };
    const fits = (name: string): boolean =>
      ticketEventFacts[type].safeParse({ ...facts, ...more, [member]: name }).success;
    expect(names.split(' ').map(fits)).not.toContain(false);
    expect(['', 'other'].map(fits)).toEqual([false, false]);
  });
});
