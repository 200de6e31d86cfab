import { describe, expect, it } from 'vitest';

import { isReported, recordId } from '../../../shared/domain/exchange/case-report.ts';
import {
  afterFailure,
  backOffMs,
  isOpen,
  isProbe,
  wellSince,
} from '../../../shared/domain/exchange/center-health.ts';
import {
  calledEntry,
  isUnchanged,
  pendingEntry,
  restingEntry,
} from '../../../shared/domain/exchange/outbox.ts';
import { isReportedStep } from '../../../shared/domain/exchange/reported-step.ts';
import { sampleCase } from '../../contract/suite/sample.ts';
import { at } from '../../fake/clock.ts';

const [early, now, soon] = [
  at('2026-11-20T09:00:00+08:00'),
  at('2026-11-20T10:00:00+08:00'),
  at('2026-11-20T10:05:00+08:00'),
];
const known = sampleCase({ projectNo: '330602261120000000017' });
const plan = { next: [], rejected: ['service-01'], waiting: ['rating-01-1'] };
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
    const resting = restingEntry({ ...standing, plan: { next: [], ...lists } });
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

describe('a record of a case', () => {
  it.each([
    [{ kind: 'finish' }, 'finish'],
    [{ kind: 'service', serviceNumber: 1 }, 'service-01'],
    [{ kind: 'service', serviceNumber: 12 }, 'service-12'],
    [{ kind: 'rating', serviceNumber: 2, assessNumber: 1 }, 'rating-02-1'],
    [{ kind: 'step', serviceNumber: 2, stepNumber: 3 }, 'step-02-00003'],
  ] as const)('%o is called %s', (ref, id) => {
    expect(recordId(ref)).toBe(id);
  });

  it('is reported unless it came from there or nobody made it', () => {
    expect(isReported({ proof: 'token', origin: 'active' })).toBe(true);
    expect(isReported({ proof: 'center', origin: 'active' })).toBe(false);
    expect(isReported({ proof: 'token', origin: 'default' })).toBe(false);
    expect(
      ['unmasked', 'province_step', 'transfer_asked', 'transfer_declined', 'transferred'].map(
        (type) => isReportedStep({ type } as never),
      ),
    ).toEqual([false, false, false, false, true]);
    expect(isReportedStep({ type: 'urged' })).toBe(true);
  });
});

const fail = (failures: number, chance = 1) =>
  afterFailure({ ...wellSince, failures, version: 4 }, { at: now, why: 'no_answer', chance });

describe('the health of the center', () => {
  it('begins well', () => {
    expect(wellSince).toEqual({ failures: 0, version: 0 });
    expect(isOpen(wellSince, now)).toBe(false);
    expect(isProbe({ failures: 2, version: 1 })).toBe(false);
  });

  it('remembers since when, and why at last', () => {
    expect(fail(0)).toEqual({ failures: 1, since: now, why: 'no_answer', version: 5 });
    const known = { failures: 1, since: early, why: 'garbage', version: 1 };
    expect(afterFailure(known, { at: now, why: 'no_answer', chance: 0 })).toMatchObject({
      since: early,
      why: 'no_answer',
    });
  });

  it.each([
    [2, 2],
    [3, 4],
    [4, 8],
    [6, 30],
  ])('after %i failures more, the way is closed for %i minutes', (before, minutes) => {
    expect(fail(before).openUntil).toBe(new Date(Date.parse(now) + minutes * 60_000).toISOString());
  });

  it('spreads what failed together over half of the wait, but waits a minute at least', () => {
    expect([0, 0.5, 1].map((chance) => backOffMs(3, chance) / 60_000)).toEqual([4, 6, 8]);
    expect(backOffMs(0, 0)).toBe(60_000);
    expect(backOffMs(2, 1 / 3)).toBe(160_000);
  });
});
