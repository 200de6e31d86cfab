import { describe, expect, it } from 'vitest';

import {
  entryView,
  healthView,
  recordView,
} from '../../../../functions/exchange/record/record-view.ts';
import type { ReportRecord } from '../../../../shared/domain/exchange/case-report.ts';
import { at } from '../../../fake/clock.ts';

const [nine, ten] = [at('2026-11-20T09:00:00+08:00'), at('2026-11-20T10:00:00+08:00')];
const [shownNine, shownTen] = ['2026-11-20T09:00:00.000+08:00', '2026-11-20T10:00:00.000+08:00'];

const record: ReportRecord = {
  projectNo: 'P1',
  ref: { kind: 'service', serviceNumber: 1 },
  state: 'accepted',
  revision: 2,
  attempts: 3,
  history: [{ at: nine, what: 'accepted', revision: 1, code: '0000' }],
  version: 4,
};

describe('a record as staff see it', () => {
  it('shows what was never said as nothing', () => {
    expect(recordView(record)).toEqual({
      record: 'service-01',
      kind: 'service',
      reconstruction: false,
      state: 'accepted',
      revision: 2,
      asked: null,
      corrections: null,
      receipt: null,
      attempts: 3,
      history: [{ at: shownNine, what: 'accepted', revision: 1, code: '0000' }],
    });
  });

  it('shows the receipt, the request and the corrections', () => {
    const receipt = { by: 'center', outcome: 'rejected', code: '1004', message: 'm' } as const;
    const asked = { what: 'resend', by: 'u1', reason: 'r' } as const;
    const corrections = { orgCode: '001' };
    const shown = recordView({
      ...record,
      ref: { kind: 'step', serviceNumber: 1, stepNumber: 2 },
      receipt: { ...receipt, at: ten },
      asked: { ...asked, at: nine },
      corrections,
    });
    expect(shown).toMatchObject({
      record: 'step-01-00002',
      kind: 'step',
      reconstruction: true,
      asked: { ...asked, at: shownNine },
      corrections,
      receipt: { ...receipt, receiptNo: null, at: shownTen },
    });
    const numbered = recordView({ ...record, receipt: { ...receipt, receiptNo: 'R1', at: ten } });
    expect(numbered.receipt).toEqual({ ...receipt, receiptNo: 'R1', at: shownTen });
  });
});

describe('an entry of the outbox as staff see it', () => {
  it('has its moments in Shanghai, and no version', () => {
    const entry = {
      projectNo: 'P1',
      state: 'pending',
      area: '330602',
      creditCode: 'D1',
      since: nine,
      nextAt: ten,
      attempts: 2,
      rejected: ['service-01'],
      waiting: ['finish'],
      version: 7,
    } as const;
    const { version: _version, ...shown } = entry;
    expect(entryView(entry)).toEqual({ ...shown, since: shownNine, nextAt: shownTen });
    expect(entryView({ ...entry, nextAt: undefined }).nextAt).toBeNull();
  });
});

describe('the center as staff see it', () => {
  it.each([
    ['answering', { failures: 0, version: 1 }],
    ['failing', { failures: 2, version: 1 }],
    ['failing', { failures: 3, openUntil: nine, version: 1 }],
    ['silent', { failures: 3, openUntil: at('2026-11-20T10:00:00.001+08:00'), version: 1 }],
  ])('is %s with %o', (state, health) => {
    expect(healthView(health, ten).state).toBe(state);
  });

  it('says since when it has not answered, why, and when it is asked again', () => {
    const health = { failures: 3, since: nine, why: 'no_answer', openUntil: ten, version: 1 };
    expect(healthView(health, nine)).toEqual({
      state: 'silent',
      failures: 3,
      since: shownNine,
      why: 'no_answer',
      nextProbeAt: shownTen,
    });
    expect(healthView({ failures: 0, version: 0 }, nine)).toEqual({
      state: 'answering',
      failures: 0,
      since: null,
      why: null,
      nextProbeAt: null,
    });
  });
});
