import { describe, expect, it } from 'vitest';

import { computeRungMoments } from '../../../infra/local/scenario/demo/rung-moments.ts';
import { ExpectationFailed } from '../../../infra/local/scenario/player/expectation.ts';
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import type { RunningClock } from '../../../shared/domain/time/deadline.ts';
import { atCivil, civilDate, withOffset } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { shippedRules } from '../../../shared/rules.ts';

const at = (date: string, hour: number, minute = 0): Instant =>
  atCivil(civilDate(date)!, hour * 60 + minute);

const running = (amount: number, startedAt: Instant, dueAt: Instant): RunningClock => ({
  state: 'running',
  startedAt,
  dueAt,
  term: { amount, unit: 'working_day' },
  pauses: [],
});

const moments = (startedAt: Instant, rectify: Instant, contact: Instant) =>
  computeRungMoments(
    defaultPolicy,
    { contact: running(1, startedAt, contact), rectify: running(15, startedAt, rectify) },
    shippedRules.timetable,
  ).map(({ rung, at }) => [rung, withOffset(at).slice(0, 16)]);

describe('the moments of the rungs', () => {
  it('are those that a person with a calendar finds, when nobody acts', () => {
    const opened = at('2026-11-16', 8, 30);
    expect(moments(opened, at('2026-12-07', 17, 30), at('2026-11-17', 17, 30))).toEqual([
      ['remind', '2026-11-17T17:30'],
      // 80 % of sixteen days of nine hours: twelve days, 7 h 12 min.
      ['yellow', '2026-12-02T15:42'],
      ['red', '2026-12-07T17:30'],
      ['supervise', '2026-12-10T17:30'],
      ['raise_city', '2026-12-14T17:30'],
      ['accountability', '2026-12-21T17:30'],
    ]);
  });

  it('are not made up where the calendar does not reach', () => {
    const opened = at('2026-12-01', 8, 30);
    expect(() => moments(opened, at('2026-12-22', 17, 30), at('2026-12-02', 17, 30))).toThrow(
      ExpectationFailed,
    );
  });
});
