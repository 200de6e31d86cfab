/**
 * A DynamoDB number: up to 38 significant decimal digits, magnitude 1E-130 to 9.99…E+125.
 * Represented as `coefficient × 10^exponent` without trailing zeros in the coefficient; zero is 0 ×
 * 10^0.
 */
import { makeValidationError } from '../refusal.ts';

export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

const MAX_DIGITS = 38;
const MAX_MAGNITUDE = 125;
const MIN_MAGNITUDE = -130;

const SYNTAX = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
const PLAIN_INTEGER = /^(?:0|-?[1-9]\d{0,37})$/;
const SAFE_INTEGER = /^-?\d{1,15}$/;

const OVERFLOW =
  'Number overflow. Attempting to store a number with magnitude larger than supported range';
const UNDERFLOW =
  'Number underflow. Attempting to store a number with magnitude smaller than supported range';
const TOO_PRECISE = 'Attempting to store more than 38 significant digits in a Number';

const ZERO: Decimal = { coefficient: 0n, exponent: 0 };

const digitCount = (coefficient: bigint): number =>
  (coefficient < 0n ? -coefficient : coefficient).toString().length;

/** Returns the exponent of the first digit, as in scientific notation. */
export const magnitude = (value: Decimal): number =>
  value.exponent + digitCount(value.coefficient) - 1;

/** Returns the digits without sign, point, or leading and trailing zeros; `0` for zero. */
export const significantDigits = (value: Decimal): string =>
  (value.coefficient < 0n ? -value.coefficient : value.coefficient).toString();

/**
 * Strips trailing zeros without the regular expression `0+$`, which retries at every run of zeros
 * and takes quadratic time on a long number.
 */
const withoutZeros = (digits: string): readonly [string, number] => {
  const lead = digits.replace(/^0+/, '');
  let end = lead.length;
  while (lead[end - 1] === '0') end -= 1;
  return [lead.slice(0, end), lead.length - end];
};

const toDecimal = (sign: string, core: string, exponent: number): Decimal =>
  core === '' ? ZERO : { coefficient: BigInt(`${sign}${core}`), exponent };

const checkRange = (value: Decimal): Decimal => {
  if (value.coefficient === 0n) return value;
  if (magnitude(value) > MAX_MAGNITUDE) throw makeValidationError(OVERFLOW);
  if (magnitude(value) < MIN_MAGNITUDE) throw makeValidationError(UNDERFLOW);
  return value;
};

/** Parses an `N`. Throws ValidationException when it is not a number, too large or too precise. */
export const parseDecimal = (text: string): Decimal => {
  const match = SYNTAX.exec(text);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
  if (match === null || whole + fraction === '') {
    const shown = text === '' ? '' : `: ${text}`;
    throw makeValidationError(`The parameter cannot be converted to a numeric value${shown}`);
  }
  const [core, zeros] = withoutZeros(whole + fraction);
  if (core.length > MAX_DIGITS) throw makeValidationError(TOO_PRECISE);
  const scale = Number(exponent) - fraction.length + zeros;
  return checkRange(toDecimal(sign === '-' ? sign : '', core, scale));
};

/** Formats in plain notation without an exponent, the form in which the service returns numbers. */
const formatDecimal = (value: Decimal): string => {
  const digits = significantDigits(value);
  const sign = value.coefficient < 0n ? '-' : '';
  if (value.exponent >= 0) return `${sign}${digits}${'0'.repeat(value.exponent)}`;
  const padded = digits.padStart(1 - value.exponent, '0');
  const point = padded.length + value.exponent;
  return `${sign}${padded.slice(0, point)}.${padded.slice(point)}`;
};

/** Returns one text per value, so that equal numbers are equal strings. */
export const canonicalNumber = (text: string): string =>
  PLAIN_INTEGER.test(text) ? text : formatDecimal(parseDecimal(text));

const alignExponents = (left: Decimal, right: Decimal): readonly [bigint, bigint, number] => {
  const exponent = Math.min(left.exponent, right.exponent);
  const scale = (value: Decimal) => value.coefficient * 10n ** BigInt(value.exponent - exponent);
  return [scale(left), scale(right), exponent];
};

const exactResult = (coefficient: bigint, exponent: number): Decimal => {
  const sign = coefficient < 0n ? '-' : '';
  const [core, zeros] = withoutZeros(coefficient.toString().slice(sign.length));
  // The service reports a sum with too many digits as an overflow too.
  if (core.length > MAX_DIGITS) throw makeValidationError(OVERFLOW);
  return checkRange(toDecimal(sign, core, exponent + zeros));
};

/** Returns the exact sum. Throws ValidationException when it has more than 38 digits. */
export const addNumbers = (left: string, right: string): string => {
  const [one, other, exponent] = alignExponents(parseDecimal(left), parseDecimal(right));
  return formatDecimal(exactResult(one + other, exponent));
};

export const subtractNumbers = (left: string, right: string): string => {
  const [one, other, exponent] = alignExponents(parseDecimal(left), parseDecimal(right));
  return formatDecimal(exactResult(one - other, exponent));
};

/** Returns a negative number, zero or a positive number, by comparing the exact values. */
export const compareNumbers = (left: string, right: string): number => {
  if (SAFE_INTEGER.test(left) && SAFE_INTEGER.test(right)) return Number(left) - Number(right);
  const [one, other] = alignExponents(parseDecimal(left), parseDecimal(right));
  if (one === other) return 0;
  return one < other ? -1 : 1;
};
