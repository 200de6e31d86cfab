import { describe, expect, it } from 'vitest';

import { mayMovePromise, mayTouch, yearsAwaited } from '../../../shared/domain/calendar/recount.ts';
import type { Clock } from '../../../shared/domain/time/deadline.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';

const term = { amount: 15, unit: 'working_day' } as const;
const openedAt = at('2026-11-20T09:30:00+08:00');
const facts = { startedAt: openedAt, term, pauses: [] };

const running = (dueAt: string): Clock => ({ state: 'running', ...facts, dueAt: at(dueAt) });
const pending = (year: number): Clock => ({
  state: 'pending_calendar',
  ...facts,
  year,
  since: openedAt,
});
const met: Clock = { state: 'met', at: openedAt, late: false };

const ticket = (contact: Clock, rectify: Clock, opened: Instant = openedAt) => ({
  openedAt: opened,
  clocks: { contact, rectify },
});

const december = running('2026-12-11T17:30:00+08:00');

describe('the years a ticket waits for', () => {
  it('are those of its clocks and of the rung it cannot date', () => {
    expect([...yearsAwaited(ticket(december, december))]).toEqual([]);
    expect([...yearsAwaited(ticket(december, pending(2027)))]).toEqual([2027]);
    const both = { ...ticket(pending(2027), december), pendingYear: 2028 };
    expect([...yearsAwaited(both)]).toEqual([2027, 2028]);
  });
});

const waiting = ticket(december, pending(2027));
const january = running('2027-01-05T17:30:00+08:00');
const early: Clock = { ...met, dueAt: undefined };
const reviewed = {
  openedAt,
  clocks: { contact: december, rectify: december, review: undefined },
};

describe('a year may move a ticket', () => {
  it.each([
    ['of the same year', ticket(december, december), 2026, true],
    ['that is due in the year before: its rungs come later', ticket(met, december), 2027, true],
    ['that was opened after the year', ticket(met, december), 2025, false],
    ['that was long due', ticket(met, december), 2028, false],
    ['that waits for that year', ticket(met, pending(2027)), 2027, true],
    ['that waits for an earlier year', ticket(met, pending(2027)), 2028, true],
    ['that waits for an earlier year, with a clock that runs', waiting, 2028, true],
    ['with no clock that runs', ticket(met, met), 2030, true],
    ['of which one duty was met before it could be due', ticket(early, december), 2028, false],
    ['that is due in two years: the later one counts', ticket(december, january), 2028, true],
    ['whose review is over', reviewed, 2028, false],
  ])('%s', (_what, one, year, expected) => {
    expect(mayTouch(one, year)).toBe(expected);
  });

  it('by the year in Shanghai, not in Greenwich', () => {
    const newYear = at('2027-01-01T07:59:00+08:00');
    expect(newYear.startsWith('2026')).toBe(true);
    expect(mayTouch(ticket(met, met, newYear), 2026)).toBe(false);
    expect(mayTouch(ticket(met, met, newYear), 2027)).toBe(true);
  });
});

const accepted = (from: string) => [
  { eventId: 'a', type: 'accepted', at: at(from), accessKey: 'AK1' } as const,
];
const stepOf = (from: string) => [
  { eventId: 's', type: 'step', at: at(from), accessKey: 'AK1' } as const,
];
const due = (moment: string) => ({ dueAt: at(moment), yellowAt: at(moment) });

describe('a year may move a promise', () => {
  const november = { timeline: accepted('2026-11-20T09:30:00+08:00') };
  it.each([
    [
      'due in the same year',
      { ...november, promise: due('2026-12-01T17:30:00+08:00') },
      2026,
      true,
    ],
    ['due well before it', { ...november, promise: due('2026-12-24T17:30:00+08:00') }, 2027, false],
    [
      'due in the last week before it, of which its notice may name days',
      { ...november, promise: due('2026-12-25T17:30:00+08:00') },
      2027,
      true,
    ],
    ['that waits', { ...november, promise: { pendingYear: 2027 } }, 2027, true],
    ['that waits for a later year', { ...november, promise: { pendingYear: 2028 } }, 2027, true],
    ['accepted after it', { ...november, promise: { pendingYear: 2027 } }, 2025, false],
    ['of a case that promised nothing', november, 2026, false],
    [
      'of a case whose step has a term',
      {
        timeline: november.timeline.map((entry) => ({
          ...entry,
          step: { name: '审查', workingDays: 2 },
        })),
      },
      2027,
      true,
    ],
    [
      'of a case that only has steps, from the first',
      { timeline: stepOf('2026-11-20T09:30:00+08:00'), promise: { pendingYear: 2026 } },
      2026,
      true,
    ],
    [
      'accepted after the year in which its first step was told',
      {
        timeline: [
          ...stepOf('2026-11-20T09:30:00+08:00'),
          ...accepted('2027-01-04T09:30:00+08:00'),
        ],
        promise: { pendingYear: 2027 },
      },
      2026,
      false,
    ],
    ['of a case not accepted yet', { timeline: [], promise: { pendingYear: 2026 } }, 2026, false],
  ])('%s', (_what, known, year, moves) => {
    expect(mayMovePromise(known, year)).toBe(moves);
  });
});
