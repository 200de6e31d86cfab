import { describe, expect, it } from 'vitest';

import {
  compareDues,
  hasMoved,
  isEarlier,
  isLater,
} from '../../../shared/domain/ticket/due-shift.ts';
import type { TicketClocks } from '../../../shared/domain/ticket/ticket.ts';
import type { Clock } from '../../../shared/domain/time/deadline.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';

const [early, late] = ['2026-11-20T09:30:00.000Z', '2026-11-23T09:30:00.000Z'] as Instant[];
if (early === undefined || late === undefined) throw new Error('two moments');

const term = { startedAt: early, term: { amount: 1, unit: 'working_day' } } as const;
const clocks = {
  running: { ...term, state: 'running', dueAt: late },
  paused: { ...term, state: 'paused', dueAt: late, pausedAt: early },
  pending: { ...term, state: 'pending_calendar', year: 2027 },
} as unknown as Readonly<Record<'running' | 'paused' | 'pending', Clock>>;

const none = {} as TicketClocks;

describe('when the duties of a ticket are due', () => {
  it('is that of a running or paused clock, and unknown for any other', () => {
    const { running, paused, pending } = clocks;
    expect(compareDues({ contact: running, rectify: paused, review: pending }, none)).toEqual({
      contact: { now: late, proposed: undefined },
      rectify: { now: late, proposed: undefined },
      review: { now: undefined, proposed: undefined },
    });
    expect(compareDues(none, { contact: pending, rectify: running, review: paused })).toEqual({
      contact: { now: undefined, proposed: undefined },
      rectify: { now: undefined, proposed: late },
      review: { now: undefined, proposed: late },
    });
  });

  it.each([
    ['earlier', late, early, [true, false]],
    ['later', early, late, [false, true]],
    ['the same', early, early, [false, false]],
    ['begun', undefined, late, [false, false]],
    ['ended', early, undefined, [false, false]],
    ['without any', undefined, undefined, [false, false]],
  ] as const)('is %s under other rules', (_name, now, proposed, outcome) => {
    expect([isEarlier({ now, proposed }), isLater({ now, proposed })]).toEqual(outcome);
  });

  it('has moved when any of them has', () => {
    const same = { now: early, proposed: early };
    const moved = { now: early, proposed: late };
    expect(hasMoved({ contact: same, rectify: same, review: same })).toBe(false);
    expect(hasMoved({ contact: moved, rectify: same, review: same })).toBe(true);
    expect(hasMoved({ contact: same, rectify: moved, review: same })).toBe(true);
    expect(hasMoved({ contact: same, rectify: same, review: moved })).toBe(true);
  });
});
