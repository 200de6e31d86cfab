/** Random layouts of workbooks. */
import * as fc from 'fast-check';

import { cellOf } from './meant-line.ts';
import type { CellValue, Line } from './meant-line.ts';
import { dateStyle, rawWorkbook } from './raw-workbook.ts';
import type { RawSheet } from './raw-workbook.ts';
import { headerOf, withUnnamed } from './write-text.ts';
import type { Beside } from './write-text.ts';

export interface WorkbookShape {
  readonly is1904: boolean;
  /** How texts are kept, cell by cell. */
  readonly texts: readonly ('shared' | 'inline' | 'rich' | 'formula')[];
  readonly hasPlaces: boolean;
  readonly hidden: readonly boolean[];
  readonly isColumnHidden: boolean;
  readonly remarksFirst: boolean;
  readonly hiddenSheetFirst: boolean;
  readonly hasStyledEnd: boolean;
  /** The second line has one cell in common with the first. */
  readonly isMerged: boolean;
}

export const anyWorkbookShape: fc.Arbitrary<WorkbookShape> = fc.record({
  is1904: fc.boolean(),
  texts: fc.array(fc.constantFrom('shared', 'inline', 'rich', 'formula'), {
    minLength: 1,
    maxLength: 9,
  }),
  hasPlaces: fc.boolean(),
  hidden: fc.array(fc.boolean(), { maxLength: 4 }),
  isColumnHidden: fc.boolean(),
  remarksFirst: fc.boolean(),
  hiddenSheetFirst: fc.boolean(),
  hasStyledEnd: fc.boolean(),
  isMerged: fc.boolean(),
});

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // As Excel writes a text that looks like one of its own escapes.
    .replaceAll(/_(?=x[0-9A-F]{4}_)/g, '_x005F_');

const lettersOf = (column: number): string =>
  (column >= 26 ? String.fromCodePoint(64 + Math.floor(column / 26)) : '') +
  String.fromCodePoint(65 + (column % 26));

const run = (text: string): string => `<t xml:space="preserve">${escape(text)}</t>`;
const inRuns = (text: string): string => {
  const signs = Array.from(text);
  const half = Math.ceil(signs.length / 2);
  const parts = [signs.slice(0, half), signs.slice(half)].map((part) => part.join(''));
  return parts.map((part) => `<r><rPr><b/></rPr>${run(part)}</r>`).join('');
};

interface Cell {
  readonly text: string;
  readonly value?: CellValue | undefined;
}

const createCells = ({ is1904, texts, hasPlaces }: WorkbookShape, shared: string[]) => {
  let count = 0;
  const textCell = (place: string, text: string): string => {
    count += 1;
    const kind = texts[count % texts.length] ?? 'shared';
    if (kind === 'inline') return `<c${place} t="inlineStr"><is>${run(text)}</is></c>`;
    if (kind === 'formula') return `<c${place} t="str"><f>T(A1)</f><v>${escape(text)}</v></c>`;
    const item = kind === 'rich' ? inRuns(text) : run(text);
    return `<c${place} t="s"><v>${shared.push(`<si>${item}</si>`) - 1}</v></c>`;
  };
  return ({ text, value }: Cell, [row, column]: readonly [number, number]): string => {
    const place = hasPlaces ? ` r="${lettersOf(column)}${row}"` : '';
    if (value === undefined) return text === '' ? `<c${place}/>` : textCell(place, text);
    if ('number' in value) return `<c${place}><v>${value.number}</v></c>`;
    if ('noResult' in value) return `<c${place}><f>A1+1</f></c>`;
    const day = 46_346 - (is1904 ? 1462 : 0);
    return `<c${place} s="${dateStyle}"><v>${day + value.minute / 1440}</v></c>`;
  };
};

interface WrittenWorkbook {
  readonly file: Buffer;
  readonly lines: readonly number[];
  readonly hiddenLines: readonly number[];
  /** The position of the line of which a cell is merged away; -1: none. */
  readonly merged: number;
}

const toCells = (texts: readonly string[]): readonly Cell[] => texts.map((text) => ({ text }));

/** The rows of a sheet, each below the one before it. */
const createRows = (shape: WorkbookShape, shared: string[]) => {
  const writeCell = createCells(shape, shared);
  let row = 0;
  return {
    /** Returns the row and its number, after so many that are empty. */
    add(cells: readonly Cell[], { gap = 0, isHidden = false } = {}): readonly [string, number] {
      row += gap + 1;
      const written = cells.map((cell, column) => writeCell(cell, [row, column])).join('');
      return [`<row r="${row}"${isHidden ? ' hidden="1"' : ''}>${written}</row>`, row];
    },
  };
};

const cellsOf = (line: Line, beside: Beside, { at, merged }: Record<'at' | 'merged', number>) => {
  const cells = beside.order.map((name): Cell =>
    at === merged && name === beside.of.mergeable ? { text: '' } : cellOf(line, name),
  );
  return withUnnamed(cells, { text: beside.unnamed.filled === at ? '已核' : '' }, beside);
};

const mergedTag = (beside: Beside, [first = 0, second = 0]: readonly number[]): string => {
  const column = lettersOf(
    withUnnamed<string>(beside.order, '', beside).indexOf(beside.of.mergeable),
  );
  const range = `${column}${first}:${column}${second}`;
  return `<mergeCells count="1"><mergeCell ref="${range}"/></mergeCells>`;
};

const hiddenColumn = '<cols><col min="2" max="3" hidden="1"/></cols>';
const styledEnd = `<row r="1048576" s="${dateStyle}" customFormat="1"><c r="B1048576" s="${dateStyle}"/></row>`;
const remarks = '<row r="1"><c r="A1" t="inlineStr"><is><t>列名</t></is></c></row>';

const sheetsBefore = (shape: WorkbookShape, sheetData: string): readonly RawSheet[] => [
  ...(shape.hiddenSheetFirst ? [{ name: '旧', isHidden: true, sheetData }] : []),
  ...(shape.remarksFirst ? [{ name: '填写说明', sheetData: remarks }] : []),
];

export const writeWorkbook = (
  lines: readonly Line[],
  beside: Beside,
  shape: WorkbookShape,
): WrittenWorkbook => {
  const shared: string[] = [];
  const rows = createRows(shape, shared);
  const head = [...beside.titles.map((title) => [title]), headerOf(beside)];
  const heads = head.map((texts) => rows.add(toCells(texts))[0]);
  const merged = shape.isMerged && lines.length > 1 && !beside.gaps[1] ? 1 : -1;
  const written = lines.map((line, at) =>
    rows.add(cellsOf(line, beside, { at, merged }), {
      gap: beside.gaps[at] ?? 0,
      isHidden: shape.hidden[at] ?? false,
    }),
  );
  const starts = written.map(([, row]) => row);
  const sheetData = [...heads, ...written.map(([text]) => text)].join('');
  const sheet: RawSheet = {
    name: '清单',
    before: shape.isColumnHidden ? hiddenColumn : '',
    sheetData: sheetData + (shape.hasStyledEnd ? styledEnd : ''),
    after: merged === 1 ? mergedTag(beside, starts) : '',
  };
  return {
    file: rawWorkbook({
      sheets: [...sheetsBefore(shape, sheetData), sheet],
      shared,
      is1904: shape.is1904,
    }),
    lines: starts,
    hiddenLines: starts.filter((_line, at) => shape.hidden[at] ?? false),
    merged,
  };
};
