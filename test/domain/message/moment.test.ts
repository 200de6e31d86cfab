import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { plannedKinds } from '../../../shared/domain/message/kind.ts';
import { sendingMoment } from '../../../shared/domain/message/moment.ts';
import { awake, nextMorning } from '../../../shared/domain/message/quiet.ts';
import { defaultMessageRules } from '../../../shared/domain/message/rules.ts';
import { minuteOfDay, toEpoch } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';
import { momentBetween } from '../time/shanghai.ts';

const { quiet } = defaultMessageRules;
const hour = 60 * 60_000;
const moment = momentBetween('2026-01-01', '2027-12-31');

describe('the quiet hours', () => {
  it.each([
    ['2026-11-20T20:59:59+08:00', '2026-11-20T20:59:59+08:00'],
    ['2026-11-20T21:00:00+08:00', '2026-11-21T08:00:00+08:00'],
    ['2026-11-20T23:59:59+08:00', '2026-11-21T08:00:00+08:00'],
    ['2026-11-20T00:00:00+08:00', '2026-11-20T08:00:00+08:00'],
    ['2026-11-20T07:59:59+08:00', '2026-11-20T08:00:00+08:00'],
    ['2026-11-20T08:00:00+08:00', '2026-11-20T08:00:00+08:00'],
    ['2026-11-20T08:00:30+08:00', '2026-11-20T08:00:30+08:00'],
    ['2026-12-31T22:00:00+08:00', '2027-01-01T08:00:00+08:00'],
  ])('move %s to %s', (from, to) => {
    expect(awake(at(from), quiet)).toBe(at(to));
  });

  it('leave every moment by day, move none back and none by more than a night', () => {
    fc.assert(
      fc.property(moment, (from) => {
        const to = awake(from, quiet);
        expect(minuteOfDay(to)).toBeGreaterThanOrEqual(quiet.until);
        expect(minuteOfDay(to)).toBeLessThan(quiet.from);
        const waited = toEpoch(to) - toEpoch(from);
        expect(waited).toBeGreaterThanOrEqual(0);
        expect(waited).toBeLessThanOrEqual(11 * hour);
        expect(awake(to, quiet)).toBe(to);
      }),
    );
  });

  it('end on the next morning', () => {
    expect(nextMorning(at('2026-11-20T09:00:00+08:00'), quiet)).toBe(
      at('2026-11-21T08:00:00+08:00'),
    );
  });
});

describe('the moment of a message', () => {
  const friday = at('2026-11-20T15:00:00+08:00');

  it.each([
    ['receipt', undefined, '2026-11-20T15:00:00+08:00'],
    ['invitation_reminder', undefined, '2026-11-21T15:00:00+08:00'],
    ['call', undefined, '2026-11-23T15:00:00+08:00'],
    ['follow_up_ending', '2026-12-06T00:00:00+08:00', '2026-12-04T08:00:00+08:00'],
    ['follow_up_ending', '2026-11-21T00:00:00+08:00', '2026-11-20T15:00:00+08:00'],
    ['follow_up_ending', undefined, '2026-11-20T15:00:00+08:00'],
    ['answered', '2026-12-06T00:00:00+08:00', '2026-11-20T15:00:00+08:00'],
  ] as const)('%s (until %s): %s', (kind, until, expected) => {
    const occasion = { at: friday, ...(until !== undefined && { until: at(until) }) };
    expect(sendingMoment(kind, occasion, defaultMessageRules)).toBe(at(expected));
  });

  it('is by day and never before what it tells of', () => {
    fc.assert(
      fc.property(fc.constantFrom(...plannedKinds), moment, moment, (kind, from, until) => {
        const to = sendingMoment(kind, { at: from, until }, defaultMessageRules);
        expect(to >= from).toBe(true);
        expect(awake(to, quiet)).toBe(to);
      }),
    );
  });
});
