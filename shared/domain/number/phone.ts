/** 联系电话: mobile and landline numbers as people write them, read as one form. */

/** GB/T 39046: a telephone number has at most 18 characters. */
const longestPhone = 18;

const mobile = /^1[3-9]\d{9}$/;
const service = /^(?:400|800)\d{7}$/;
const local = /^[2-8]\d{6,7}$/;
/** 区号 and number; both are written with or without a dash, so only their lengths tell them apart. */
const landline = /^0(10|2\d|[3-9]\d{2})([2-8]\d{6,7})$/;
const country = /^(?:\+|00)?86/;
const abroad = /^(?:\+|00)(?!86)([1-9]\d{6,14})$/;

/** 分机, after a word or after another dash. */
const worded = /^(.*\d)[- ]*(?:转|分机号?|EXT|X|#|,)[: ]*(\d{1,6})$/u;
const dashed = /^(.*\d{4})[- ](\d{1,6})$/;

/** A number with its extension in the one form; without this, both together may look like a number. */
const extended =
  /^(?:1[3-9]\d{9}|(?:0\d{2,3}-)?[2-8]\d{6,7}|(?:400|800)\d{7}|\+(?!86)[1-9]\d{6,14})-\d{1,6}$/;

const clean = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[‐-―−﹣]/gu, '-')
    .replaceAll(/[\s()./]+/gu, ' ')
    .trim()
    .toUpperCase();

const readLandline = (digits: string): string | undefined => {
  const [, area, number] = landline.exec(digits) ?? [];
  return number === undefined ? undefined : `0${area}-${number}`;
};

const readAbroad = (digits: string): string | undefined => {
  const [, number] = abroad.exec(digits) ?? [];
  return number === undefined ? undefined : `+${number}`;
};

const readDigits = (digits: string): string | undefined =>
  [mobile, service, local].some((form) => form.test(digits)) ? digits : readLandline(digits);

/** After the country code the first zero of the area is mostly left out. */
const readAfterCountry = (digits: string): string | undefined => {
  if (!country.test(digits)) return readAbroad(digits);
  const rest = digits.replace(country, '');
  return mobile.test(rest) ? rest : readLandline(rest.replace(/^0?/, '0'));
};

const readNumber = (text: string): string | undefined => {
  const digits = text.replaceAll(/[- ]/g, '');
  return readDigits(digits) ?? readAfterCountry(digits);
};

const readExtended = (text: string): string | undefined => {
  const [, before, extension] = worded.exec(text) ?? dashed.exec(text) ?? [];
  const number = before === undefined ? undefined : readNumber(before);
  return number === undefined ? undefined : `${number}-${extension}`;
};

/**
 * Returns the number in its one form: 11 digits, `0575-88001234`, `0575-88001234-801`, or `+` and
 * the digits of a number abroad. Undefined for a text that is no telephone number.
 */
export const readPhone = (text: string): string | undefined => {
  const plain = clean(text);
  const read = extended.test(plain) ? plain : (readNumber(plain) ?? readExtended(plain));
  return read !== undefined && read.length <= longestPhone ? read : undefined;
};

export const isPhone = (text: string): boolean => readPhone(text) === text;
