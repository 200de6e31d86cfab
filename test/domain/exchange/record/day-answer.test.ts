import { describe, expect, it } from 'vitest';

import { answerOf } from '../../../../shared/domain/exchange/record/answer.ts';
import { centerPaths } from '../../../../shared/domain/exchange/record/center-path.table.ts';
import { codeMap } from '../../../../shared/domain/exchange/record/code-map.ts';
import { periodBody, verdictIn } from '../../../../shared/domain/exchange/record/period-answer.ts';
import { countsIn, recordsIn } from '../../../../shared/domain/exchange/record/reconcile-answer.ts';
import { Month } from '../../../../shared/domain/time/month.ts';
import { at } from '../../../fake/clock.ts';

const row = { deptCode: 'D1', satisfaction: 5, pf: '3', assessNumber: '1', count: 7 };
const counts = (more: object = {}) => ({ rows: [{ ...row, ...more }], steps: [] });

describe('what the center counts of a day', () => {
  it('is read with numbers as they come', () => {
    expect(countsIn({ ...counts(), steps: [{ deptCode: 'D2', count: '3' }] })).toEqual({
      ratings: [{ creditCode: 'D1', satisfaction: '5', channel: '3', assessNumber: 1, count: 7 }],
      steps: [{ creditCode: 'D2', count: 3 }],
    });
  });

  it.each([
    ['no data', undefined],
    ['no steps', { rows: [] }],
    ['a code with a dot', counts({ deptCode: 'D.1' })],
    ['a code with more behind it', counts({ deptCode: 'D1 ' })],
    ['a code with more before it', counts({ deptCode: ' D1' })],
    ['a code too long', counts({ deptCode: 'D'.repeat(33) })],
    ['no code', counts({ deptCode: '' })],
    ['a negative count', counts({ count: -1 })],
    ['half a count', counts({ count: 0.5 })],
    ['the number 0', counts({ assessNumber: 0 })],
    ['a number too high', counts({ assessNumber: 100_000 })],
  ])('is nothing with %s', (_what, data) => {
    expect(countsIn(data)).toBeUndefined();
  });

  it('may be zero, and its numbers as long as theirs', () => {
    expect(countsIn(counts({ count: 0, assessNumber: 99_999, satisfaction: '123' }))).toBeDefined();
  });
});

describe('what the center holds of a day', () => {
  const record = {
    projectNo: 'P1',
    serviceNumber: '1',
    assessNumber: 1,
    satisfaction: '5',
    assessTime: '2026-11-20 09:00:00',
  };

  it('is read as records of the department that was asked for', () => {
    const data = { records: [record], steps: [{ caseCode: 'P1-1', stepNumber: '2' }] };
    expect(recordsIn(data, 'D1')).toEqual({
      creditCode: 'D1',
      ratings: [{ ...record, serviceNumber: 1 }],
      steps: [{ ticketId: 'P1-1', stepNumber: 2 }],
    });
  });

  it.each([
    ['no data', null],
    ['no records', { steps: [] }],
    ['a step without a number', { records: [], steps: [{ caseCode: 'P1-1' }] }],
    ['a time too long', { records: [{ ...record, assessTime: '2'.repeat(33) }], steps: [] }],
  ])('is nothing with %s', (_what, data) => {
    expect(recordsIn(data, 'D1')).toBeUndefined();
  });
});

describe('what the center says of a monthly edition', () => {
  it('is its verdict, if there is one', () => {
    expect(verdictIn({ state: 'change_requested', reason: '不符' })).toEqual({
      state: 'change_requested',
      reason: '不符',
    });
    expect(verdictIn({ state: 'accepted' })).toEqual({ state: 'accepted', reason: undefined });
    expect(verdictIn({ reason: '长'.repeat(1001) }).reason).toHaveLength(1000);
    expect([verdictIn(undefined), verdictIn({ state: 'lost' }), verdictIn({ reason: 1 })]).toEqual([
      {},
      {},
      {},
    ]);
  });

  it('answers the frozen text with its number and digest', () => {
    const edition = {
      state: 'draft',
      period: Month.parse('2026-11'),
      number: 2,
      digest: 'd',
      builtBy: 'u',
      builtAt: at('2026-12-01T09:00:00+08:00'),
      version: 1,
    } as const;
    expect(periodBody({ edition, text: '{}' })).toEqual({
      period: '2026-11',
      edition: 2,
      digest: 'd',
      document: '{}',
    });
  });
});

const said = (message: string, sent: object): string => {
  const answer = answerOf(200, JSON.stringify({ success: false, code: '1', message }), {
    ...sent,
  });
  return answer.message;
};

const body = (code: string, success: boolean, data: object) =>
  JSON.stringify({ success, code, message: 'm', data });

describe('what may be repeated of an answer', () => {
  it.each([
    'userName',
    'certkeyGOV',
    'writingEvaluation',
    'appealReason',
    'rectifyMeasure',
    'delayReason',
    'feedbackText',
  ])('is not what was sent as %s', (name) => {
    expect(said('[原文] 有误：原文', { [name]: '原文' })).toBe('[***] 有误：***');
  });

  it('is a single character, another field, and a short number', () => {
    expect(said('甲 有误 12345', { userName: '甲' })).toBe('甲 有误 12345');
    expect(said('[原文] 有误', { deptName: '原文' })).toBe('[原文] 有误');
    expect(said('号码 A123456B', { feedbackText: 7 })).toBe('号码 ***');
    expect(said('号码 123456', {})).toBe('号码 ***');
  });

  it('has the receipt of a duplicate and what came with a refusal', () => {
    expect(answerOf(200, body('0001', false, { receiptNo: 'R1' }))).toEqual({
      state: 'duplicate',
      code: '0001',
      message: 'm',
      receiptNo: 'R1',
      data: { receiptNo: 'R1' },
    });
    expect(answerOf(200, body('1004', false, { why: 'x' }))).toEqual({
      state: 'rejected',
      code: '1004',
      message: 'm',
      data: { why: 'x' },
    });
    expect(answerOf(200, body('0000', true, { receiptNo: '' }))).toMatchObject({
      receiptNo: undefined,
    });
  });

  it('names the status of what is no answer', () => {
    expect(answerOf(502, '')).toEqual({
      state: 'unclear',
      why: 'center_fault',
      message: 'status 502',
    });
  });
});

describe('the tables', () => {
  it('have the paths of the center', () => {
    expect(centerPaths).toEqual({
      service: '/affair/service',
      finish: '/affair/finish',
      rating: '/evaluation/report',
      step: '/rectification/report',
      withdraw: '/record/withdraw',
      period: '/period/submit',
      reconcile_counts: '/reconcile/counts',
      reconcile_records: '/reconcile/records',
      message: '/message/sendMessage',
    });
  });

  it('read a shared code as the first of its names, and list each code once', () => {
    const map = codeMap({ b: '2', a: '1', c: '2', d: null });
    expect([map.codeOf('c'), map.nameOf('2'), map.nameOf('3')]).toEqual(['2', 'b', undefined]);
    expect(map.codeOf('d')).toBeUndefined();
    expect(map.codes).toEqual(['1', '2']);
  });
});
