import { describe, expect, it } from 'vitest';

import { periodOf } from '../../../../shared/domain/rating/proof/period-key.ts';
import { at } from '../../../fake/clock.ts';

describe('the key of a period', () => {
  it.each([
    ['2026-11-01T00:00:00+08:00', '2026-11', '2026-12-08T00:00:00+08:00'],
    ['2026-11-30T23:59:59+08:00', '2026-11', '2026-12-08T00:00:00+08:00'],
    ['2026-12-01T07:59:00+08:00', '2026-12', '2027-01-08T00:00:00+08:00'],
    ['2028-02-29T08:01:00+08:00', '2028-02', '2028-03-08T00:00:00+08:00'],
  ])('of applicants at %s is that of the month %s, and destroyed on %s', (moment, name, end) => {
    expect(periodOf('applicant', at(moment))).toEqual({ name, destroyedAt: at(end) });
  });

  it.each([
    ['2026-11-20T00:00:00+08:00', '2026-11-20', '2027-02-19T00:00:00+08:00'],
    ['2026-11-20T07:59:00+08:00', '2026-11-20', '2027-02-19T00:00:00+08:00'],
    ['2026-11-20T23:59:59+08:00', '2026-11-20', '2027-02-19T00:00:00+08:00'],
  ])(
    'of traces at %s is that of the day %s, and destroyed 90 days after it',
    (moment, name, end) => {
      expect(periodOf('trace', at(moment))).toEqual({ name, destroyedAt: at(end) });
    },
  );
});
