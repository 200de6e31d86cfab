import type { CellKind } from '../../../events/case/import-file.table.ts';
import { nameForm, withoutInvisible } from '../../../shared/domain/number/written-form.ts';
import type { FieldProblemCode } from '../../../shared/http/problem/field.table.ts';
import { civilTime } from './civil-time.ts';

/** A cell value from the file; a formula is represented by its saved result. */
export type Cell = string | number | boolean | Date | null | { readonly fault: FieldProblemCode };

export type CellReading =
  | { readonly ok: true; readonly value: string | number | undefined }
  | {
      readonly ok: false;
      readonly problem: FieldProblemCode;
      readonly allowed?: readonly string[];
    };

const acceptCell = (read: string | number | undefined): CellReading => ({ ok: true, value: read });
const refuseCell = (problem: FieldProblemCode): CellReading => ({ ok: false, problem });

/** A spreadsheet keeps fifteen significant digits and fills the rest with zeros. */
const longestExact = 1e15;

/** As spreadsheets write a long number, and Java: `3.306E+20`, `3.306E20`. */
const isScientific = (text: string): boolean => /^\d(?:(?:\.\d+)?E\+|\.\d+E)\d{1,3}$/i.test(text);

/** True for 21 digits of which a spreadsheet kept fifteen: the number is not what was typed. */
const isCutNumber = (text: string): boolean => /^[1-9]\d{14}0{6}$/.test(text);

/** Removes `="330602…"` and a leading apostrophe, with which people keep a long number as text. */
const unwrapText = (text: string): string => {
  const trimmed = withoutInvisible(text.normalize('NFKC')).trim();
  return /^="(.*)"$/s.exec(trimmed)?.[1]?.trim() ?? trimmed.replace(/^'(?=[\dA-Za-z])/, '');
};

/** A program that read a column as decimals writes 5 as `5.0`; longer numbers have lost digits. */
const withoutZeros = (text: string): string => text.replace(/^(\d{1,15})\.0+$/, '$1');

/** A cell value that is neither empty nor faulty. */
type Filled = string | number | boolean | Date;

const codeOf = (cell: Filled): CellReading => {
  if (cell instanceof Date) return refuseCell('changed_by_spreadsheet');
  if (typeof cell === 'number') {
    const isExact = Number.isInteger(cell) && Math.abs(cell) < longestExact;
    return isExact ? acceptCell(String(cell)) : refuseCell('changed_by_spreadsheet');
  }
  const text = withoutZeros(unwrapText(String(cell)));
  return isScientific(text) || isCutNumber(text)
    ? refuseCell('changed_by_spreadsheet')
    : acceptCell(text);
};

const textOf = (cell: Filled): CellReading => {
  const isLong = typeof cell === 'number' && Math.abs(cell) >= longestExact;
  if (cell instanceof Date || isLong) return refuseCell('changed_by_spreadsheet');
  const text = String(cell);
  return isScientific(text.trim()) ? refuseCell('changed_by_spreadsheet') : acceptCell(text);
};

const integerOf = (cell: Filled): CellReading => {
  if (typeof cell === 'number' && Number.isInteger(cell)) return acceptCell(cell);
  const text = typeof cell === 'string' ? withoutZeros(unwrapText(cell)) : '';
  return /^\d{1,9}$/.test(text) ? acceptCell(Number(text)) : refuseCell('wrong_type');
};

/**
 * Formats a date cell. Spreadsheet dates have no time zone and are read as UTC; a date alone has no
 * time.
 */
const dateText = (cell: Date): string => {
  const text = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
};

const timeOf = (cell: Filled): CellReading => {
  if (cell instanceof Date && Number.isNaN(cell.getTime())) return refuseCell('not_a_time');
  const read = civilTime(cell instanceof Date ? dateText(cell) : String(cell));
  return read.ok ? acceptCell(read.at) : refuseCell(read.problem);
};

/** 自然人（个人） is understood by either of its words. */
const wordsIn = (text: string): readonly string[] => {
  const whole = nameForm(text);
  const [, before = '', within = ''] = /^(.*)\(([^()]*)\)$/.exec(whole) ?? [];
  return [whole, before, within].filter((word) => word !== '');
};

const wordOf = (words: Readonly<Record<string, readonly string[]>>, cell: Filled): CellReading => {
  if (cell instanceof Date) return refuseCell('changed_by_spreadsheet');
  const given = wordsIn(String(cell));
  const entries = Object.entries(words);
  const [found] = given.flatMap((word) =>
    entries.filter(([code, said]) => [code, ...said].some((one) => nameForm(one) === word)),
  );
  if (found !== undefined) return acceptCell(found[0]);
  const allowed = entries.flatMap(([code, said]) => [code, ...said]);
  return { ok: false, problem: 'not_allowed', allowed };
};

const isBlank = (cell: Cell): cell is null | '' =>
  cell === null || (typeof cell === 'string' && cell.trim() === '');

/** What a text file gets from a spreadsheet for a formula that failed, and for a column too narrow. */
const formulaFault = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i;
const tooNarrow = /^#{3,}$/;

const faultIn = (text: string): FieldProblemCode | undefined => {
  if (text.includes('\uFFFD')) return 'lost_character';
  if (formulaFault.test(text.trim())) return 'no_formula_result';
  return tooNarrow.test(text.trim()) ? 'changed_by_spreadsheet' : undefined;
};

/** Converts a cell by the kind of its column; an empty cell has no value. */
export const cellReading = (cell: Cell, kind: CellKind): CellReading => {
  if (isBlank(cell)) return acceptCell(undefined);
  if (typeof cell === 'object' && 'fault' in cell) return refuseCell(cell.fault);
  const fault = typeof cell === 'string' ? faultIn(cell) : undefined;
  if (fault !== undefined) return refuseCell(fault);
  if (typeof kind === 'object') return wordOf(kind, cell);
  const read = { code: codeOf, text: textOf, integer: integerOf, time: timeOf } as const;
  return read[kind](cell);
};

export const isEmptyRow = (cells: readonly Cell[]): boolean => cells.every(isBlank);

/** Whether a cell has something to read; the others of merged cells are empty. */
export const hasContent = (cell: Cell): boolean => {
  const isMerged = typeof cell === 'object' && cell !== null && 'fault' in cell;
  return !isBlank(cell) && !(isMerged && cell.fault === 'merged_cell');
};
