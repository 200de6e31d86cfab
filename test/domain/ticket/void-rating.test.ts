import { describe, expect, it } from 'vitest';

import { ticketStates } from '../../../shared/domain/ticket/terms.ts';
import { endedAt } from '../../../shared/domain/ticket/work-due.ts';
import { at } from '../time/shanghai.ts';
import { accept, decide, said, system, ticketIn } from './ticket-fixture.ts';

/** On the Friday of the stories, before anything is due. */
const when = at('2026-11-20 11:00');

describe('the ticket of a rating that was ruled not to be the applicant’s', () => {
  it.each(ticketStates)('is dismissed, whether it is %s', (state) => {
    const { next, notices, events } = accept(ticketIn(state), 'voided', { at: when });
    expect(next).toMatchObject({ state: 'dismissed', voidedAt: when });
    expect(endedAt(next)).toBe(when);
    const { contest, proposedBy, confirmedBy, note } = said.voided;
    expect(events).toMatchObject([
      {
        type: 'voided',
        by: system,
        facts: { contest, proposedBy, confirmedBy },
        sealedNote: note,
      },
    ]);
    expect(notices).toEqual([
      { type: 'rating_voided', to: 'department' },
      { type: 'rating_voided', to: 'supervisor' },
    ]);
  });

  it('has no duty left: nothing on it falls due', () => {
    const { next } = accept(ticketIn('rectifying'), 'voided', { at: when });
    expect(next.clocks.rectify).toEqual({ state: 'stopped', at: when });
    expect(next.nextAt).toBeUndefined();
    const later = decide(next, 'escalate', { at: at('2026-12-31 09:00') });
    expect(later.ok ? later.events : []).toEqual([]);
  });

  it('keeps what was done in time before', () => {
    const before = ticketIn('closed');
    const { next } = accept(before, 'voided', { at: when });
    expect(next.clocks).toEqual(before.clocks);
  });

  it('is dismissed once', () => {
    const { next } = accept(ticketIn('open'), 'voided', { at: when });
    expect(decide(next, 'voided', { at: when })).toMatchObject({
      ok: false,
      reason: 'nothing_changed',
    });
  });
});
