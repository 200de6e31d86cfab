import { describe, expect, it } from 'vitest';

import { at } from '../time/shanghai.ts';
import { accept, badRating, noon, rules, ticketIn, ticketUnder } from './ticket-fixture.ts';
import type { Said } from './ticket-fixture.ts';

const asked = accept(ticketIn('rectifying'), 'extension', { at: noon }).next;

const rulingOn = (ticket: typeof asked, what: Said, when = noon) => {
  const { events, notices, next } = accept(ticket, what, { at: when });
  const told = notices.map(({ type, to }) => `${type}>${to}`).join(' ');
  return { step: events.at(-1), told, next };
};

describe('the ruling on an extension', () => {
  it('that grants it says until when, which the resident is told too', () => {
    const { step, told, next } = rulingOn(asked, 'grantExtension');
    const { rectify } = next.clocks;
    expect(step).toMatchObject({ type: 'ruled', sealedNote: 'sealed:8', round: 1 });
    expect(step?.facts).toEqual({
      claim: 'extension',
      granted: true,
      days: 5,
      until: at('2026-12-17 17:30'),
      clocks: { rectify },
    });
    expect(rectify).toMatchObject({ state: 'running', dueAt: at('2026-12-17 17:30') });
    expect(step).not.toHaveProperty('to');
    expect(told).toBe('claim_ruled>department claim_ruled>resident');
  });

  it('that refuses it changes no clock', () => {
    const { step, told } = rulingOn(asked, 'refuseExtension');
    expect(step?.facts).toEqual({ claim: 'extension', granted: false, days: 5 });
    expect(step).not.toHaveProperty('to');
    expect(told).toBe('claim_ruled>department');
  });

  it('that grants it names no day while the term waits for a calendar', () => {
    const late = ticketUnder(rules, { ...badRating, receivedAt: at('2026-12-30 10:00') });
    const waiting = accept(late, 'extension', { at: at('2026-12-30 11:00') }).next;
    const { step, next } = rulingOn(waiting, 'grantExtension', at('2026-12-30 12:00'));
    const { rectify } = next.clocks;
    expect(rectify).toMatchObject({ state: 'pending_calendar', term: { amount: 20 } });
    expect(step?.facts).toEqual({
      claim: 'extension',
      granted: true,
      days: 5,
      until: undefined,
      clocks: { rectify },
    });
    expect(next.extension).toEqual({ days: 5, originalDue: undefined });
  });
});
