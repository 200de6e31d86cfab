import { describe, expect, it } from 'vitest';

import type { CenterReceipt, ReportAsk } from '../../../shared/domain/exchange/case-report.ts';
import {
  applyReceipt,
  askedOf,
  askRefusal,
  correctionsFor,
  newRecord,
  receiptOfAnswer,
  saysNothingNew,
} from '../../../shared/domain/exchange/record-state.ts';
import { at } from '../../fake/clock.ts';

const moment = at('2026-11-20T10:00:00+08:00');
const projectNo = '330602261120000000017';
const fresh = newRecord(projectNo, { kind: 'service', serviceNumber: 1 });
const rating = newRecord(projectNo, { kind: 'rating', serviceNumber: 1, assessNumber: 1 });

const receipt = (
  outcome: CenterReceipt['outcome'],
  by: CenterReceipt['by'] = 'center',
): CenterReceipt => ({ by, outcome, code: 'c', message: 'm', at: moment });

const ask = (what: ReportAsk['what']): ReportAsk => ({ what, by: 'u1', at: moment, reason: 'r' });

const accepted = applyReceipt(fresh, receipt('accepted'), 'd1');

describe('the record of a report', () => {
  it.each(['accepted', 'duplicate'] as const)('is accepted when the center says %s', (outcome) => {
    expect(applyReceipt(fresh, receipt(outcome), 'd1')).toMatchObject({
      state: 'accepted',
      revision: 1,
      attempts: 1,
      digest: 'd1',
      version: 1,
    });
  });

  it('stays unknown while nothing is known, under the same revision', () => {
    const once = applyReceipt(fresh, receipt('unclear'), 'd1');
    const twice = applyReceipt(once, receipt('unclear'), 'd1');
    expect(twice).toMatchObject({ state: 'unknown', revision: 0, attempts: 2, version: 2 });
    expect(applyReceipt(twice, receipt('duplicate'), 'd1').revision).toBe(1);
  });

  it('does not spend a revision on a refusal', () => {
    const refused = applyReceipt(fresh, receipt('rejected'), 'd1');
    expect(refused).toMatchObject({ state: 'rejected', revision: 0 });
    const asked = askedOf(refused, ask('resend'), { orgCode: '001008006007014' });
    expect(applyReceipt(asked, receipt('accepted'), 'd2')).toMatchObject({
      state: 'accepted',
      revision: 1,
      corrections: { orgCode: '001008006007014' },
    });
  });

  it('begins with nothing known, sent or said', () => {
    const ref = { kind: 'finish' } as const;
    expect(newRecord(projectNo, ref)).toEqual({
      projectNo,
      ref,
      state: 'unknown',
      revision: 0,
      attempts: 0,
      history: [],
      version: 0,
    });
  });

  it('is unknown once it was sent, whatever our own check said before', () => {
    const stopped = applyReceipt(fresh, receipt('rejected', 'own_check'), undefined);
    expect(stopped.state).toBe('rejected');
    expect(applyReceipt(stopped, receipt('unclear'), 'd1')).toMatchObject({
      state: 'unknown',
      revision: 0,
    });
  });

  it('stays refused while nothing is known of what staff asked for', () => {
    const refused = applyReceipt(fresh, receipt('rejected'), 'd1');
    const silent = applyReceipt(askedOf(refused, ask('resend')), receipt('unclear'), 'd2');
    expect(silent).toMatchObject({ state: 'rejected', revision: 0, asked: ask('resend') });
  });

  it('stays what it was at the center while nothing is known of what is sent by itself', () => {
    const gone = applyReceipt(askedOf(accepted, ask('withdraw')), receipt('accepted'), 'd1');
    const stopped = applyReceipt(accepted, receipt('rejected', 'own_check'), undefined);
    for (const before of [gone, stopped]) {
      const silent = applyReceipt(before, receipt('unclear'), 'd2');
      expect(silent).toMatchObject({ state: before.state, revision: before.revision });
      expect(askRefusal(silent, 'resend', [silent])).toBe('report_pending');
    }
  });

  it('keeps the digest of what was sent last, if our own check sends nothing', () => {
    const stopped = applyReceipt(accepted, receipt('rejected', 'own_check'), undefined);
    expect(stopped).toMatchObject({ state: 'rejected', revision: 1, digest: 'd1', attempts: 1 });
  });

  it('goes one revision up with a correction, and keeps what it was when nothing is known', () => {
    const asked = askedOf(accepted, ask('resend'), { handlerName: '丙' });
    const silent = applyReceipt(asked, receipt('unclear'), 'd2');
    expect(silent).toMatchObject({ state: 'accepted', revision: 1, asked: ask('resend') });
    const done = applyReceipt(silent, receipt('duplicate'), 'd2');
    expect(done).toMatchObject({ state: 'accepted', revision: 2 });
    expect(done.asked).toBeUndefined();
  });

  it('is withdrawn by an accepted withdrawal alone', () => {
    const asked = askedOf(accepted, ask('withdraw'));
    expect(applyReceipt(asked, receipt('rejected'), 'd')).toMatchObject({
      state: 'rejected',
      revision: 1,
    });
    const gone = applyReceipt(asked, receipt('accepted'), 'd');
    expect(gone).toMatchObject({ state: 'withdrawn', revision: 2 });
    const back = applyReceipt(askedOf(gone, ask('resend')), receipt('accepted'), 'd');
    expect(back).toMatchObject({ state: 'accepted', revision: 3 });
  });

  it('adds corrections up', () => {
    const one = askedOf(accepted, ask('resend'), { handlerName: '丙', area: '330602' });
    expect(one).toMatchObject({ asked: ask('resend'), version: accepted.version + 1 });
    const two = askedOf(one, ask('resend'), { handlerName: '丁' });
    expect(two.corrections).toEqual({ handlerName: '丁', area: '330602' });
    expect(askedOf(two, ask('withdraw')).corrections).toEqual(two.corrections);
    expect(askedOf(accepted, ask('resend')).corrections).toBeUndefined();
  });

  it('cannot be asked for while nothing is known, and a rating never comes back', () => {
    expect(askRefusal(fresh, 'resend', [])).toBe('report_pending');
    expect(askRefusal(askedOf(accepted, ask('resend')), 'resend', [])).toBe('report_pending');
    expect(askRefusal(accepted, 'withdraw', [accepted])).toBeUndefined();
    const rated = applyReceipt(rating, receipt('accepted'), 'd');
    expect(askRefusal(rated, 'withdraw', [])).toBe('report_not_withdrawable');
    expect(askRefusal(rated, 'resend', [])).toBeUndefined();
    const refused = applyReceipt(fresh, receipt('rejected'), 'd');
    expect(askRefusal(refused, 'withdraw', [])).toBe('report_not_held');
    const gone = applyReceipt(askedOf(accepted, ask('withdraw')), receipt('accepted'), 'd');
    expect(askRefusal(gone, 'withdraw', [])).toBe('report_not_held');
  });

  it('is not taken back while it is the service that a rating is of', () => {
    expect(askRefusal(accepted, 'withdraw', [accepted, rating])).toBe('report_not_withdrawable');
    const ref = { ...rating.ref, serviceNumber: 2 } as const;
    expect(askRefusal(accepted, 'withdraw', [{ ...rating, ref }])).toBeUndefined();
    const step = newRecord(projectNo, { kind: 'step', serviceNumber: 1, stepNumber: 1 });
    const held = applyReceipt(step, receipt('accepted'), 'd');
    expect(askRefusal(held, 'withdraw', [accepted, rating, held])).toBeUndefined();
  });

  it('that was taken back is not there when it is refused afterwards', () => {
    const gone = applyReceipt(askedOf(accepted, ask('withdraw')), receipt('accepted'), 'd');
    const refused = applyReceipt(askedOf(gone, ask('resend')), receipt('rejected'), 'd');
    expect(refused).toMatchObject({ state: 'withdrawn', revision: 2 });
  });

  it('has the corrections of its case’s other records, none of which takes another’s away', () => {
    const named = { ...accepted, corrections: { handlerName: '丙' } };
    const coded = { ...rating, corrections: { orgCode: '001008006007014' } };
    const second = newRecord(projectNo, { kind: 'rating', serviceNumber: 1, assessNumber: 2 });
    const both = { handlerName: '丙', orgCode: '001008006007014' };
    expect(correctionsFor(second, [named, coded])).toEqual(both);
    expect(correctionsFor(second, [coded, named])).toEqual(both);
  });

  it('has the handler of its own contact alone, and its own correction before any other', () => {
    const elsewhere = newRecord(projectNo, { kind: 'service', serviceNumber: 2 });
    const other = { ...elsewhere, corrections: { handlerName: '丁', area: '330603' } };
    const own = { ...fresh, corrections: { area: '330602' } };
    expect(correctionsFor(own, [own, other])).toEqual({ area: '330602' });
    expect(correctionsFor(rating, [other, own])).toEqual({ area: '330602' });
    const end = newRecord(projectNo, { kind: 'finish' });
    expect(correctionsFor(end, [other])).toEqual({ area: '330603' });
    expect(correctionsFor(fresh, [{ ...end, corrections: { handlerName: '戊' } }])).toEqual({});
    expect(correctionsFor(fresh, [fresh, rating])).toEqual({});
  });

  it('of a step shares its corrections with no other: another department may have the ticket', () => {
    const step = newRecord(projectNo, { kind: 'step', serviceNumber: 1, stepNumber: 1 });
    const named = { ...accepted, corrections: { departmentName: '更名局' } };
    const corrected = { ...step, corrections: { departmentName: '接手局' } };
    expect(correctionsFor(step, [named, step])).toEqual({});
    expect(correctionsFor(corrected, [named, corrected])).toEqual({ departmentName: '接手局' });
    expect(correctionsFor(fresh, [fresh, corrected])).toEqual({});
  });

  it('is not written again for what our own check said before', () => {
    const stopped = applyReceipt(fresh, receipt('rejected', 'own_check'), undefined);
    expect(stopped.attempts).toBe(0);
    expect(saysNothingNew(stopped, receipt('rejected', 'own_check'))).toBe(true);
    const other = { ...receipt('rejected', 'own_check'), message: 'other' };
    expect(saysNothingNew(stopped, other)).toBe(false);
    expect(saysNothingNew(stopped, { ...receipt('rejected', 'own_check'), code: 'd' })).toBe(false);
    expect(saysNothingNew(fresh, receipt('rejected', 'own_check'))).toBe(false);
    const refused = applyReceipt(fresh, receipt('rejected'), 'd');
    expect(saysNothingNew(refused, receipt('rejected', 'own_check'))).toBe(false);
    expect(saysNothingNew(askedOf(stopped, ask('resend')), stopped.receipt!)).toBe(false);
    expect(saysNothingNew(stopped, receipt('rejected'))).toBe(false);
  });

  it('remembers its latest twenty events, who asked among them', () => {
    let record = fresh;
    for (let n = 0; n < 25; n += 1) record = applyReceipt(record, receipt('rejected'), 'd');
    record = askedOf(applyReceipt(record, receipt('accepted'), 'd'), ask('withdraw'));
    expect(record.history).toHaveLength(20);
    expect(record.history.at(-1)).toEqual({
      at: moment,
      what: 'asked_withdraw',
      revision: 2,
      code: 'u1',
      reason: 'r',
    });
  });

  it('keeps why and what was asked through an outage of days', () => {
    let record = askedOf(accepted, ask('resend'), { handlerName: '丙' });
    for (let n = 0; n < 300; n += 1) record = applyReceipt(record, receipt('unclear'), 'd');
    record = applyReceipt(record, receipt('accepted'), 'd');
    expect(record.attempts).toBe(302);
    expect(record.history.map(({ what }) => what)).toEqual([
      'accepted',
      'asked_resend',
      'unclear',
      'accepted',
    ]);
    expect(record.history[1]).toMatchObject({ reason: 'r', corrections: { handlerName: '丙' } });
  });

  it.each([
    ['unclear', 'unclear', 'd', 1],
    ['unclear', 'unclear', 'c', 2],
    ['rejected', 'rejected', 'd', 2],
    ['rejected', 'unclear', 'd', 2],
  ] as const)('that was %s and then %s with code %s has %i events more', (one, two, code, more) => {
    let record = applyReceipt(accepted, { ...receipt(one), code: 'd' }, 'd1');
    record = applyReceipt(record, { ...receipt(two), code }, 'd1');
    expect(record.history).toHaveLength(1 + more);
    expect(record.history.at(-1)).toEqual({ at: moment, what: two, revision: 2, code });
  });

  it('keeps the answer of the center with its number, or why there is none', () => {
    const answer = { state: 'accepted', code: '0000', message: 'm', receiptNo: 'R7' } as const;
    const common = { by: 'center', message: 'm', at: moment };
    expect(receiptOfAnswer(answer, moment)).toEqual({
      ...common,
      outcome: 'accepted',
      code: '0000',
      receiptNo: 'R7',
    });
    expect(receiptOfAnswer({ state: 'unclear', why: 'garbage', message: 'm' }, moment)).toEqual({
      ...common,
      outcome: 'unclear',
      code: 'garbage',
    });
    expect(receiptOfAnswer({ state: 'rejected', code: '1004', message: 'm' }, moment)).toEqual({
      ...common,
      outcome: 'rejected',
      code: '1004',
    });
  });
});
