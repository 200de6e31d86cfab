/** 联系电话: mobile and landline numbers as people write them, read as one form. */

/** GB/T 39046: a telephone number has at most 18 characters. */
const longestPhone = 18;

const mobile = /^1[3-9]\d{9}$/;
const service = /^(?:400|800)\d{7}$/;
const local = /^[2-8]\d{6,7}$/;
/** 区号 and number; both are written with or without a dash, so only their lengths tell them apart. */
const landline = /^(0(?:10|2\d|[3-9]\d{2}))([2-8]\d{6,7})$/;
const country = /^(?:\+|00)?86/;
const abroad = /^(?:\+|00)(?!86)([1-9]\d{6,14})$/;

/** Before 分机, which follows a word, another dash or a blank. */
const beforeExtension = /(?:转|分机号?|EXT|X|#|,|[- ])[: ]*(?=\d{1,6}$)/u;

const clean = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[‐-―−]/gu, '-')
    .replaceAll(/[\s()./]/gu, ' ')
    .trim()
    .toUpperCase();

const rewrite = (digits: string, form: RegExp, written: string): string | undefined =>
  form.test(digits) ? digits.replace(form, written) : undefined;

const readLandline = (digits: string): string | undefined => rewrite(digits, landline, '$1-$2');

const readDigits = (digits: string): string | undefined =>
  [mobile, service, local].some((form) => form.test(digits)) ? digits : readLandline(digits);

/** After the country code the first zero of the area is mostly left out. */
const readAfterCountry = (digits: string): string | undefined => {
  const rest = rewrite(digits, country, '');
  if (rest === undefined) return rewrite(digits, abroad, '+$1');
  return mobile.test(rest) ? rest : readLandline(rest.startsWith('0') ? rest : `0${rest}`);
};

const readNumber = (text: string): string | undefined => {
  const digits = text.replaceAll(/[- ]/g, '');
  return readDigits(digits) ?? readAfterCountry(digits);
};

/** What stands before its extension is a whole number; where area codes have three digits, of eight. */
const isInland =
  /^(?:1[3-9]\d{9}|[48]00\d{7}|(?:0[3-9]\d{2}-)?[2-8]\d{6,7}|0(?:10|2\d)-[2-8]\d{7})-\d/;

const readExtended = (text: string): string | undefined => {
  const [before = '', extension] = text.split(beforeExtension);
  const number = readNumber(before);
  return number === undefined || extension === undefined ? undefined : `${number}-${extension}`;
};

/**
 * Returns the number in its one form: 11 digits, `0575-88001234`, `0575-88001234-801`, or `+` and
 * the digits of a number abroad. Undefined for a text that is no telephone number.
 */
export const readPhone = (text: string): string | undefined => {
  const plain = clean(text);
  const extended = readExtended(plain);
  // A number and its extension together may look like a longer number.
  const isSure = extended === plain || isInland.test(extended ?? '');
  const read = isSure ? extended : (readNumber(plain) ?? extended);
  return read !== undefined && read.length <= longestPhone ? read : undefined;
};

export const isPhone = (text: string): boolean => readPhone(text) === text;
