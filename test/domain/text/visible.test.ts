import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isPlainLine, isVisible } from '../../../shared/domain/text/visible.ts';

const invisible = [
  '',
  ' \t\r\n',
  '\u3000\u00A0',
  '\u200B',
  '\u200B\u200C\u200D\u2060\uFEFF',
  '\u202E\u2066',
  '\u00AD',
  '\u034F\u115F\u1160\u17B4\u180E\u3164\uFFA0',
  '\u2800',
  '\u0000\u001B',
  '\uFE0F\u20E3',
  '\u0301',
  '\u{E0041}\u{E0100}',
  '\uFFFC\uFFFD',
];

describe('a text', () => {
  it.each(invisible.map((text) => [text]))('%j says nothing', (text) => {
    expect(isVisible(text)).toBe(false);
  });

  it.each(['好', '。', '差!', '😡', 'é', '7', '\u200B等了九天\u200B', '𠮷', '\uE000'])(
    '%j says something',
    (text) => {
      expect(isVisible(text)).toBe(true);
    },
  );

  it('says as much with invisible characters around it', () => {
    const silent = fc.array(fc.constantFrom(...invisible)).map((parts) => parts.join(''));
    fc.assert(
      fc.property(silent, fc.string({ unit: 'grapheme' }), silent, (before, text, after) => {
        expect(isVisible(before + after)).toBe(false);
        expect(isVisible(`${before}${text} ${after}`)).toBe(isVisible(text));
      }),
    );
  });

  it.each(['\n', '\u0000', '\u200B', '\u202E', '\uD83D', '\u2028', '\u2029', '\uFFFC', '\uFFFD'])(
    'with %j in it is no plain line',
    (odd) => {
      expect([isPlainLine(`办${odd}件`), isPlainLine('办件 7（é😡）')]).toEqual([false, true]);
    },
  );
});
