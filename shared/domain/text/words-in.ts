/** Deeper than any form that somebody gives to words. */
const deepest = 20;

const textsIn = (from: unknown, depth: number): readonly string[] => {
  if (typeof from === 'string') return from.trim() === '' ? [] : [from.trim()];
  if (typeof from === 'number') return [String(from)];
  if (typeof from !== 'object' || from === null) return [];
  if (depth === deepest) return [JSON.stringify(from)];
  return Object.values(from).flatMap((one) => textsIn(one, depth + 1));
};

/**
 * Returns the words in what is neither a text nor a number, as in a list or in an object with a text
 * for each language: every text in it on a line of its own, and when there is none its JSON text.
 */
export const wordsIn = (from: unknown): string => {
  const texts = new Set(textsIn(from, 0));
  return texts.size > 0 ? [...texts].join('\n') : JSON.stringify(from);
};
