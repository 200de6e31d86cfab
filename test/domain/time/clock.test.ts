import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { timeLeft } from '../../../shared/domain/time/clock-share.ts';
import {
  extendClock,
  meetClock,
  pauseClock,
  recountClock,
  resumeClock,
  startClock,
  stopClock,
} from '../../../shared/domain/time/clock.ts';
import type { RunningClock, Term } from '../../../shared/domain/time/deadline.ts';
import { fromEpoch, toEpoch } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { at, clockFace, momentBetween, official, paused, running } from './shanghai.ts';

const HOUR = 3_600_000;
const fifteen = { amount: 15, unit: 'working_day' } as const;
const one = { amount: 1, unit: 'working_day' } as const;

const started = (received: string, term: Term = one): RunningClock =>
  running(startClock(official, at(received), term));
const plus = (moment: Instant, ms: number): Instant => fromEpoch(toEpoch(moment) + ms);
const dueAfterPause = (received: string, from: string, to: string): string => {
  const stopped = pauseClock(official, started(received), at(from));
  return clockFace(running(resumeClock(official, stopped, at(to))).dueAt);
};

describe('a pause', () => {
  it('keeps the working time left', () => {
    const clock = paused(pauseClock(official, started('2026-11-19 10:00'), at('2026-11-20 09:30')));
    expect(clock.remainingMs).toBe(8 * HOUR);
    expect(clockFace(clock.dueAt)).toBe('2026-11-20 17:30');
    expect(timeLeft(official, clock, at('2026-12-01 12:00'))).toEqual({ ok: true, ms: 8 * HOUR });
  });

  it.each([
    ['within a day', '2026-11-20 09:30', '2026-11-20 10:30', '2026-11-23 09:30'],
    ['of no length', '2026-11-20 09:30', '2026-11-20 09:30', '2026-11-20 17:30'],
    ['overnight only', '2026-11-19 18:00', '2026-11-20 08:00', '2026-11-20 17:30'],
    ['until a Saturday', '2026-11-20 09:30', '2026-11-21 12:00', '2026-11-23 16:30'],
    ['until Monday before opening', '2026-11-20 09:30', '2026-11-23 08:00', '2026-11-23 16:30'],
    ['that begins when overdue', '2026-11-20 17:31', '2026-11-25 10:00', '2026-11-20 17:30'],
    ['that begins at the due moment', '2026-11-20 17:30', '2026-11-25 10:00', '2026-11-20 17:30'],
  ])('%s', (_what, ...[from, to, due]) => {
    expect(dueAfterPause('2026-11-19 10:00', from, to)).toBe(due);
  });

  it('crosses Spring Festival', () => {
    const due = dueAfterPause('2026-02-13 10:00', '2026-02-14 09:30', '2026-02-20 12:00');
    expect(due).toBe('2026-02-24 16:30');
  });

  const story = fc.record({
    received: momentBetween('2018-01-01', '2026-04-30'),
    amount: fc.integer({ min: 1, max: 30 }),
    gaps: fc.array(
      fc.tuple(fc.integer({ min: 0, max: 400 * HOUR }), fc.integer({ min: 0, max: 400 * HOUR })),
      { minLength: 1, maxLength: 4 },
    ),
  });

  it('never changes the time left, whatever it crosses, nor brings the due moment forward', () => {
    fc.assert(
      fc.property(story, ({ received, amount, gaps }) => {
        let clock = running(startClock(official, received, { amount, unit: 'working_day' }));
        let now = received;
        for (const [run, stand] of gaps) {
          const from = plus(now, run);
          const to = plus(from, stand);
          const left = timeLeft(official, clock, from);
          const next = running(resumeClock(official, pauseClock(official, clock, from), to));
          expect(next.dueAt >= clock.dueAt).toBe(true);
          const kept = from <= clock.dueAt;
          expect(kept ? timeLeft(official, next, to) : next.dueAt).toEqual(
            kept ? left : clock.dueAt,
          );
          clock = next;
          now = to;
        }
        expect(clock.pauses).toHaveLength(gaps.length);
        expect(recountClock(official, clock, now)).toEqual(clock);
      }),
      { numRuns: 300 },
    );
  });

  it('is one pause however often it is asked for', () => {
    const once = pauseClock(official, started('2026-11-19 10:00'), at('2026-11-20 09:30'));
    expect(pauseClock(official, once, at('2026-11-20 11:00'))).toBe(once);
    const clock = started('2026-11-19 10:00');
    expect(resumeClock(official, clock, at('2026-11-20 11:00'))).toBe(clock);
  });
});

describe('meeting a duty', () => {
  it.each([
    ['2026-11-20 17:30', false],
    ['2026-11-20 17:30:01', true],
    ['2026-11-19 10:00', false],
  ])('at %s is late: %s', (moment, late) => {
    const clock = started('2026-11-19 10:00');
    const met = { state: 'met', at: at(moment), late, dueAt: clock.dueAt };
    expect(meetClock(clock, at(moment))).toEqual(met);
  });

  it('while it is paused counts as of the pause', () => {
    const inTime = pauseClock(official, started('2026-11-19 10:00'), at('2026-11-20 09:30'));
    expect(meetClock(inTime, at('2026-12-01 10:00'))).toMatchObject({ late: false });
    const overdue = pauseClock(official, started('2026-11-19 10:00'), at('2026-11-23 09:30'));
    expect(meetClock(overdue, at('2026-12-01 10:00'))).toMatchObject({ late: true });
  });

  it('may end without being met', () => {
    const moment = at('2026-11-20 09:30');
    expect(stopClock(moment)).toEqual({ state: 'stopped', at: moment });
  });
});

describe('an extension', () => {
  it('is the longer term, with the pauses made before', () => {
    const clock = started('2026-09-18 10:00', fifteen);
    const stood = pauseClock(official, clock, at('2026-09-21 08:30'));
    const went = resumeClock(official, stood, at('2026-09-22 08:30'));
    const longer = extendClock(official, went, { amount: 15, at: at('2026-09-23 10:00') });
    expect(clockFace(running(went).dueAt)).toBe('2026-10-16 17:30');
    expect(clockFace(running(longer).dueAt)).toBe('2026-11-06 17:30');
    expect(longer.term).toEqual({ amount: 30, unit: 'working_day' });
  });
});
