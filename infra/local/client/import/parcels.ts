import type { ReadLine } from './open-file.ts';
import type { ParcelSize } from './parcel-size.ts';

/** One request: its body, and for each line in it the line number in the file. */
export interface Parcel {
  readonly body: string;
  readonly lines: readonly ReadLine[];
}

const mostCharacters = 512 * 1024;

const textOf = ({ line }: ReadLine): string => ('event' in line ? JSON.stringify(line.event) : '');

/**
 * Splits the lines into requests. A line that is refused on this side is part of its parcel, but
 * not of the request.
 */
export const parcels = async function* (
  lines: AsyncIterable<ReadLine>,
  size: Pick<ParcelSize, 'lines'>,
): AsyncGenerator<Parcel> {
  let held: ReadLine[] = [];
  let texts: string[] = [];
  let characters = 0;
  for await (const line of lines) {
    const text = textOf(line);
    held.push(line);
    if (text !== '') texts.push(text);
    characters += text.length;
    if (held.length < size.lines() && characters < mostCharacters) continue;
    yield { body: texts.join('\n'), lines: held };
    held = [];
    texts = [];
    characters = 0;
  }
  if (held.length > 0) yield { body: texts.join('\n'), lines: held };
};

/** Splits a parcel that was too slow; one line cannot be split. */
export const halvesOf = ({ lines }: Parcel): readonly Parcel[] => {
  const half = Math.ceil(lines.length / 2);
  return [lines.slice(0, half), lines.slice(half)]
    .filter((part) => part.length > 0)
    .map((part) => {
      const texts = part.map(textOf).filter((text) => text !== '');
      return { body: texts.join('\n'), lines: part };
    });
};
