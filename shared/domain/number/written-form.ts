/**
 * Numbers, codes and names as people and other systems write them, brought to one form: of either
 * width, with blanks, in small letters, composed or decomposed.
 */

/** Blanks, and characters without width such as U+200B. */
const blanks = /[\s\p{Cf}]/gu;

/**
 * A code in which letters of either case, dashes and blanks may have a meaning: of one width, and
 * without characters that nobody can see, such as a soft hyphen or U+200B.
 */
export const plainCode = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim();

/** Beside those that NFKC makes one of. */
const dashes = /[‐-―−]/gu;

/** Some letters have no capital of their own but a sequence, which has to be composed again. */
const upperCase = (text: string): string => text.toUpperCase().normalize('NFKC');

/** A code in which dashes have a meaning, e.g. 330602-H1. */
export const toCode = (text: string): string =>
  upperCase(text.normalize('NFKC').replaceAll(blanks, '').replaceAll(dashes, '-'));

/** A number that has no dashes of its own: of a case, a document, a department. */
export const toNumber = (text: string): string => toCode(text).replaceAll('-', '');

/** The dot between the parts of a name, which every keyboard writes in another way. */
const middleDots = /[·•‧∙⋅・･●．᛫]/gu;

/**
 * Returns the form in which names are compared, never stored: 阿依古丽·买买提 is the same person with
 * either dot, and （绍兴） the same place in brackets of either width.
 */
export const nameForm = (text: string): string =>
  upperCase(
    text
      .replaceAll(middleDots, '·')
      .normalize('NFKC')
      .replaceAll(blanks, '')
      .replaceAll(middleDots, '·'),
  );

export const isSameName = (one: string, other: string): boolean =>
  nameForm(one) === nameForm(other);
