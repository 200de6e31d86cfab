import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { maskPersonal } from '../../../shared/domain/text/personal-data.ts';

describe('numbers of persons', () => {
  it.each([
    ['打13800000001找我', '打13*******01找我'],
    ['打138-0000-0001找我', '打13*********01找我'],
    ['打138 0000 0001找我', '打13*********01找我'],
    ['打１３８０００００００１找我', '打１３*******０１找我'],
    ['+86 13800000001', '+86**********01'],
    ['一三八零零零零零零零一', '一三*******零一'],
    ['13800000001、13900000002', '13*******01、13*******02'],
    ['0575-88001234', '05*********34'],
    ['身份证11010519491231002X', '身份证11**************2X'],
    ['身份证110105 19491231 002x', '身份证11****************2x'],
    ['旧证110105491231002', '旧证11***********02'],
    ['卡6222021234567890128', '卡62***************28'],
    ['手机号是8800-1234', '手机号是88*****34'],
    ['邮箱 zhang.san@example.com 。', '邮箱 zh*****************om 。'],
    ['邮箱 zhang＠example．com', '邮箱 zh*************om'],
    ['浙A·12345 和 浙AD12345', '浙A****45 和 浙A****45'],
  ])('in %j', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  it.each([
    '等了9天，跑了3次',
    '2026-11-20 09:30 到 2026-12-01',
    '办件330602202611200000017没有进展',
    '花了1234567元',
    '一二三四五',
    'A03窗口，排队号A0123',
    '国办发〔2019〕51号',
  ])('are not in %j', (text) => {
    expect(maskPersonal(text)).toBe(text);
  });

  it('leave nothing readable of a mobile number, whatever stands around and between', () => {
    const digits = fc.tuple(fc.constantFrom('3', '5', '8'), fc.stringMatching(/^\d{9}$/));
    const between = fc.constantFrom('', '-', ' ', '.', '　');
    const words = fc.constantFrom('', '请打', '，谢谢', '找老王 ', '（急）');
    fc.assert(
      fc.property(digits, between, words, words, ([second, rest], gap, before, after) => {
        const number = `1${second}${rest}`;
        const written = [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(gap);
        const masked = maskPersonal(`${before}${written}${after}`);
        expect(masked).not.toContain(written);
        expect(Array.from(masked)).toHaveLength(Array.from(before + written + after).length);
        expect(masked.replaceAll(/[^\d]/g, '')).toHaveLength(4);
      }),
    );
  });

  it('are masked once: a masked text stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const masked = maskPersonal(text);
        expect(maskPersonal(masked)).toBe(masked);
      }),
    );
  });
});
