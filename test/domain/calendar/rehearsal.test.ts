import { describe, expect, it } from 'vitest';

import { rehearseYear } from '../../../shared/domain/calendar/rehearsal.ts';
import { corrected } from '../ticket/calendar-fixture.ts';
import { accept, badRating, rules, ticketUnder } from '../ticket/ticket-fixture.ts';
import { at, clockFace } from '../time/shanghai.ts';

const opened = ticketUnder(rules, { ...badRating, receivedAt: at('2026-11-25 10:00') });
const now = at('2026-11-25 11:00');

const faces = (moments: readonly (string | undefined)[]) =>
  moments.map((moment) => (moment === undefined ? undefined : clockFace(moment as typeof now)));

describe('the rehearsal of a year', () => {
  it('tells when a duty would be due, as the recount will decide it', () => {
    const shifts = rehearseYear(opened, { year: 2026, rules: corrected, at: now });
    expect(faces([shifts.contact.now, shifts.contact.proposed])).toEqual([
      '2026-11-26 17:30',
      '2026-11-26 17:30',
    ]);
    expect(faces([shifts.rectify.now, shifts.rectify.proposed])).toEqual([
      '2026-12-16 17:30',
      '2026-12-17 17:30',
    ]);
    const { next } = accept(opened, 'recount', { at: now, rules: corrected });
    expect(next.clocks.rectify).toMatchObject({ dueAt: shifts.rectify.proposed });
  });

  it('leaves a ticket as it is where nothing moves, and where the year cannot touch it', () => {
    for (const year of [2026, 2025]) {
      const given = year === 2026 ? rules : corrected;
      const { contact, rectify, review } = rehearseYear(opened, { year, rules: given, at: now });
      expect(contact.proposed).toBe(contact.now);
      expect(rectify.proposed).toBe(rectify.now);
      expect(review).toEqual({ now: undefined, proposed: undefined });
    }
  });
});
