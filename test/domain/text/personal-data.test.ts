import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { makeIdentityNumber } from '../../../shared/domain/number/identifier.ts';
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
    ['浙A12345', '浙A***45'],
    ['zhang+a-b@mail.example-1.com。', 'zh************************om。'],
    ['㎏zhang@example.com', '㎏zh*************om'],
    ['\u{1F600}zhang@example.com', '\u{1F600}zh*************om'],
    ['\u{1F600}13800000001', '\u{1F600}13*******01'],
    ['008613800000001', '00***********01'],
    ['08613800000001', '08**********01'],
    ['8613800000001', '86*********01'],
    ['010-88001234', '01********34'],
    ['021 58001234', '02********34'],
    ['0575-8800123', '05********23'],
    ['+86 0575-88001234', '+86************34'],
    ['4111 1111 1111 1111', '41***************11'],
    ['6222029999999996', '62************96'],
    ['353000000000000094', '35**************94'],
    ['6222021234567890128', '62***************28'],
    ['手机8800123', '手机88***23'],
    ['电话可以打这个号8800123', '电话可以打这个号88***23'],
    ['110105490131002', '11***********02'],
    ['110105491001002', '11***********02'],
    ['110105491023002', '11***********02'],
    ['编号5，13800000001', '编号5，13*******01'],
    ['13800000001，5', '13*******01，5'],
    ['13800000001 13900000002 5', '13*******01 13*******02 5'],
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
    '12800000001',
    '913800000001',
    '138000000012',
    '138----00000001',
    '⑬3800000000',
    '05751-8001234',
    '0575-18001234',
    '0575-880012345',
    '10575-88001234',
    '0110-88001234',
    '6222029999999997',
    '74111111111111114',
    '62220212345678901234',
    '622202123456782',
    '110105491331002',
    '110105490031002',
    '110105491232002',
    '110105491200002',
    '1110105491231002',
    '手机880012',
    '手机在窗口排队时候丢，8800123',
    'zhang@example',
    '浙A1234567',
    '浙A1234',
  ])('are not in %j', (text) => {
    expect(maskPersonal(text)).toBe(text);
  });

  it.each([
    '-',
    ' ',
    '\u200B',
    '—',
    '.',
    '·',
    '•',
    ',',
    '，',
    '、',
    '_',
    '(',
    ')',
    '（',
    '）',
    '---',
  ])('are found with %j between their digits', (gap) => {
    const written = `138${gap}0000${gap}0001`;
    expect(maskPersonal(written)).toBe(`13${'*'.repeat(written.length - 4)}01`);
  });

  it.each(Array.from('〇零一幺二三四五六七八九壹贰叁肆伍陆柒捌玖'))('are found in %s', (digit) => {
    expect(maskPersonal(`138${digit.repeat(8)}`)).toBe(`13*******${digit}${digit}`);
  });

  it.each(['零一二三四五六七八九', '〇幺贰叁肆伍陆柒捌玖', '零壹贰叁肆伍陆柒捌玖'])(
    'are the digits that %s stand for',
    (digits) => {
      const number = makeIdentityNumber('33068719860718678') ?? '';
      const other = makeIdentityNumber('11010519491231002') ?? '';
      for (const one of [number, other]) {
        const written = one.replaceAll(/\d/g, (digit) => digits.charAt(Number(digit)));
        expect(maskPersonal(written)).toBe(
          `${written.slice(0, 2)}${'*'.repeat(14)}${written.slice(-2)}`,
        );
      }
    },
  );

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
