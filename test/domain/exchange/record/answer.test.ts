import { describe, expect, it } from 'vitest';

import { answerOf } from '../../../../shared/domain/exchange/record/answer.ts';

const ok = (code: string, success = code === '0000', more: object = {}): string =>
  JSON.stringify({ success, code, message: '说明', ...more });

describe('an answer of the center', () => {
  it('is acceptance with its receipt', () => {
    expect(answerOf(200, ok('0000', true, { data: { receiptNo: 'ZJ1' } }))).toEqual({
      state: 'accepted',
      code: '0000',
      message: '说明',
      receiptNo: 'ZJ1',
      data: { receiptNo: 'ZJ1' },
    });
  });

  it('is one without words, too', () => {
    const empty = '{"success":true,"code":"0000","message":null,"data":null}';
    expect(answerOf(200, empty)).toMatchObject({ state: 'accepted', message: '' });
  });

  it.each([true, false])('is acceptance when it was there before (success %s)', (success) => {
    expect(answerOf(200, ok('0001', success)).state).toBe('duplicate');
  });

  it('is a rejection with the code and the words of the center', () => {
    expect(answerOf(200, ok('1001'))).toMatchObject({
      state: 'rejected',
      code: '1001',
      message: '说明',
    });
  });

  it.each([
    [401, ok('0000'), 'unauthorized'],
    [403, '', 'unauthorized'],
    [500, ok('0000'), 'center_fault'],
    [302, '', 'center_fault'],
    [200, '', 'garbage'],
    [200, '<html>系统维护中</html>', 'garbage'],
    [200, '{"success":true', 'garbage'],
    [200, '{"success":"true","code":"0000"}', 'garbage'],
    [200, '{"success":true,"code":""}', 'garbage'],
    [200, 'null', 'garbage'],
  ])('%i %s says nothing about the record', (status, body, why) => {
    expect(answerOf(status, body)).toMatchObject({ state: 'unclear', why });
  });

  it('keeps no name and no words that the center repeats', () => {
    const sent = { userName: '测试甲', writingEvaluation: '等了太久', projectNo: '1' };
    const message = 'userName[测试甲] 含非法字符：等了太久';
    const body = JSON.stringify({ success: false, code: '1004', message });
    expect(answerOf(200, body, sent)).toMatchObject({ message: 'userName[***] 含非法字符：***' });
  });

  it('keeps no number that the center repeats in its words, and no novel', () => {
    const message = `certkeyGOV 33060219900101123X 与 13800000001 不符${'啊'.repeat(400)}`;
    const answer = answerOf(200, JSON.stringify({ success: false, code: '1004', message }));
    expect(answer.message).toMatch(/^certkeyGOV \*\*\* 与 \*\*\* 不符/);
    expect(answer.message.length).toBe(300);
  });
});
