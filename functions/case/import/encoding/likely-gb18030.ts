/**
 * Tells text in GB18030 from other encodings that its decoder takes without an error: almost any two
 * bytes are a character in it, but only some thousand are ones that people write.
 */

const decode = (lead: number, trail: number): string =>
  new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail));

/** The characters between two rows of GB 2312, both included. */
const rows = function* (first: number, last: number): Generator<string> {
  for (let lead = first; lead <= last; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) yield decode(lead, trail);
};

/** 一级汉字, which make nearly all of any Chinese text. */
const common = new Set(rows(0xb0, 0xd7));
/** Punctuation and letters of full width say nothing. */
const neutral = new Set(rows(0xa1, 0xa3));

interface Count {
  common: number;
  odd: number;
}

const countInto = (count: Count, text: string): void => {
  for (const sign of text) {
    if (sign <= '\u007F' || neutral.has(sign)) continue;
    if (common.has(sign)) count.common += 1;
    else count.odd += 1;
  }
};

const isOdd = ({ common: known, odd }: Count, from: number): boolean => odd >= from && odd >= known;

/** In one line, as where a file in another encoding was put behind this one; a name may have two. */
const oddInLine = 3;

export interface Gb18030Survey {
  push(piece: Uint8Array): void;
  /** Returns whether the whole, and each line of it, reads as Chinese. */
  end(): boolean;
}

const nothing = (): Count => ({ common: 0, odd: 0 });

export const gb18030Survey = (): Gb18030Survey => {
  const decoder = new TextDecoder('gb18030');
  const whole = nothing();
  let line = nothing();
  let hasOddLine = false;
  const endLine = (): void => {
    hasOddLine ||= isOdd(line, oddInLine);
    whole.common += line.common;
    whole.odd += line.odd;
    line = nothing();
  };
  const read = (text: string): void => {
    for (const [index, part] of text.split(/[\r\n]/).entries()) {
      if (index > 0) endLine();
      countInto(line, part);
    }
  };
  return {
    push: (piece) => read(decoder.decode(piece, { stream: true })),
    end() {
      read(decoder.decode());
      endLine();
      return !hasOddLine && !isOdd(whole, 1);
    },
  };
};
