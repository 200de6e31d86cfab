import { createHmac } from 'node:crypto';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  formatClaimCode,
  isClaimCode,
  makeClaimCode,
  parseClaimCode,
} from '../../../shared/domain/pad/claim-code.ts';
import { isClaimOpen } from '../../../shared/domain/pad/claim.ts';
import { addMs } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';

const macUnder = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest();
const mac = macUnder('a key of a pad');

const isEqual = (one: string, other: string): boolean => one === other;

const anyPress = fc.record({
  padNumber: fc.integer({ min: 1, max: 2 ** 20 - 1 }),
  sequence: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
});

const isTaken = (text: string): boolean => {
  const code = parseClaimCode(text);
  return code !== undefined && isClaimCode(code, mac, isEqual);
};

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ-';

/** How people write the characters that look like digits. */
const alike: Readonly<Record<string, string>> = { 0: 'oO', 1: 'iIlL' };

describe('a claim code', () => {
  it('is short, and names pad and number', () => {
    const code = formatClaimCode(makeClaimCode({ padNumber: 1042, sequence: 46 }, mac));
    expect(code).toMatch(/^1042-46-[0-9A-HJKMNP-TV-Z]{8}$/);
  });

  it('is read again as it was made', () => {
    fc.assert(
      fc.property(anyPress, (press) => {
        const made = makeClaimCode(press, mac);
        expect(parseClaimCode(formatClaimCode(made))).toEqual(made);
        expect(isClaimCode(made, mac, isEqual)).toBe(true);
      }),
    );
  });

  it('is refused when any of its characters is another one', () => {
    fc.assert(
      fc.property(anyPress, fc.nat(), fc.nat(), (press, place, other) => {
        const code = formatClaimCode(makeClaimCode(press, mac));
        const index = place % code.length;
        const character = alphabet.charAt(other % alphabet.length);
        fc.pre(character !== code.charAt(index));
        expect(isTaken(code.slice(0, index) + character + code.slice(index + 1))).toBe(false);
      }),
    );
  });

  it('is taken in every spelling of Crockford', () => {
    fc.assert(
      fc.property(
        anyPress,
        fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
        (press, picks) => {
          const code = formatClaimCode(makeClaimCode(press, mac));
          const typed = code.split('').map((character, index) => {
            const pick = picks[index] ?? 0;
            const spellings = `${character}${character.toLowerCase()}${alike[character] ?? ''}`;
            return character === '-'
              ? ['-', ' ', ' - '][pick % 3]
              : spellings[pick % spellings.length];
          });
          expect(isTaken(` ${typed.join('')} `)).toBe(true);
        },
      ),
    );
  });

  it('of another pad, and of another number, is none', () => {
    const press = { padNumber: 1042, sequence: 46 };
    const { check } = makeClaimCode(press, macUnder('the key of another pad'));
    expect(isClaimCode({ ...press, check }, mac, isEqual)).toBe(false);
    const own = makeClaimCode(press, mac);
    expect(isClaimCode({ ...own, sequence: 47 }, mac, isEqual)).toBe(false);
    expect(isClaimCode({ ...own, padNumber: 1043 }, mac, isEqual)).toBe(false);
  });

  it.each([
    '',
    '1042-46',
    '01042-46-7K3M9QX2',
    '1042-046-7K3M9QX2',
    '1042-46-7K3M9QXU',
    '1042-46-7K3M9QX2X',
    '-1-1-0',
  ])('%j is none', (text) => {
    expect(parseClaimCode(text)).toBeUndefined();
  });
});

describe('a phone', () => {
  it('is bound until 24 hours after the press arrived, and before it did', () => {
    const arrived = at('2026-11-20T09:30:00+08:00');
    const day = 24 * 60 * 60_000;
    expect(isClaimOpen(undefined, arrived)).toBe(true);
    expect(isClaimOpen(arrived, addMs(arrived, day))).toBe(true);
    expect(isClaimOpen(arrived, addMs(arrived, day + 1))).toBe(false);
  });
});
