import type { FileEncoding } from '../../../events/case/import.ts';
import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';

const utf16Marks: readonly (readonly [number, number])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

const utf8Mark = [0xef, 0xbb, 0xbf] as const;
const empty = new Uint8Array();

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/**
 * Returns a function that decodes piece by piece; it returns `false` once the bytes do not fit the
 * encoding.
 */
const createEncodingProbe = (label: 'utf-8' | 'gb18030') => {
  const decoder = new TextDecoder(label, { fatal: true });
  let fits = true;
  return (piece?: Uint8Array): boolean => {
    if (!fits) return false;
    try {
      decoder.decode(piece, { stream: piece !== undefined });
    } catch (fault) {
      if (!(fault instanceof TypeError)) throw fault;
      fits = false;
    }
    return fits;
  };
};

/** Detects the encoding of a text from its pieces; the first piece holds the byte order mark. */
export interface EncodingProbe {
  push(piece: Uint8Array): void;
  /** @throws Problem when it is neither UTF-8 nor GB18030, or is truncated UTF-8 */
  end(): FileEncoding;
}

const refuseEncoding = (fact: string): never => {
  throw new Problem(importProblems.file_encoding_unknown, { fact });
};

export const encodingProbe = (): EncodingProbe => {
  const utf8 = createEncodingProbe('utf-8');
  const gb18030 = createEncodingProbe('gb18030');
  let fitsUtf8 = true;
  let start: Uint8Array | undefined;
  return {
    push(piece) {
      if (start === undefined && utf16Marks.some((mark) => startsWith(piece, mark)))
        refuseEncoding('UTF-16');
      // No valid file contains NUL; UTF-16 without a mark and damaged files do.
      if (piece.includes(0)) refuseEncoding('NUL');
      start ??= piece.slice(0, utf8Mark.length);
      fitsUtf8 = utf8(piece);
      gb18030(piece);
    },
    end() {
      const isUtf8 = utf8();
      // GB18030 would accept truncated UTF-8 and turn every character into another one.
      if (fitsUtf8 && !isUtf8) throw new Problem(importProblems.file_cut_off, { fact: 'UTF-8' });
      const isGb18030 = gb18030();
      if (isUtf8) return startsWith(start ?? empty, utf8Mark) ? 'utf-8-bom' : 'utf-8';
      return isGb18030 ? 'gb18030' : refuseEncoding('≠ UTF-8, ≠ GB18030');
    },
  };
};

/** Returns a decoder for a text that passed the probe. It removes the byte order mark. */
export const textDecoder = (encoding: FileEncoding) =>
  new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8', { fatal: true });

/** @throws Problem when the bytes are neither UTF-8 nor GB18030 */
export const decodedText = (
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: FileEncoding } => {
  const probe = encodingProbe();
  probe.push(bytes);
  const encoding = probe.end();
  return { encoding, text: textDecoder(encoding).decode(bytes) };
};
