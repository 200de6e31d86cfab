import { describe, expect, it } from 'vitest';

import { defaultPolicy, firstPolicy } from '../../../shared/domain/policy/shipped.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { rulesUnder } from '../../../shared/rules.ts';
import { at, official } from '../time/shanghai.ts';
import { accept, after, decide, noon, ticketUnder } from './ticket-fixture.ts';
import type { Line, Said } from './ticket-fixture.ts';

const rules = rulesUnder(defaultPolicy, official.calendar);

const appealed = (lines: readonly Line[], ticket: Ticket = ticketUnder(rules)) =>
  decide(after(lines, rules, ticket), 'claimInvalid', { at: noon, rules });

/** Not answered, at these minutes of the same hour. */
const inVain = (minutes: readonly string[]): readonly Line[] =>
  minutes.map((minute) => [`2026-11-20 09:${minute}`, 'noAnswer']);

const states = ({ clocks: { contact, rectify, review } }: Ticket): string =>
  [contact, rectify, review].map((clock) => clock?.state).join(' ');

describe('an appeal', () => {
  it.each<[string, readonly Line[], string]>([
    ['nobody tried to contact the rater', [], 'contact_missing'],
    ['there is a finding only', [['2026-11-20 09:00', 'find']], 'contact_missing'],
    ['two attempts were in vain', inVain(['00', '10']), 'contact_missing'],
  ])('is refused while %s', (_when, lines, reason) => {
    expect(appealed(lines)).toEqual({ ok: false, reason });
  });

  it.each<[string, readonly Line[]]>([
    ['the rater was reached', [['2026-11-20 09:00', 'reached']]],
    ['the rater refused to talk', [['2026-11-20 09:00', 'refusedToTalk']]],
    ['the attempts of the policy were in vain', inVain(['00', '10', '20'])],
  ])('is accepted once %s', (_when, lines) => {
    expect(appealed(lines)).toMatchObject({ ok: true, next: { state: 'dismissal_review' } });
  });

  it('in the second round needs a contact of that round', () => {
    const lines: readonly (readonly [string, Said])[] = [
      ['2026-11-20 09:00', 'reached'],
      ['2026-11-20 09:01', 'find'],
      ['2026-11-20 09:02', 'submit'],
      ['2026-11-20 09:03', 'approve'],
      ['2026-11-20 09:04', 'bad'],
    ];
    expect(appealed(lines)).toEqual({ ok: false, reason: 'contact_missing' });
    expect(appealed([...lines, ['2026-11-20 09:05', 'reached']])).toMatchObject({ ok: true });
  });

  it('does not pause the duty to contact, which can be met and missed meanwhile', () => {
    const claimed = appealed(inVain(['00', '10', '20']));
    if (!claimed.ok) throw new Error(claimed.reason);
    expect(states(claimed.next)).toBe('running paused running');
    const reached = accept(claimed.next, 'reached', { at: at('2026-11-20 14:00'), rules });
    expect(reached.next).toMatchObject({ state: 'dismissal_review' });
    expect(states(reached.next)).toBe('met paused running');
    const missed = accept(claimed.next, 'escalate', { at: at('2026-11-23 09:00'), rules });
    expect(missed.events.map(({ type }) => type)).toEqual(['contact_overdue', 'escalated']);
    const refused = accept(missed.next, 'refuseInvalid', { at: at('2026-11-23 10:00'), rules });
    expect(states(refused.next)).toBe('running running met');
    const granted = accept(missed.next, 'grantInvalid', { at: at('2026-11-23 10:00'), rules });
    expect(states(granted.next)).toBe('stopped stopped met');
  });

  it('under the first policy needs no contact, and pauses both duties', () => {
    const old = rulesUnder(firstPolicy, official.calendar);
    const claimed = decide(ticketUnder(old), 'claimInvalid', { at: noon, rules: old });
    if (!claimed.ok) throw new Error(claimed.reason);
    expect(states(claimed.next)).toBe('paused paused running');
  });
});
