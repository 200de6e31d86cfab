import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  momentAtShare,
  shareGone,
  timeLeft,
  wholeTime,
} from '../../../shared/domain/time/clock-share.ts';
import { pauseClock, resumeClock, startClock } from '../../../shared/domain/time/clock.ts';
import type { PausedClock, RunningClock } from '../../../shared/domain/time/deadline.ts';
import { fromEpoch, toEpoch } from '../../../shared/domain/time/instant.ts';
import { calendarOf } from '../../../shared/domain/time/working-days.ts';
import { workingTimeBetween } from '../../../shared/domain/time/working-time.ts';
import { at, clockFace, momentBetween, official } from './shanghai.ts';

const HOUR = 3_600_000;
const fifteen = { amount: 15, unit: 'working_day' } as const;

const running = (received: string, amount = 1): RunningClock => {
  const clock = startClock(official, at(received), { amount, unit: 'working_day' });
  if (clock.state !== 'running') throw new Error(clock.state);
  return clock;
};
const pausedFrom = (clock: RunningClock, from: string): PausedClock => {
  const stood = pauseClock(official, clock, at(from));
  if (stood.state !== 'paused') throw new Error(stood.state);
  return stood;
};
const shown = (moment: ReturnType<typeof momentAtShare>): string =>
  moment.ok ? clockFace(moment.at) : moment.reason;

describe('time left', () => {
  it.each([
    ['2026-11-19 10:00', 16.5],
    ['2026-11-19 18:00', 9],
    ['2026-11-20 08:00', 9],
    ['2026-11-20 17:30', 0],
    ['2026-11-21 12:00', 0],
    ['2026-11-23 09:30', -1],
  ])('at %s: %d hours', (moment, hours) => {
    const left = timeLeft(official, running('2026-11-19 10:00'), at(moment));
    expect(left).toEqual({ ok: true, ms: hours * HOUR });
  });

  it('does not ask for a day on which no office hour has passed', () => {
    const left = timeLeft(official, running('2026-12-30 10:00'), at('2027-01-01 08:30'));
    expect(left).toEqual({ ok: true, ms: 0 });
  });

  it('is unknown over a year without notice', () => {
    const left = timeLeft(official, running('2026-12-30 10:00'), at('2027-01-05 10:00'));
    expect(left).toMatchObject({ ok: false, year: 2027 });
  });
});

describe('the moment at a share', () => {
  it.each([
    ['half time of one day', '2026-11-19 10:00', 1, 0.5, '2026-11-20 09:15'],
    ['half time after the cut-off', '2026-11-20 17:31', 1, 0.5, '2026-11-23 17:30'],
    ['the last fifth of fifteen days', '2026-11-02 17:31', 15, 0.8, '2026-11-19 15:42'],
    ['half time over National Day', '2026-09-29 17:31', 2, 0.5, '2026-10-08 13:00'],
    ['the beginning, out of hours', '2026-11-21 10:00', 1, 0, '2026-11-23 08:30'],
    ['the beginning, after hours', '2026-11-20 18:00', 1, 0, '2026-11-23 08:30'],
    ['the end', '2026-11-19 10:00', 1, 1, '2026-11-20 17:30'],
  ])('%s', (_what, ...[received, amount, share, expected]) => {
    expect(shown(momentAtShare(official, running(received, amount), share))).toBe(expected);
  });

  it('leaves a pause out', () => {
    const clock = running('2026-11-19 08:30', 1);
    const stood = pausedFrom(clock, '2026-11-19 12:30');
    const went = resumeClock(official, stood, at('2026-11-23 10:00'));
    if (went.state !== 'running') throw new Error(went.state);
    expect(shown(momentAtShare(official, went, 0.5))).toBe('2026-11-23 15:00');
    expect(wholeTime(official, went)).toEqual(wholeTime(official, clock));
  });

  it('is known on a paused clock only when it lies before the pause', () => {
    const stood = pausedFrom(running('2026-11-19 08:30'), '2026-11-20 09:00');
    expect(shown(momentAtShare(official, stood, 0.5))).toBe('2026-11-19 17:30');
    expect(shown(momentAtShare(official, stood, 0.8))).toBe('paused');
  });

  it('does not move when a clock is paused after its due moment', () => {
    const clock = running('2026-11-19 08:30');
    const stood = pausedFrom(clock, '2026-11-24 10:00');
    const went = resumeClock(official, stood, at('2026-11-26 10:00'));
    if (went.state !== 'running') throw new Error(went.state);
    for (const share of [0.5, 0.8, 1]) {
      const before = momentAtShare(official, clock, share);
      expect(momentAtShare(official, stood, share)).toEqual(before);
      expect(momentAtShare(official, went, share)).toEqual(before);
    }
  });

  it('has that share of the working time before it and grows with the share', () => {
    fc.assert(
      fc.property(
        momentBetween('2018-01-01', '2026-08-31'),
        fc.integer({ min: 0, max: 1000 }),
        fc.tuple(fc.nat({ max: 300 * HOUR }), fc.nat({ max: 300 * HOUR })),
        (received, perMille, [run, stand]) => {
          const from = fromEpoch(toEpoch(received) + run);
          const to = fromEpoch(toEpoch(from) + stand);
          const fresh = startClock(official, received, fifteen);
          const clock = resumeClock(official, pauseClock(official, fresh, from), to);
          if (clock.state !== 'running') throw new Error(clock.state);
          const share = perMille / 1000;
          const moment = momentAtShare(official, clock, share);
          if (!moment.ok) throw new Error(moment.reason);
          const whole = wholeTime(official, clock);
          const left = workingTimeBetween(official, moment.at, clock.dueAt);
          if (!whole.ok || !left.ok) throw new Error('known years only');
          const inPause =
            moment.at < to ? workingTimeBetween(official, laterOf(moment.at, from), to) : undefined;
          const pausedMs = inPause?.ok ? inPause.ms : 0;
          const gone = whole.ms - (left.ms - pausedMs);
          expect(gone).toBe(Math.ceil(share * whole.ms));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is unknown, like the whole and the share, where a year of the term is', () => {
    const blank = { ...official, calendar: calendarOf([]) };
    const clock = running('2026-11-19 10:00');
    const pending = { ok: false, reason: 'pending_calendar', year: 2026 };
    expect(wholeTime(blank, clock)).toEqual(pending);
    expect(momentAtShare(blank, clock, 0.5)).toEqual(pending);
    expect(shareGone(blank, clock, clock.dueAt)).toEqual(pending);
  });

  it('agrees with the share that is gone', () => {
    const clock = running('2026-11-02 17:31', 15);
    const share = (moment: string) => shareGone(official, clock, at(moment));
    expect(share('2026-11-02 17:31')).toEqual({ ok: true, share: 0 });
    expect(share('2026-11-24 17:30')).toEqual({ ok: true, share: 1 });
    expect(share('2026-11-25 17:30')).toEqual({ ok: true, share: 1 + 1 / 16 });
  });
});

const laterOf = <T extends string>(a: T, b: T): T => (a > b ? a : b);
