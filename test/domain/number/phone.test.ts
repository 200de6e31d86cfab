import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isPhone, readPhone } from '../../../shared/domain/number/phone.ts';

describe('a telephone number', () => {
  it.each([
    ['13900000001', '13900000001'],
    ['+8613900000001', '13900000001'],
    ['0086 139-0000-0001', '13900000001'],
    ['139 0000 0001', '13900000001'],
    ['１３９００００００１', undefined],
    ['１３９０００００００１', '13900000001'],
    ['0575-88001234', '0575-88001234'],
    ['057588001234', '0575-88001234'],
    ['(0575)8800 1234', '0575-88001234'],
    ['+86 575 88001234', '0575-88001234'],
    ['0575-88001234-801', '0575-88001234-801'],
    ['0575－88001234转801', '0575-88001234-801'],
    ['0575-88001234 分机 8012', '0575-88001234-8012'],
    ['0575-88001234 ext. 801', '0575-88001234-801'],
    ['010-65001234', '010-65001234'],
    ['88001234', '88001234'],
    ['86001234', '86001234'],
    ['8800123-12', '8800123-12'],
    ['8800123转4', '8800123-4'],
    ['400-800-1234', '4008001234'],
    ['+852 5123 4567', '+85251234567'],
    ['12800001234', undefined],
    ['1390000000', undefined],
    ['139000000012', undefined],
    ['0575-88001234-80123456', undefined],
    ['电话', undefined],
    ['', undefined],
  ])('%s is read as %s', (written, read) => {
    expect(readPhone(written)).toBe(read);
  });

  it('has one form of at most 18 characters', () => {
    const written = fc.stringMatching(/^(?:\+86|0086|0)?[\d -]{5,20}(?:转\d{1,5})?$/);
    fc.assert(
      fc.property(written, (text) => {
        const read = readPhone(text);
        expect(read === undefined || (isPhone(read) && read.length <= 18)).toBe(true);
      }),
    );
  });
});
