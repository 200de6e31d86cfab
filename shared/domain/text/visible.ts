/**
 * What shows nothing on its own: blanks, controls, zero-width and other ignorable characters,
 * accents without a letter, the empty braille pattern, and signs that stand for something lost.
 */
const shown =
  /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800\uFFFC\uFFFD]/u;

/** Returns whether a text says something to its reader. */
export const isVisible = (text: string): boolean => shown.test(text);
