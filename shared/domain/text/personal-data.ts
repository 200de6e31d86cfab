/**
 * 个人信息脱敏: finds numbers of persons in what people write, and masks them: identity documents,
 * telephones, bank cards, plates, e-mail addresses. Names and addresses of houses are not found:
 * nothing tells them from other words.
 */
import { isIdentityNumber } from '../number/identifier.ts';

/** Where something was found: indexes of characters, the last one excluded. */
interface Found {
  readonly from: number;
  readonly to: number;
}

/** The characters of a text, each as the plain digit or letter that it stands for. */
interface Plain {
  readonly chars: readonly string[];
  readonly plain: string;
}

const chineseDigits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  幺: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
};

/** Characters that people put between the digits of one number. */
const separator = /[\s\p{Cf}\p{Pd}.·•,，、_()（）]/u;

/** One character for one, so that an index means the same in both. */
const plainLetter = (char: string): string => {
  const letter = char.normalize('NFKC').toUpperCase();
  return letter.length === 1 ? letter : ' ';
};

const plainChar = (char: string): string =>
  chineseDigits[char] ?? (separator.test(char) ? '-' : plainLetter(char));

const plainOf = (text: string): Plain => {
  const chars = Array.from(text);
  return { chars, plain: chars.map(plainChar).join('') };
};

/** No shorter number is one of a person, also after a word that announces one. */
const SHORTEST = 7;

const mobile = /^(?:0{0,2}86)?1[3-9]\d{9}$/;
const landline = /^(?:0{0,2}86)?0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/;

/** The check digit of ISO/IEC 7812, which a number by chance has once in ten. */
const hasCardDigit = (digits: string): boolean => {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
};

const isBankCard = (digits: string): boolean =>
  /^(?:3|4|5|6|9)\d{15,18}$/.test(digits) && hasCardDigit(digits);

/** 15 digits of a document before 1999 hold a day of birth. */
const isOldDocument = (digits: string): boolean =>
  /^\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/.test(digits);

const isNumberOfPerson = (digits: string): boolean =>
  isIdentityNumber(digits) ||
  isOldDocument(digits) ||
  mobile.test(digits) ||
  landline.test(digits) ||
  isBankCard(digits);

/** After these words a number is one of a person, whatever its form; a few other words may follow. */
const announced =
  /(?:身份证|证件|证号|护照|电话|手机|联系方式|号码|微信|QQ|卡号|账号|帐号|银行卡)[^0-9]{0,6}$/u;

interface Run extends Found {
  /** The places of its digits. */
  readonly places: readonly number[];
}

const runsIn = ({ plain }: Plain): readonly Run[] =>
  [...plain.matchAll(/\d(?:-{0,3}\d)*X?/g)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    places: Array.from(found).flatMap((char, at) => (char === '-' ? [] : [index + at])),
  }));

/** The groups of a run, as separators divide it. */
const groupsOf = ({ places }: Run): readonly (readonly number[])[] => {
  const groups: number[][] = [];
  for (const place of places) {
    const group = groups.at(-1);
    if (group?.at(-1) === place - 1) group.push(place);
    else groups.push([place]);
  }
  return groups;
};

const digitsAt = (plain: string, places: readonly number[]): string =>
  places.map((place) => plain[place]).join('');

const spanOf = (places: readonly number[]): Found => ({
  from: Math.min(...places),
  to: Math.max(...places) + 1,
});

/** Returns how many groups from the first on are a number of a person, as many as can be; or 0. */
const longestFrom = (plain: string, groups: readonly (readonly number[])[]): number => {
  for (let count = groups.length; count > 0; count -= 1) {
    if (isNumberOfPerson(digitsAt(plain, groups.slice(0, count).flat()))) return count;
  }
  return 0;
};

const numbersIn = (text: Plain, run: Run): readonly Found[] => {
  const { plain } = text;
  if (run.places.length >= SHORTEST && announced.test(plain.slice(0, run.from)))
    return [{ from: run.from, to: run.to }];
  const found: Found[] = [];
  let groups = groupsOf(run);
  while (groups.length > 0) {
    const count = longestFrom(plain, groups);
    if (count > 0) found.push(spanOf(groups.slice(0, count).flat()));
    groups = groups.slice(Math.max(count, 1));
  }
  return found;
};

const eMail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]-?[A-Z0-9]{5,6}(?![A-Z0-9])/g;

/** An address has points and lines of its own, which are no separators there. */
const withPoints = ({ chars }: Plain): string => chars.map(plainLetter).join('');

const matchesIn = (text: string, form: RegExp): readonly Found[] =>
  [...text.matchAll(form)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
  }));

const findPersonal = (text: Plain): readonly Found[] => [
  ...matchesIn(withPoints(text), eMail),
  ...matchesIn(text.plain, plate),
  ...runsIn(text).flatMap((run) => numbersIn(text, run)),
];

/** So many characters stay at either end: enough to tell two numbers apart in a conversation. */
const KEPT = 2;

/** Returns the text with every number of a person masked; its length in characters is the same. */
export const maskPersonal = (text: string): string => {
  const plain = plainOf(text);
  const chars = [...plain.chars];
  for (const { from, to } of findPersonal(plain)) {
    for (let at = from + KEPT; at < to - KEPT; at += 1) chars[at] = '*';
  }
  return chars.join('');
};
