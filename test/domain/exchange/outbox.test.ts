import { describe, expect, it } from 'vitest';

import {
  calledEntry,
  isUnchanged,
  pendingEntry,
  restingEntry,
} from '../../../shared/domain/exchange/outbox.ts';
import { sampleCase } from '../../contract/suite/sample.ts';
import { at } from '../../fake/clock.ts';

const [early, now, soon] = [
  at('2026-11-20T09:00:00+08:00'),
  at('2026-11-20T10:00:00+08:00'),
  at('2026-11-20T10:05:00+08:00'),
];
const known = sampleCase({ projectNo: '330602261120000000017' });
const plan = { rejected: ['service-01'], waiting: ['rating-01-1'] };
const standing = { known, before: undefined, plan, at: now };

const entry = {
  projectNo: known.projectNo,
  state: 'pending',
  area: '330602',
  creditCode: known.department.creditCode,
  since: now,
  nextAt: soon,
  attempts: 2,
  rejected: ['service-01'],
  waiting: ['rating-01-1'],
  version: 1,
} as const;

describe('the entry of a case in the outbox', () => {
  it('that is tried again says when, and what waits', () => {
    expect(pendingEntry(standing, soon, 2)).toEqual(entry);
  });

  it('has been in its state since it came into it', () => {
    const before = { ...entry, since: early, version: 7 };
    expect(pendingEntry({ ...standing, before }, soon, 2)).toMatchObject({
      since: early,
      version: 8,
    });
    const stuck = restingEntry({ ...standing, before });
    expect(stuck).toMatchObject({ state: 'stuck', since: now, version: 8, attempts: 0 });
    expect(stuck).not.toHaveProperty('nextAt');
  });

  it('of a case that was never called is due at once, with nothing planned', () => {
    expect(calledEntry(known, now)).toEqual({
      ...entry,
      nextAt: now,
      attempts: 0,
      rejected: [],
      waiting: [],
    });
  });

  it.each([
    ['a refused record', { rejected: ['a'], waiting: [] }, true],
    ['a waiting record', { rejected: [], waiting: ['a'] }, true],
    ['nothing', { rejected: [], waiting: [] }, false],
  ])('rests for a person to look at with %s', (_what, lists, rests) => {
    const resting = restingEntry({ ...standing, plan: lists });
    expect(resting !== undefined).toBe(rests);
  });

  it.each([
    ['nothing', {}, true],
    ['its version', { version: 2, since: early }, true],
    ['its state', { state: 'stuck' }, false],
    ['its moment', { nextAt: now }, false],
    ['what was refused', { rejected: ['service-02'] }, false],
    ['what waits', { waiting: ['rating-01-1', 'finish'] }, false],
  ] as const)('is unchanged when %s differs: %s', (_what, change, same) => {
    expect(isUnchanged(entry, { ...entry, ...change })).toBe(same);
  });
});
