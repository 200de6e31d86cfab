/** What people and programs do to numbers so that a spreadsheet keeps them, and what it did to others. */
/** A text that its writer kept from being read as a number, as `="00123"`. */
export interface KeptText {
  readonly kept: string;
}

const formulaForm = /^="((?:[^"]|"")*)"$/;

/** Returns the text of `="00123"`, the formula by which a text file shows just that text. */
const formulaText = (text: string): string | undefined =>
  formulaForm.exec(text.trim())?.[1]?.replaceAll('""', '"');

/**
 * Reads a cell of a text file, in which a formula is not told from a text: another formula than the
 * one above shows something that only a spreadsheet could say.
 */
export const writtenCell = (text: string): string | KeptText | { fault: 'no_formula_result' } => {
  if (!text.trimStart().startsWith('="')) return text;
  const kept = formulaText(text);
  if (kept === undefined) return { fault: 'no_formula_result' };
  return kept.trim() === '' ? '' : { kept };
};

/** Returns a code behind `="…"` or an apostrophe, which a workbook shows when they came as text. */
export const keptCode = (text: string): string | undefined =>
  formulaText(text)?.trim() ?? /^'(?=[\dA-Za-z])(.*)$/s.exec(text)?.[1];

/**
 * Returns a text behind an apostrophe, by which spreadsheets keep a cell as text; one that stands
 * again further on is a quotation mark of the text.
 */
export const keptWords = (text: string): string | undefined =>
  /^\s*'([^'\s][^']*)$/.exec(text)?.[1];

/** As spreadsheets write a long number, and Java: `3.306E+20`, `3.306E20`. */
const isScientific = (text: string): boolean => /^\d(?:(?:\.\d+)?E\+|\.\d+E)\d{1,3}$/i.test(text);

/** A spreadsheet keeps fifteen digits and writes zeros for the rest, here for five or more. */
const isCut = (text: string): boolean => /^[1-9]\d{14}0{5,}$/.test(text);

/**
 * One number in a hundred ends in two zeros in truth, so of seventeen digits it is not certain: the
 * writer of a true one says so by an apostrophe before it.
 */
const isMaybeCut = (text: string): boolean => /^[1-9]\d{14}0{2,4}$/.test(text);

/** Returns what a spreadsheet may have done to a text that looks like a number. */
export const lossIn = (text: string): 'changed_by_spreadsheet' | 'maybe_cut' | undefined => {
  if (isScientific(text) || isCut(text)) return 'changed_by_spreadsheet';
  return isMaybeCut(text) ? 'maybe_cut' : undefined;
};

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
/** As spreadsheets write a code such as 3-12 that they took for a day. */
const dayForm = new RegExp(
  String.raw`^(?:\d{1,2}月\d{1,2}日|\d{1,2}-(?:${months})|(?:${months})-\d{2}|\d{4}/\d{1,2}/\d{1,2})$`,
);

export const isDayForm = (text: string): boolean => dayForm.test(text);
