import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isPersonId, isSamePerson } from '../../../shared/domain/access/person.ts';

const id = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => isPersonId(text));

/** What shows nothing: a variation selector, a joiner, fillers of Hangul, an empty braille pattern. */
const unseen = ['\u{fe0f}', '\u{34f}', '\u{115f}', '\u{3164}', '\u{ffa0}', '\u{2800}'];

describe('the id of a person', () => {
  it('is the same however it is written', () => {
    fc.assert(
      fc.property(id, (one) => {
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) {
          const other = one.normalize(form);
          expect(isSamePerson(one, other.toLowerCase())).toBe(true);
          expect(isSamePerson(one, other.toUpperCase())).toBe(true);
        }
      }),
    );
    expect(isSamePerson('Li.Si@example.cn', 'li.si@EXAMPLE.cn')).toBe(true);
    expect(isSamePerson('ｕ-1', 'U-1')).toBe(true);
    expect(isSamePerson('Straße', 'STRAẞE')).toBe(true);
    expect(isSamePerson('u-1', 'u-2')).toBe(false);
  });

  it('is one visible word', () => {
    fc.assert(
      fc.property(
        id,
        fc.constantFrom(' ', '\t', '\u{a0}', '\u{200b}', ',', '，', '[', ...unseen),
        (one, other) => {
          expect(isPersonId(`${one}${other}`)).toBe(false);
          expect(isPersonId(`${other}${one}`)).toBe(false);
        },
      ),
    );
    expect(isPersonId('')).toBe(false);
    expect(isPersonId('u-1')).toBe(true);
    expect(isPersonId('u'.repeat(255))).toBe(true);
    expect(isPersonId('u'.repeat(256))).toBe(false);
  });
});
