import { describe, expect, it } from 'vitest';

import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import type { Command } from '../../../shared/domain/ticket/command.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { rulesUnder } from '../../../shared/rules.ts';
import { at, day, official } from '../time/shanghai.ts';
import {
  accept,
  after,
  decide,
  handler,
  noon,
  rules,
  said,
  supervisor,
  ticketIn,
} from './ticket-fixture.ts';
import type { Said } from './ticket-fixture.ts';

const reasonOf = (ticket: Ticket, what: Said | Command, when = noon): string => {
  const decision = decide(ticket, what, { at: when });
  return decision.ok ? 'ok' : decision.reason;
};

const found = after([['2026-11-20 09:00', 'find']]);

describe('handing in', () => {
  it('needs a contact made, or as many attempts as the policy asks', () => {
    expect(reasonOf(found, 'submit')).toBe('contact_missing');
    let tried = found;
    for (const answer of ['contact_missing', 'contact_missing', 'ok']) {
      tried = accept(tried, 'noAnswer', { at: noon }).next;
      expect(reasonOf(tried, 'submit')).toBe(answer);
    }
    for (const what of ['reached', 'refusedToTalk'] as const) {
      expect(reasonOf(accept(found, what, { at: noon }).next, 'submit')).toBe('ok');
    }
  });

  it('goes by the attempts of the ticket’s own policy', () => {
    const patient = rulesUnder({ ...defaultPolicy, contactAttempts: 1 }, official.calendar);
    const tried = accept(found, 'noAnswer', { at: noon }).next;
    expect(decide(tried, 'submit', { at: noon, rules: patient })).toMatchObject({ ok: true });
  });

  it('needs a finding', () => {
    const refused = after([
      ['2026-11-20 09:00', 'reached'],
      ['2026-11-20 09:10', 'claimInvalid'],
      ['2026-11-20 09:20', 'refuseInvalid'],
    ]);
    expect(reasonOf(refused, 'submit')).toBe('finding_missing');
    const late = accept(refused, 'find', { at: noon }).next;
    expect(reasonOf(late, 'submit')).toBe('ok');
  });

  it('needs evidence of what was put right, not of what was explained', () => {
    const ticket = ticketIn('rectifying');
    expect(reasonOf(ticket, { ...said.submit, evidence: [] })).toBe('evidence_missing');
    expect(reasonOf(ticket, { ...said.submit, result: 'explained', evidence: [] })).toBe('ok');
  });
});

describe('a claim', () => {
  const working = ticketIn('rectifying');

  it('needs evidence, except for more time', () => {
    expect(reasonOf(working, { ...said.claimInvalid, evidence: [] })).toBe('evidence_missing');
    expect(reasonOf(working, { ...said.claimHardship, evidence: [] })).toBe('evidence_missing');
    expect(reasonOf(working, 'extension')).toBe('ok');
  });

  it.each([
    ['claimInvalid', 'refuseInvalid'],
    ['claimHardship', 'refuseHardship'],
    ['extension', 'refuseExtension'],
    ['extension', 'grantExtension'],
  ] as const)('%s is made once, also after %s', (claim, ruling) => {
    const ruled = accept(accept(working, claim, { at: noon }).next, ruling, { at: noon }).next;
    expect(ruled.state).toBe('rectifying');
    expect(ruled.claim).toBeUndefined();
    for (const other of ['claimInvalid', 'claimHardship', 'extension'] as const) {
      expect(reasonOf(ruled, other)).toBe(other === claim ? 'claim_used' : 'ok');
    }
  });

  it('stays used in round 2', () => {
    const second = after([
      ['2026-11-20 09:00', 'claimInvalid'],
      ['2026-11-20 09:10', 'refuseInvalid'],
      ['2026-11-20 09:20', 'reached'],
      ['2026-11-20 09:30', 'find'],
      ['2026-11-20 09:40', 'submit'],
      ['2026-11-20 09:50', 'approve'],
      ['2026-11-20 10:00', 'bad'],
    ]);
    expect(second).toMatchObject({ state: 'open', round: 2 });
    expect(reasonOf(second, 'claimInvalid')).toBe('claim_used');
  });

  it('waits alone, and the ticket stays with who made it', () => {
    const waiting = accept(working, 'extension', { at: noon }).next;
    for (const what of ['claimInvalid', 'claimHardship', 'extension', 'transfer'] as const) {
      expect(reasonOf(waiting, what)).toBe('claim_waiting');
    }
    expect(reasonOf(waiting, 'grantHardship')).toBe('claim_not_waiting');
    expect(reasonOf(waiting, 'refuseInvalid')).toBe('claim_not_waiting');
  });

  it('for more time is dropped when the work is handed in', () => {
    const waiting = accept(working, 'extension', { at: noon }).next;
    const { next, events: steps } = accept(waiting, 'submit', { at: noon });
    expect(next.claim).toBeUndefined();
    expect(steps.at(-1)?.facts).toMatchObject({ withdrawn: 'extension' });
    expect(reasonOf(next, 'grantExtension')).toBe('illegal_move');
    const fresh = accept(working, 'submit', { at: noon });
    expect(fresh.events.at(-1)?.facts).toMatchObject({ withdrawn: undefined });
  });
});

describe('a review date', () => {
  it.each([
    ['2026-11-19', 'review_date_past'],
    ['2026-11-20', 'review_date_past'],
    ['2026-11-21', 'ok'],
  ])('of %s is answered on 2026-11-20 with %s', (date, answer) => {
    const claim = { ...said.claimHardship, reviewOn: day(date) };
    expect(reasonOf(ticketIn('rectifying'), claim)).toBe(answer);
    const keep = { ...said.keep, outcome: { keepUntil: day(date) } };
    const kept = decide(ticketIn('hardship'), keep, { at: noon, by: supervisor });
    expect(kept).toMatchObject(answer === 'ok' ? { ok: true } : { ok: false, reason: answer });
  });

  it('that has passed cannot be granted, only refused', () => {
    const asked = accept(
      ticketIn('rectifying'),
      { ...said.claimHardship, reviewOn: day('2026-11-24') },
      { at: noon },
    ).next;
    expect(reasonOf(asked, 'grantHardship', at('2026-11-23 23:59'))).toBe('ok');
    expect(reasonOf(asked, 'grantHardship', at('2026-11-24 00:00'))).toBe('review_date_past');
    expect(reasonOf(asked, 'refuseHardship', at('2026-11-24 00:00'))).toBe('ok');
  });
});

describe('more time', () => {
  const working = ticketIn('rectifying');
  const due = '2026-12-10 17:30';

  it('is asked for before the due moment', () => {
    expect(reasonOf(working, 'extension', at(due))).toBe('ok');
    expect(reasonOf(working, 'extension', at(`${due}:01`))).toBe('extension_late');
  });

  it('is granted before the due moment, and refused at any time', () => {
    const asked = accept(working, 'extension', { at: at('2026-12-02 12:00') }).next;
    expect(reasonOf(asked, 'grantExtension', at(due))).toBe('ok');
    expect(reasonOf(asked, 'grantExtension', at(`${due}:01`))).toBe('already_due');
    expect(reasonOf(asked, 'refuseExtension', at(`${due}:01`))).toBe('ok');
  });

  it.each([
    [1, 'ok'],
    [15, 'ok'],
    [16, 'extension_too_long'],
    [0, 'extension_too_long'],
    [-1, 'extension_too_long'],
    [1.5, 'extension_too_long'],
  ])('of %s days: %s', (days, answer) => {
    expect(reasonOf(working, { ...said.extension, days })).toBe(answer);
  });

  it('is given as often as the policy says, within the most it says', () => {
    const policy = { ...defaultPolicy, extension: { times: 2, most: 8 } };
    const twice = rulesUnder(policy, official.calendar);
    const extended = (ticket: Ticket, days: number): Ticket => {
      const asked = accept(ticket, { ...said.extension, days }, { at: noon, rules: twice }).next;
      return accept(asked, 'grantExtension', { at: noon, rules: twice }).next;
    };
    const once = extended(working, 5);
    const ask = (ticket: Ticket, days: number) =>
      decide(ticket, { ...said.extension, days }, { at: noon, rules: twice });
    expect(ask(once, 4)).toEqual({ ok: false, reason: 'extension_too_long' });
    const both = extended(once, 3);
    expect(both.extension).toEqual({ days: 8, originalDue: at(due) });
    expect(ask(both, 1)).toEqual({ ok: false, reason: 'claim_used' });
    const none = { ...defaultPolicy, extension: { times: 0, most: 8 } };
    expect(
      decide(working, 'extension', { at: noon, rules: rulesUnder(none, official.calendar) }),
    ).toEqual({ ok: false, reason: 'claim_used' });
  });
});

describe('a refusal', () => {
  it('says first who may, then what the state allows', () => {
    expect(reasonOf(ticketIn('closed'), said.approve)).toBe('role_missing');
    const byOther = decide(ticketIn('closed'), 'find', {
      at: noon,
      by: { ...handler, department: 'x' },
    });
    expect(byOther).toEqual({ ok: false, reason: 'other_department' });
    expect(decide(ticketIn('closed'), 'approve', { at: noon, rules })).toEqual({
      ok: false,
      reason: 'illegal_move',
    });
  });
});
