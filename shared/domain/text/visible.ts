/**
 * What shows nothing on its own: blanks, controls, zero-width and other ignorable characters,
 * accents without a letter, the empty braille pattern, and signs that stand for something lost.
 */
const shown =
  /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800\uFFFC\uFFFD]/u;

/** Returns whether a text says something to its reader. */
export const isVisible = (text: string): boolean => shown.test(text);

/** What changes how a line is read, or breaks it: controls, invisible format signs, and what was lost. */
const odd = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFC\uFFFD]/u;

/** Returns whether a text is one line that reads as it is written. */
export const isPlainLine = (text: string): boolean => !odd.test(text);

const fewestSigns = 4;

/** Returns whether a text can be a reason: some letters or digits, and not one of them repeated. */
export const isReason = (text: string): boolean => {
  const signs = text.match(/[\p{L}\p{N}]/gu) ?? [];
  return signs.length >= fewestSigns && new Set(signs).size > 1;
};
