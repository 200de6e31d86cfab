import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  areaInCreditCode,
  hasCreditForm,
  hasPermanentResidenceForm,
  isCreditCode,
  isIdentityNumber,
  isOldIdentityNumber,
  isOrgCode,
  isPermanentResidenceNumber,
  isProjectNo,
  makeCreditCode,
  makeIdentityNumber,
} from '../../../shared/domain/number/identifier.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const characters = (alphabet: string, length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...alphabet.split('')), { minLength: length, maxLength: length })
    .map((parts) => parts.join(''));
const replaceAt = (text: string, index: number, character: string): string =>
  text.slice(0, index) + character + text.slice(index + 1);

describe('identity numbers', () => {
  it('accepts the example of the standard', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true);
  });

  it.each([
    ['a wrong check digit', '110105194912310021'],
    ['a small x', '11010519491231002x'],
    ['an unknown province', makeUp('10010519491231002')],
    ['30 February', makeUp('11010519490230002')],
    ['29 February of a common year', makeUp('11010519490229002')],
    ['month 13', makeUp('11010519491331002')],
    ['the 19th century', makeUp('11010518801231002')],
    ['17 characters', '11010519491231002'],
    ['19 characters', '11010519491231002X1'],
    ['the old 15 digits', '110105491231002'],
    ['letters', '1101051949123100AX'],
    ['full-width digits', '１１０１０５１９４９１２３１００２X'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(isIdentityNumber(text)).toBe(false);
  });

  it('knows every province, and no other number for one', () => {
    const codes = Array.from({ length: 100 }, (_, number) => pad(number, 2));
    const known = codes.filter(
      (code) => makeIdentityNumber(`${code}010519491231002`) !== undefined,
    );
    expect(known.join(' ')).toBe(
      '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83',
    );
  });

  it('of the first generation are 15 digits', () => {
    expect(isOldIdentityNumber('330602900307001')).toBe(true);
  });

  it.each([
    ['a letter', '33060290030700X'],
    ['a digit too many', '3306029003070016'],
    ['a letter before it', 'A330602900307001'],
    ['a letter after it', '330602900307001A'],
    ['a single digit', '3'],
  ])('of the first generation have not %s', (_what, text) => {
    expect(isOldIdentityNumber(text)).toBe(false);
  });

  it.each([
    ['a sound one after other digits', '3311010519491231002'],
    ['a sound one before other digits', '110105194912310021'],
    ['no digits', ''],
  ])('makes none of %s', (_what, stem) => {
    expect(makeIdentityNumber(stem)).toBeUndefined();
  });

  const stems = fc
    .tuple(
      fc.integer({ min: 1900, max: 2099 }),
      fc.nat({ max: 11 }),
      fc.nat({ max: 27 }),
      fc.nat(999),
    )
    .map(
      ([year, month, date, serial]) =>
        `330602${year}${pad(month + 1, 2)}${pad(date + 1, 2)}${pad(serial, 3)}`,
    );

  it('finds every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(stems, fc.nat({ max: 16 }), fc.nat({ max: 9 }), (stem, index, digit) => {
        const number = makeIdentityNumber(stem)!;
        expect(isIdentityNumber(number)).toBe(true);
        const wrong = replaceAt(number, index, String(digit));
        expect(isIdentityNumber(wrong)).toBe(wrong === number);
        const a = number.charAt(index);
        const b = number.charAt(index + 1);
        const swapped = number.slice(0, index) + b + a + number.slice(index + 2);
        expect(isIdentityNumber(swapped)).toBe(a === b);
      }),
    );
  });
});

describe('numbers of permanent residence cards', () => {
  // 9, 11 Beijing, 124 a nationality, the date of birth, a serial number, the check character.
  it.each([
    ['with the check digit of identity cards', '911124198108030024', true],
    ['with X for it', makeUp('91112419810803007'), true],
    ['of a leap day', makeUp('93384020040229001'), true],
    ['issued with another last character', '91112419810803002X', false],
    ['issued with another last digit', '911124198108030025', false],
  ])('%s: %s', (_what, text, checked) => {
    expect(hasPermanentResidenceForm(text)).toBe(true);
    expect(isPermanentResidenceNumber(text)).toBe(checked);
  });

  it.each([
    ['the number of a resident', '11010519491231002X'],
    ['an area with letters', '9ABCDE198108030024'],
    ['an area that is too short', '91124198108030024'],
    ['letters in the year', '91112419BC08030024'],
    ['the year 19', '9111241908030024'],
    ['another century', makeUp('91112418810803002')],
    ['letters in the month', '9111241981AB030024'],
    ['a month of one digit', '91112419818030024'],
    ['month 13', makeUp('91112419811303002')],
    ['letters in the day', '91112419810CAB0024'],
    ['a day of one digit', '91112419810830024'],
    ['29 February of a common year', makeUp('91112419810229002')],
    ['letters in the serial number', '91112419810803AB24'],
    ['a serial number of one digit', '9111241981080304'],
    ['another letter at the end', '91112419810803002A'],
    ['a small x', '91112419810803007x'],
    ['a digit before it', '1911124198108030024'],
    ['a digit after it', '9111241981080300245'],
    ['nothing', ''],
  ])('are not %s', (_what, text) => {
    expect(hasPermanentResidenceForm(text)).toBe(false);
    expect(isPermanentResidenceNumber(text)).toBe(false);
  });
});

describe('credit codes', () => {
  it.each(['91350100M000100Y43', '91330000000000000N'.slice(0, 17)])('%s', (text) => {
    expect(isCreditCode(text)).toBe(text.length === 18);
  });

  it.each([
    ['a wrong check character', '91350100M000100Y44'],
    ['a letter outside the alphabet', '9135010OM000100Y43'],
    ['small letters', '91350100m000100y43'],
    ['letters in the area', '91A50100M000100Y43'],
    ['17 characters', '91350100M000100Y4'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(isCreditCode(text)).toBe(false);
  });

  it('tell which area registered the organisation', () => {
    expect(areaInCreditCode('91350100M000100Y43')).toBe('350100');
  });

  it('makes no code of a stem that has none', () => {
    expect(makeCreditCode('91350100M000100Y')).toBeUndefined();
    expect(makeCreditCode('91350100I000100Y4')).toBeUndefined();
    expect(makeCreditCode('091350100M000100Y4')).toBeUndefined();
    expect(makeCreditCode('91350100M000100Y40')).toBeUndefined();
  });

  it('have the form also with another check character, as some issued until 2016', () => {
    expect(hasCreditForm('91350203M0001QKT19')).toBe(true);
    expect(isCreditCode('91350203M0001QKT19')).toBe(false);
  });

  it.each([
    ['17 characters', '91350100M000100Y4'],
    ['19 characters', '91350100M000100Y433'],
    ['a character before it', 'A91350100M000100Y43'],
    ['a letter outside the alphabet at the end', '91350100M000100Y4I'],
    ['a letter outside the alphabet', '91350100O000100Y43'],
    ['a letter outside the alphabet at the beginning', 'I1350100M000100Y43'],
    ['letters in the area', '91A50100M000100Y43'],
    ['an area without an authority', '1350100M000100Y43'],
    ['nothing', ''],
  ])('have another form than %s', (_what, text) => {
    expect(hasCreditForm(text)).toBe(false);
  });

  it('finds every single wrong character', () => {
    const index = fc.nat({ max: 17 });
    const stem = characters(ALPHABET, 9).map((rest) => `11330600${rest}`);
    fc.assert(
      fc.property(stem, index, characters(ALPHABET, 1), (stem, index, character) => {
        const code = makeCreditCode(stem)!;
        expect(isCreditCode(code)).toBe(true);
        const wrong = replaceAt(code, index, character);
        expect(isCreditCode(wrong)).toBe(wrong === code);
      }),
    );
  });
});

describe('forms', () => {
  it.each([
    [isProjectNo, '330601190620000000017', true],
    [isProjectNo, '33060119062000000001', false],
    [isProjectNo, '33060119062000000001A', false],
    [isOrgCode, '001008006007014', true],
    [isOrgCode, '002008006007014', false],
    [isOrgCode, '00100800600701', false],
    [isOrgCode, '9001008006007014', false],
    [isOrgCode, '0010080060070149', false],
    [isProjectNo, '3306011906200000000171', false],
    [isProjectNo, 'A330601190620000000017', false],
  ])('%o %s: %s', (is, text, expected) => {
    expect(is(text)).toBe(expected);
  });
});

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** With a valid check digit, so that only another reason can refuse it. */
function makeUp(stem: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(stem[at]), 0);
  return stem + '10X98765432'.charAt(sum % 11);
}
