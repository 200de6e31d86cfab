import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  isSameName,
  nameForm,
  toCode,
  toNumber,
  plainCode,
} from '../../../shared/domain/number/written-form.ts';

describe('a number as people write it', () => {
  it.each([
    ['33060219900307002x', '33060219900307002X'],
    ['３３０６０２１９９００３０７００１６', '330602199003070016'],
    [' 330602 19900307\u{3000}0016\u{200b}', '330602199003070016'],
    ['330602-19900307-0016', '330602199003070016'],
    ['11330602mb1a2b3c46', '11330602MB1A2B3C46'],
    ['001-008-006-007-014', '001008006007014'],
  ])('%s', (written, read) => {
    expect(toNumber(written)).toBe(read);
  });

  it('keeps the dashes of a code', () => {
    expect(toCode(' 330602－h1 ')).toBe('330602-H1');
    expect(toCode('330602—h1')).toBe('330602-H1');
    expect(toCode('330602‑h1')).toBe('330602-H1');
  });

  it('has nothing that nobody can see', () => {
    expect(plainCode(' 33\u{ad}06\u{200b}02\u{feff}-H1 a\u{3000}')).toBe('330602-H1 a');
  });

  it('is read once: its form is its own form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(toNumber(toNumber(text))).toBe(toNumber(text));
        expect(nameForm(nameForm(text))).toBe(nameForm(text));
      }),
    );
  });
});

describe('a name written otherwise', () => {
  it.each([
    ['阿依古丽·买买提', '阿依古丽•买买提'],
    ['阿依古丽·买买提', '阿依古丽・买买提'],
    ['绍兴（示例）有限公司', '绍兴(示例)有限公司'],
    ['张 示例', '张示例'],
    ['José', 'Jose\u{301}'],
    ['ＡＢＣ公司', 'abc 公司'],
  ])('%s = %s', (one, other) => {
    expect(isSameName(one, other)).toBe(true);
  });

  it.each([
    ['张示例', '张示'],
    ['阿依·古丽', '阿依古丽'],
    ['第一分公司', '第二分公司'],
  ])('%s ≠ %s', (one, other) => {
    expect(isSameName(one, other)).toBe(false);
  });
});
