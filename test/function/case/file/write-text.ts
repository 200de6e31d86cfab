/** Random layouts of text files. */
import * as fc from 'fast-check';

import { gb18030 } from '../import-file-sample.ts';
import { cellOf, headerName } from './meant-line.ts';
import type { HeaderStyle, Line, TableKind } from './meant-line.ts';

/** What a file has beside its lines. */
export interface Beside {
  readonly of: TableKind;
  readonly order: readonly string[];
  readonly style: HeaderStyle;
  readonly titles: readonly string[];
  /** How many empty lines stand before each line of data. */
  readonly gaps: readonly number[];
  /** Where a column without a name stands, which is empty but in one line. */
  readonly unnamed: { readonly place: number; readonly filled: number };
}

export const besideOf = (of: TableKind): fc.Arbitrary<Beside> =>
  fc.record({
    of: fc.constant(of),
    order: fc.shuffledSubarray([...of.names], { minLength: of.names.length }),
    style: fc.constantFrom('en', 'zh', 'marked'),
    titles: fc.array(fc.constantFrom('越城区清单', '2026年11月', '填报说明：每行一件'), {
      maxLength: 3,
    }),
    gaps: fc.array(fc.constantFrom(0, 0, 0, 1, 2), { maxLength: 4 }),
    unnamed: fc.record({
      place: fc.integer({ min: 0, max: of.names.length }),
      filled: fc.oneof(fc.constant(-1), fc.nat(3)),
    }),
  });

/** The texts of a header or a line, with the column that has no name. */
export const withUnnamed = <T>(cells: readonly T[], cell: T, { unnamed }: Beside): readonly T[] =>
  cells.toSpliced(unnamed.place, 0, cell);

export const headerOf = (beside: Beside): readonly string[] =>
  withUnnamed(
    beside.order.map((name) => headerName(beside.of, name, beside.style)),
    '',
    beside,
  );

export interface TextShape {
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be';
  readonly separator: ',' | '\t' | ';';
  readonly end: '\r\n' | '\n' | '\r';
  readonly isQuoted: boolean;
  readonly isUnended: boolean;
  /** Empty cells at the end: left out, or more than the header has. */
  readonly tail: 'whole' | 'short' | 'long';
}

export const anyTextShape: fc.Arbitrary<TextShape> = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'),
  separator: fc.constantFrom(',', '\t', ';'),
  end: fc.constantFrom('\r\n', '\n', '\r'),
  isQuoted: fc.boolean(),
  isUnended: fc.boolean(),
  tail: fc.constantFrom('whole', 'whole', 'short', 'long'),
});

const encodeText = (text: string, encoding: TextShape['encoding']): Buffer => {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8-bom') return Buffer.from(`\uFEFF${text}`);
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  try {
    return gb18030(text);
  } catch {
    // Not every character has a code in the table of the test.
    return Buffer.from(text);
  }
};

const withTail = (cells: readonly string[], beside: Beside, { tail }: TextShape) => {
  if (tail === 'long') return [...cells, '', ''];
  if (tail === 'whole') return cells;
  const needed = new Set(beside.of.columns.filter((one) => one.needed).map(({ name }) => name));
  const names = withUnnamed<string>(beside.order, '', beside);
  const last = cells.findLastIndex((cell, at) => cell !== '' || needed.has(names[at] ?? ''));
  return cells.slice(0, last + 1);
};

interface WrittenFile {
  readonly file: Buffer;
  /** The line on which each line of data begins. */
  readonly lines: readonly number[];
}

export const writeText = (
  lines: readonly Line[],
  beside: Beside,
  shape: TextShape,
): WrittenFile => {
  const { separator, end, isQuoted, isUnended, tail } = shape;
  const quote = (cell: string): string =>
    (isQuoted && cell !== '') || /["\r\n\t,;]/.test(cell)
      ? `"${cell.replaceAll('"', '""').replaceAll('\n', end)}"`
      : cell;
  const rowOf = (cells: readonly string[]): string => cells.map(quote).join(separator) + end;
  let text = [...beside.titles.map((title) => [title]), headerOf(beside)].map(rowOf).join('');
  const starts = lines.map((line, at) => {
    text += end.repeat(beside.gaps[at] ?? 0);
    const start = text.split(end).length;
    const stray = beside.unnamed.filled === at ? '已核' : '';
    const cells = beside.order.map((name) => cellOf(line, name).text);
    text += rowOf(withTail(withUnnamed(cells, stray, beside), beside, shape));
    return start;
  });
  // A line without its end may be cut off, so it is read only with all its cells.
  const whole = isUnended && tail !== 'short' ? text.slice(0, -end.length) : text;
  return { file: encodeText(whole, shape.encoding), lines: starts };
};
