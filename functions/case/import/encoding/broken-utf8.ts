/**
 * Tells a UTF-8 file with a broken character from a file in GB18030, which takes almost any bytes:
 * it would be read without an error and stored garbled.
 */
export interface Utf8Survey {
  push(piece: Uint8Array): void;
  end(): Utf8Found;
}

export interface Utf8Found {
  /** `line:column` of the first broken character; undefined when there is none. */
  readonly first: string | undefined;
  /** At least as many Chinese characters are whole as others are broken. */
  readonly isMostlyWhole: boolean;
  /**
   * It has other characters than ASCII, but none of three bytes or more. No Chinese text is so, and
   * in GB18030 the same bytes may be one, as 石 is.
   */
  readonly isNarrow: boolean;
}

const replacement = '\uFFFD';

/**
 * Chinese characters take three bytes of UTF-8. Of a text in GB18030 about one in fifty characters
 * looks like that by chance, and nearly all are broken.
 */
const threeBytes = /[\u0800-\uFFFC]/g;

/** Of two bytes in UTF-8. */
const twoBytes = /[\u0080-\u07FF]/g;

const countIn = (text: string, what: RegExp | string): number =>
  text.length - text.replaceAll(what, '').length;

/** Counts lines and columns from 1, over pieces that may end between CR and LF. */
const createPosition = () => {
  let [line, column] = [1, 0];
  let isAfterReturn = false;
  return {
    advance(text: string): void {
      if (text === '') return;
      const plain = isAfterReturn && text.startsWith('\n') ? text.slice(1) : text;
      const lines = plain.split(/\r\n|\r|\n/);
      const last = Array.from(lines.at(-1) ?? '').length;
      column = lines.length > 1 ? last : column + last;
      line += lines.length - 1;
      isAfterReturn = text.endsWith('\r');
    },
    next: () => `${line}:${column + 1}`,
  };
};

export const utf8Survey = (): Utf8Survey => {
  const decoder = new TextDecoder('utf-8');
  const position = createPosition();
  let [whole, broken, narrow] = [0, 0, 0];
  let first: string | undefined;
  const read = (text: string): void => {
    whole += countIn(text, threeBytes);
    if (whole === 0) narrow += countIn(text, twoBytes);
    if (first !== undefined || text.includes(replacement)) broken += countIn(text, replacement);
    if (first !== undefined) return;
    position.advance(text.split(replacement, 1)[0] ?? '');
    if (text.includes(replacement)) first = position.next();
  };
  return {
    push: (piece) => read(decoder.decode(piece, { stream: true })),
    end() {
      read(decoder.decode());
      return {
        first,
        isMostlyWhole: whole > 0 && whole >= broken,
        isNarrow: whole === 0 && narrow > 0,
      };
    },
  };
};
