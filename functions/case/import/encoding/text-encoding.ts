import type { FileEncoding } from '../../../../events/case/import.ts';
import { importProblems } from '../../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../../shared/http/problem/problem.ts';
import { refuseOldWorkbook } from '../old-workbook.ts';
import { utf8Survey } from './broken-utf8.ts';
import type { Utf8Found } from './broken-utf8.ts';
import { gb18030Survey } from './likely-gb18030.ts';

const utf16Marks = {
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
} as const;
type Utf16 = keyof typeof utf16Marks;

const utf8Mark = [0xef, 0xbb, 0xbf] as const;
const empty = new Uint8Array();

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/**
 * Returns a function that decodes piece by piece; it returns `false` once the bytes do not fit the
 * encoding.
 */
const createEncodingProbe = (label: 'utf-8' | 'gb18030' | Utf16) => {
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
  /** @throws Problem when it is in no known encoding, or has a truncated character */
  end(): FileEncoding;
}

const refuseEncoding = (fact: string): never => {
  throw new Problem(importProblems.file_encoding_unknown, { fact });
};

const refuseTruncated = (fact: string): never => {
  throw new Problem(importProblems.file_cut_off, { fact });
};

/** Excel saves 「Unicode 文本」 in UTF-16 with its mark. */
const utf16Probe = (encoding: Utf16): EncodingProbe => {
  const probe = createEncodingProbe(encoding);
  return {
    push: (piece) => void probe(piece),
    end: () => (probe() ? encoding : refuseTruncated('UTF-16')),
  };
};

const refuseBroken = (fact: string): never => {
  throw new Problem(importProblems.file_character_broken, { fact });
};

/** What the encodings of one byte and more say of the whole file. */
interface Findings extends Utf8Found {
  readonly isMarked: boolean;
  readonly isUtf8: boolean;
  readonly isCutUtf8: boolean;
  /** It can be decoded as GB18030, and reads as Chinese. */
  readonly isGb18030: boolean;
}

const chooseNarrow = (found: Findings): FileEncoding => {
  const { isMarked, first, isGb18030 } = found;
  if (found.isUtf8) {
    if (isMarked) return 'utf-8-bom';
    return found.isNarrow && isGb18030 ? refuseEncoding('UTF-8 / GB18030') : 'utf-8';
  }
  // GB18030 would accept truncated UTF-8 and turn every character into another one.
  if (found.isCutUtf8) refuseTruncated('UTF-8');
  if (first !== undefined && (isMarked || found.isMostlyWhole)) refuseBroken(first);
  return isGb18030 ? 'gb18030' : refuseEncoding(`≠ UTF-8, ≠ GB18030, ${first ?? ''}`);
};

const narrowProbe = (): EncodingProbe => {
  const utf8 = createEncodingProbe('utf-8');
  const gb18030 = createEncodingProbe('gb18030');
  const [broken, chinese] = [utf8Survey(), gb18030Survey()];
  let fitsUtf8 = true;
  let start: Uint8Array | undefined;
  return {
    push(piece) {
      // No valid file contains NUL; UTF-16 without a mark and damaged files do.
      if (piece.includes(0)) refuseEncoding('NUL');
      start ??= piece.slice(0, utf8Mark.length);
      fitsUtf8 = utf8(piece);
      gb18030(piece);
      broken.push(piece);
      chinese.push(piece);
    },
    end() {
      const isUtf8 = utf8();
      return chooseNarrow({
        ...broken.end(),
        isMarked: startsWith(start ?? empty, utf8Mark),
        isUtf8,
        isCutUtf8: fitsUtf8 && !isUtf8,
        isGb18030: gb18030() && chinese.end(),
      });
    },
  };
};

const probeFor = (piece: Uint8Array): EncodingProbe => {
  refuseOldWorkbook(piece);
  const wide = (['utf-16le', 'utf-16be'] as const).find((label) =>
    startsWith(piece, utf16Marks[label]),
  );
  return wide === undefined ? narrowProbe() : utf16Probe(wide);
};

export const encodingProbe = (): EncodingProbe => {
  let chosen: EncodingProbe | undefined;
  return {
    push(piece) {
      chosen ??= probeFor(piece);
      chosen.push(piece);
    },
    end: () => (chosen ?? narrowProbe()).end(),
  };
};

const labels = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gb18030: 'gb18030',
} as const satisfies Record<FileEncoding, string>;

/** Returns a decoder for a text that passed the probe. It removes the byte order mark. */
export const textDecoder = (encoding: FileEncoding) =>
  new TextDecoder(labels[encoding], { fatal: true });

/** @throws Problem when the bytes are in no known encoding */
export const decodedText = (
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: FileEncoding } => {
  const probe = encodingProbe();
  probe.push(bytes);
  const encoding = probe.end();
  return { encoding, text: textDecoder(encoding).decode(bytes) };
};
