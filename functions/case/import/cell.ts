import type { CellKind } from '../../../events/case/import-file.table.ts';
import { nameForm, plainCode } from '../../../shared/domain/number/written-form.ts';
import type { FieldProblemCode } from '../../../shared/http/problem/field.table.ts';
import { civilTime } from './civil-time.ts';
import { isDayForm, keptCode, keptWords, lossIn } from './kept-text.ts';
import type { KeptText } from './kept-text.ts';
import { isWholeNumber, longestExact } from './shown-number.ts';
import type { ShownNumber } from './shown-number.ts';

/** A cell value from the file; a formula is represented by its saved result. */
export type Cell =
  | string
  | boolean
  | Date
  | ShownNumber
  | KeptText
  | null
  | { readonly fault: FieldProblemCode };

/** A row of a table, with the line on which it starts in the file. */
export interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
  /** It stands above the header, and yet is no title. */
  readonly isAboveHeader?: true;
  /** The last line of a text without a line end: it may be cut off. */
  readonly isUnended?: boolean;
}

export type CellReading =
  | { readonly ok: true; readonly value: string | number | undefined }
  | {
      readonly ok: false;
      readonly problem: FieldProblemCode;
      readonly allowed?: readonly string[];
    };

const acceptCell = (read: string | number | undefined): CellReading => ({ ok: true, value: read });
const refuseCell = (problem: FieldProblemCode): CellReading => ({ ok: false, problem });

/** A program that read a column as decimals writes 5 as `5.0`; longer numbers have lost digits. */
const withoutZeros = (text: string): string => text.replace(/^(\d{1,15})\.0+$/, '$1');

/** A cell value that is neither empty nor faulty. */
type Filled = string | boolean | Date | ShownNumber | KeptText;

const isNumber = (cell: Filled): cell is ShownNumber =>
  typeof cell === 'object' && 'number' in cell;

const isKept = (cell: Filled): cell is KeptText => typeof cell === 'object' && 'kept' in cell;

/** What the cell says, whatever its format shows. */
const plainOf = (cell: Exclude<Filled, Date>): string => {
  if (typeof cell === 'string') return cell;
  if (isKept(cell)) return cell.kept;
  return isNumber(cell) ? String(cell.number) : String(cell).toUpperCase();
};

const numberCode = ({ number, shown }: ShownNumber): CellReading => {
  if (!isWholeNumber(number)) return refuseCell('changed_by_spreadsheet');
  if (shown === undefined) return refuseCell('shown_otherwise');
  return acceptCell(withoutZeros(shown.replaceAll(',', '')));
};

const codeOf = (cell: Filled): CellReading => {
  if (cell instanceof Date) return refuseCell('changed_by_spreadsheet');
  if (isNumber(cell)) return numberCode(cell);
  const text = plainCode(plainOf(cell));
  const kept = isKept(cell) ? text : keptCode(text);
  if (kept !== undefined) return acceptCell(kept);
  const code = withoutZeros(text);
  const loss = isDayForm(code) ? 'changed_by_spreadsheet' : lossIn(code);
  return loss === undefined ? acceptCell(code) : refuseCell(loss);
};

const numberText = ({ number, shown }: ShownNumber): CellReading => {
  if (Math.abs(number) >= longestExact) return refuseCell('changed_by_spreadsheet');
  return shown === undefined ? refuseCell('shown_otherwise') : acceptCell(shown);
};

const textOf = (cell: Filled): CellReading => {
  if (cell instanceof Date) return refuseCell('changed_by_spreadsheet');
  if (isNumber(cell)) return numberText(cell);
  const text = plainOf(cell);
  const kept = isKept(cell) ? text : keptWords(text);
  if (kept !== undefined) return acceptCell(kept);
  const loss = lossIn(text.trim());
  return loss === undefined ? acceptCell(text) : refuseCell(loss);
};

const integerOf = (cell: Filled): CellReading => {
  if (cell instanceof Date) return refuseCell('wrong_type');
  if (isNumber(cell) && Number.isInteger(cell.number))
    return cell.shown === undefined ? refuseCell('shown_otherwise') : acceptCell(cell.number);
  const code = plainCode(plainOf(cell));
  const text = withoutZeros(keptCode(code) ?? code);
  return /^\d{1,9}$/.test(text) ? acceptCell(Number(text)) : refuseCell('wrong_type');
};

/**
 * Formats a date cell, to the millisecond as in every other form. Spreadsheet dates have no time zone
 * and are read as UTC; a date alone has no time.
 */
const dateText = (cell: Date): string => {
  const text = cell.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, -1);
};

const timeOf = (cell: Filled): CellReading => {
  if (cell instanceof Date && Number.isNaN(cell.getTime())) return refuseCell('not_a_time');
  const read = civilTime(cell instanceof Date ? dateText(cell) : plainOf(cell));
  return read.ok ? acceptCell(read.at) : refuseCell(read.problem);
};

type Words = Readonly<Record<string, readonly string[]>>;

const codeOfWord = (words: Words, word: string): string | undefined =>
  Object.entries(words).find(([code, said]) =>
    [code, ...said].some((one) => nameForm(one) === word),
  )?.[0];

/** Finds a word, or two that mean the same: 自然人（个人）, but not 办结（不予许可）. */
const codeIn = (words: Words, text: string): string | undefined => {
  const whole = nameForm(text);
  const [, before, within] = /^(.+)\(([^()]+)\)$/.exec(whole) ?? [];
  const code = codeOfWord(words, whole);
  if (code !== undefined || before === undefined || within === undefined) return code;
  const [first, second] = [before, within].map((word) => codeOfWord(words, word));
  return first === second ? first : undefined;
};

const wordOf = (words: Words, cell: Filled): CellReading => {
  if (cell instanceof Date) return refuseCell('changed_by_spreadsheet');
  const code = codeIn(words, plainOf(cell));
  if (code !== undefined) return acceptCell(code);
  const allowed = Object.entries(words).flatMap(([one, said]) => [one, ...said]);
  return { ok: false, problem: 'not_allowed', allowed };
};

/** What SQL clients and programs write into the cells of a member that is absent. */
const nothing = /^(?:null|\(null\)|\[null\]|\\N|NaN|None|N\/A|[-‐‑–—－]+)?$/i;

const isBlank = (cell: Cell): cell is null | '' =>
  cell === null || (typeof cell === 'string' && nothing.test(cell.trim()));

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
  const fault = typeof cell === 'string' || isKept(cell) ? faultIn(plainOf(cell)) : undefined;
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
