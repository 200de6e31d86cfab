import { describe, expect, it } from 'vitest';

import { tinyPdf } from '../../../infra/local/client/tiny-pdf.ts';
import { looksLike } from '../../../shared/domain/evidence/evidence.ts';

const file = tinyPdf('A line, as it is.').toString('latin1');

describe('a tiny PDF', () => {
  it('is what its first bytes say', () => {
    expect(looksLike('pdf', tinyPdf('x'))).toBe(true);
    expect(file.endsWith('%%EOF\n')).toBe(true);
  });

  it('has a table that leads to each of its objects, and a pointer to the table', () => {
    const [, table = '', start = ''] = /xref\n0 6\n([\s\S]*)trailer[\s\S]*startxref\n(\d+)/.exec(
      file,
    )!;
    const offsets = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) => Number(at));
    expect(offsets.map((at) => file.slice(at, at + 7))).toEqual(
      [1, 2, 3, 4, 5].map((n) => `${n} 0 obj`),
    );
    expect(file.slice(Number(start), Number(start) + 4)).toBe('xref');
  });

  it('says how long its text is', () => {
    const [, length, stream = ''] = /\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(file)!;
    expect(stream).toContain('(A line, as it is.)');
    expect(stream).toHaveLength(Number(length));
  });

  it.each(['中文', 'a (b', String.raw`a\b`])('refuses %s', (line) => {
    expect(() => tinyPdf(line)).toThrow(RangeError);
  });
});
