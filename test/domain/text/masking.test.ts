import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { maskMobile, maskName } from '../../../shared/domain/text/masking.ts';

describe('masking', () => {
  it.each([
    ['张三丰', '张**'],
    ['张三', '张**'],
    ['张', '张**'],
    [' 张三 ', '张**'],
    ['欧阳娜娜', '欧**'],
    ['阿卜杜拉·买买提', '阿**'],
    ['𠮷野', '𠮷**'],
    ['', '**'],
  ])('person %j is shown as %s', (name, shown) => {
    expect(maskName(name, 'person')).toBe(shown);
  });

  it.each([
    ['绍兴样例科技有限公司', '绍兴**公司'],
    ['样例贸易行号', '样例**行号'],
    ['样例杂货店', '样**'],
    [' 样例杂货铺子 ', '样例**铺子'],
    ['  样例店  ', '样**'],
    ['', '**'],
  ])('organisation %j is shown as %s', (name, shown) => {
    expect(maskName(name, 'organisation')).toBe(shown);
  });

  it.each([
    ['13812341234', '138****1234'],
    ['057585123456', '****'],
    ['1381234', '****'],
    ['', '****'],
  ])('mobile %j is shown as %s', (mobile, shown) => {
    expect(maskMobile(mobile)).toBe(shown);
  });

  it('never shows the length of a person’s name nor more than its first character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
        expect(Array.from(maskName(name, 'person')).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
