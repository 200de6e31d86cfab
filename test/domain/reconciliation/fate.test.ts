import { describe, expect, it } from 'vitest';

import type { OutboxEntry, ReportRecord } from '../../../shared/domain/exchange/case-report.ts';
import { fateOf } from '../../../shared/domain/reconciliation/fate.ts';
import { at } from '../../fake/clock.ts';

const ref = { kind: 'rating', serviceNumber: 1, assessNumber: 1 } as const;
const morning = at('2026-11-20T09:30:00+08:00');
const noon = at('2026-11-20T12:00:00+08:00');

const receipt = (outcome: 'accepted' | 'rejected' | 'unclear', when = morning) =>
  ({ by: 'center', outcome, code: '1004', message: 'pf', at: when }) as const;

const record = (more: Partial<ReportRecord>): ReportRecord => ({
  projectNo: 'P1',
  ref,
  state: 'unknown',
  revision: 0,
  attempts: 1,
  history: [],
  version: 1,
  ...more,
});

const taken = { at: morning, what: 'accepted', revision: 1, code: '0000' } as const;
const asked = { what: 'resend', by: 'u-1', at: noon, reason: 'x' } as const;

describe('the fate of a record', () => {
  it.each<readonly [string, readonly ReportRecord[], object]>([
    ['nothing is on file', [], { state: 'pending' }],
    ['nothing is known of it', [record({})], { state: 'pending' }],
    [
      'it was refused',
      [record({ state: 'rejected', receipt: receipt('rejected') })],
      { state: 'rejected', reason: 'rating-01-1: 1004 pf' },
    ],
    [
      'it was refused, and is to be sent again',
      [record({ state: 'rejected', receipt: receipt('rejected'), asked })],
      { state: 'pending' },
    ],
    [
      'it was taken',
      [record({ state: 'accepted', revision: 1, receipt: receipt('accepted') })],
      { state: 'accepted', at: morning },
    ],
    [
      'it was taken, and a correction of it was refused later',
      [
        record({
          state: 'rejected',
          revision: 1,
          receipt: receipt('rejected', noon),
          history: [taken, { ...taken, at: noon, what: 'rejected', revision: 2 }],
        }),
      ],
      { state: 'accepted', at: morning },
    ],
    [
      'it was taken when it was sent twice',
      [
        record({
          state: 'accepted',
          revision: 1,
          receipt: receipt('accepted', noon),
          history: [
            { ...taken, what: 'duplicate' },
            { ...taken, at: noon, what: 'asked_resend' },
          ],
        }),
      ],
      { state: 'accepted', at: morning },
    ],
    [
      'it was taken, nobody knows when',
      [record({ state: 'accepted', revision: 1 })],
      { state: 'pending' },
    ],
    [
      'it was refused without a receipt',
      [record({ state: 'rejected' })],
      { state: 'rejected', reason: 'rating-01-1' },
    ],
    [
      'it was refused without words',
      [record({ state: 'rejected', receipt: { ...receipt('rejected'), message: '' } })],
      { state: 'rejected', reason: 'rating-01-1: 1004' },
    ],
    ['it was withdrawn', [record({ state: 'withdrawn', revision: 2 })], { state: 'withdrawn' }],
  ])('when %s', (_what, records, fate) => {
    expect(fateOf({ records }, ref)).toEqual(fate);
  });

  it('is that of the refused record it waits for', () => {
    const service = { kind: 'service', serviceNumber: 1 } as const;
    const refused = record({ ref: service, state: 'rejected', receipt: receipt('rejected') });
    const outbox: OutboxEntry = {
      projectNo: 'P1',
      state: 'stuck',
      area: '330602',
      creditCode: 'x',
      since: morning,
      attempts: 0,
      rejected: ['service-01'],
      waiting: ['rating-01-1'],
      version: 1,
    };
    const fate = { state: 'rejected', reason: 'service-01: 1004 pf' };
    expect(fateOf({ records: [refused], outbox }, ref)).toEqual(fate);
    const elsewhere = { ...outbox, rejected: ['service-02'] };
    expect(fateOf({ records: [refused], outbox: elsewhere }, ref)).toEqual({ state: 'pending' });
    const other = { kind: 'rating', serviceNumber: 2, assessNumber: 1 } as const;
    expect(fateOf({ records: [refused], outbox }, other)).toEqual({ state: 'pending' });
  });
});
