/** Formats and check digits of the numbers of cases, departments and people. */
import { isRealDay } from '../time/instant.ts';

/** GB/T 2260, first two digits: provinces, regions, municipalities, Taiwan, Hong Kong, Macao. */
const PROVINCES = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 ' +
    '61 62 63 64 65 71 81 82 83'
  ).split(' '),
);

/** GB 11643 (ISO 7064 MOD 11-2). */
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_CHECKS = '10X98765432';
const IDENTITY_STEM = /^\d{6}((?:19|20)\d{2})(\d{2})(\d{2})\d{3}$/;

/**
 * 外国人永久居留身份证: 9, where it was applied for, the nationality, then as on identity cards. Some
 * were issued with another last character.
 */
const PERMANENT_FORM = /^9\d{5}((?:19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/;

/** GB 32100: digits and capitals without I, O, S, V, Z. */
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const CREDIT_FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

const weightedSum = (values: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);

/** Of the first 17 characters. */
const identityCheck = (stem: string): string =>
  IDENTITY_CHECKS.charAt(weightedSum(Array.from(stem, Number), IDENTITY_WEIGHTS) % 11);

const hasRealDay = ([, year, month, day]: readonly string[]): boolean =>
  isRealDay(Number(year), Number(month), Number(day));

/**
 * Appends the check character to the first 17 characters of a resident identity number. Returns
 * undefined when they are not 17 digits with a known province and a real date of birth from 1900 to
 * 2099. (A future birth date passes: the current date is not known here.)
 */
export const makeIdentityNumber = (stem: string): string | undefined => {
  const parts = IDENTITY_STEM.exec(stem);
  if (parts === null || !hasRealDay(parts) || !PROVINCES.has(stem.slice(0, 2))) return undefined;
  return stem + identityCheck(stem);
};

/** 居民身份证号码, 18 characters, the last a digit or capital X. */
export const isIdentityNumber = (text: string): boolean =>
  makeIdentityNumber(text.slice(0, 17)) === text;

/** 15 digits, as issued until 1999: no longer valid, and without a check digit. */
export const isOldIdentityNumber = (text: string): boolean => /^\d{15}$/.test(text);

/** Whether the text has the form of a number of a permanent residence card. */
export const hasPermanentResidenceForm = (text: string): boolean => {
  const parts = PERMANENT_FORM.exec(text);
  return parts !== null && hasRealDay(parts);
};

export const isPermanentResidenceNumber = (text: string): boolean =>
  hasPermanentResidenceForm(text) && text.endsWith(identityCheck(text));

/** Whether the text has the form of a code; until 2016 some were issued with another check character. */
export const hasCreditForm = (text: string): boolean => CREDIT_FORM.test(text);

/**
 * Appends the check character to the first 17 characters of a unified social credit code. Returns
 * undefined when they are not in the code's alphabet or contain no six-digit area.
 */
export const makeCreditCode = (stem: string): string | undefined => {
  if (!hasCreditForm(`${stem}0`)) return undefined;
  const values = Array.from(stem, (character) => CREDIT_ALPHABET.indexOf(character));
  return stem + CREDIT_ALPHABET.charAt((31 - (weightedSum(values, CREDIT_WEIGHTS) % 31)) % 31);
};

/** 统一社会信用代码, 18 characters. The organisation code in it is not checked separately. */
export const isCreditCode = (text: string): boolean => makeCreditCode(text.slice(0, 17)) === text;

/** The six digits of the area that registered the organisation. */
export const areaInCreditCode = (code: string): string => code.slice(2, 8);

/** 办件统一编号: 21 digits. Only the format is certain. */
export const isProjectNo = (text: string): boolean => /^\d{21}$/.test(text);

/** 统一部门编码: 15 digits with the provincial prefix 001, in groups of three. */
export const isOrgCode = (text: string): boolean => /^001\d{12}$/.test(text);
