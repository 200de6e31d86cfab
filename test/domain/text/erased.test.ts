import { describe, expect, it } from 'vitest';

import {
  digestOfSealed,
  erasedOn,
  erasedWords,
  eraseSealed,
  isErased,
} from '../../../shared/domain/text/erased.ts';
import { sha256 } from '../../../shared/rules.ts';
import { day } from '../time/shanghai.ts';

const sealed = '3.bm9uY2U.d29yZHM';
const erased = eraseSealed(sealed, day('2026-11-20'), sha256);

describe('an encrypted text that is erased', () => {
  it('leaves its day and its digest, and nothing of the text', () => {
    expect(erased).toBe(`erased:2026-11-20:${sha256(sealed)}`);
    expect([isErased(sealed), isErased(erased)]).toEqual([false, true]);
    expect([erasedOn(sealed), erasedOn(erased)]).toEqual([undefined, '2026-11-20']);
  });

  it('has the digest that it had before', () => {
    expect(digestOfSealed(sealed, sha256)).toBe(sha256(sealed));
    expect(digestOfSealed(erased, sha256)).toBe(sha256(sealed));
  });

  it('is not erased again on a later day', () => {
    expect(eraseSealed(erased, day('2026-12-01'), sha256)).toBe(erased);
  });

  it('is told in both languages', () => {
    expect(erasedWords).toContain('已按保存期限删除');
    expect(erasedWords).toContain('erased after its retention period');
  });

  it.each([
    `x${erased}`,
    'erased:2026-11-20:',
    'erased:2026-11-2:d',
    'erased:202-11-20:d',
    'erased:2026-1-20:d',
  ])('does not look like %s', (text) => {
    expect(isErased(text)).toBe(false);
    expect(digestOfSealed(text, sha256)).toBe(sha256(text));
  });
});
