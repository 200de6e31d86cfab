/**
 * A scanner that types like a keyboard: many characters, each right behind the other, then Enter. No
 * person types like that.
 */
interface Key {
  /** As `KeyboardEvent.key` names it. */
  readonly key: string;
  /** Milliseconds of a clock that never goes back. */
  readonly at: number;
}

const longestGapMs = 100;
const shortest = 20;
const longest = 2048;

/** Returns a function that takes key by key, and returns what was scanned with the last one. */
export const scanKeys = (): ((key: Key) => string | undefined) => {
  let typed = '';
  let before = Number.NEGATIVE_INFINITY;
  return ({ key, at }) => {
    if (at - before > longestGapMs) typed = '';
    before = at;
    if (key === 'Enter') {
      const scanned = typed;
      typed = '';
      return scanned.length >= shortest ? scanned : undefined;
    }
    // Shift and the like have names; a character has one letter.
    if (key.length === 1 && typed.length < longest) typed += key;
    return undefined;
  };
};
