import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readCrockford, toCrockford } from '../../../shared/domain/number/crockford.ts';

describe('Crockford’s alphabet', () => {
  it('has a character for each of 32 values, none of them I, L, O or U', () => {
    const values = Uint8Array.from({ length: 34 }, (_, value) => value);
    expect(toCrockford(values)).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ01');
    expect(toCrockford(Uint8Array.of(255, 32, 31))).toBe('Z0Z');
    expect(toCrockford(new Uint8Array())).toBe('');
  });

  it('is read in small letters, and where a letter stands for a digit', () => {
    expect(readCrockford('oO iI lL u7k3m9qx2')).toBe('00 11 11 U7K3M9QX2');
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 16 }), (bytes) => {
        const written = toCrockford(bytes);
        expect(readCrockford(written)).toBe(written);
        expect(readCrockford(written.toLowerCase())).toBe(written);
      }),
    );
  });
});
