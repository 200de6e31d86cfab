/** What a cell with a number shows: its format may show something else than the number it keeps. */

/** A number of a workbook; `shown` is undefined where its text is not known for certain. */
export interface ShownNumber {
  readonly number: number;
  readonly shown: string | undefined;
}

/** A spreadsheet keeps fifteen significant digits and fills the rest with zeros. */
const keptDigits = 15;
export const longestExact = 10 ** keptDigits;

/** A whole number that kept all its digits. */
export const isWholeNumber = (number: number): boolean =>
  Number.isInteger(number) && Math.abs(number) < longestExact;

/** Without a format a fraction is shown with at most so many characters. */
const longestFraction = 11;

/** The digits that a spreadsheet keeps, so that 0.1+0.2 is 0.3. */
const keptOf = (number: number): string => String(Number(number.toPrecision(keptDigits)));

const plainText = (number: number): string | undefined => {
  if (isWholeNumber(number)) return String(number);
  const text = keptOf(number);
  return text.includes('e') || text.length > longestFraction ? undefined : text;
};

/** Takes away colours, and blanks that only line numbers up. */
const withoutLayout = (format: string): string =>
  format.replaceAll(/\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow)\]|[_*]./gi, '').trim();

const withGroups = (text: string): string => text.replaceAll(/\B(?=(?:\d{3})+(?:\.|$))/g, ',');

/** `00000` shows 57 as 00057, `0.00` shows 5 as 5.00, and neither may round. */
const fixedText = (number: number, [, groups, whole = '', decimals = '']: readonly string[]) => {
  const text = number.toFixed(decimals.length);
  if (number < 0 || Number(text) !== Number(keptOf(number))) return undefined;
  const length = whole.length + (decimals === '' ? 0 : decimals.length + 1);
  return groups === undefined ? text.padStart(length, '0') : withGroups(text);
};

const fixedForm = /^(#,##)?(0{1,30})(?:\.(0{1,15}))?$/;

const textBy = (format: string, number: number): string | undefined => {
  // The parts behind the first are for negative numbers, zero and texts.
  const [first = '', ...others] = format.split(';');
  if (others.length > 0 && number <= 0) return undefined;
  const plain = withoutLayout(first);
  if (format === '' || /^(?:General|@)$/i.test(plain)) return plainText(number);
  const fixed = fixedForm.exec(plain);
  return fixed === null ? undefined : fixedText(number, fixed);
};

/** @param format the number format of the cell; without one, the number is shown as it is */
export const shownNumber = (number: number, format = ''): ShownNumber => ({
  number,
  shown: textBy(format, number),
});
