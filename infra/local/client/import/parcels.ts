import type { ReadLine } from './open-file.ts';

/** One request: its body, and for each line in it the line number in the file. */
export interface Parcel {
  readonly body: string;
  readonly lines: readonly ReadLine[];
}

const mostLines = 200;
const mostCharacters = 512 * 1024;

const textOf = ({ line }: ReadLine): string => ('event' in line ? JSON.stringify(line.event) : '');

/**
 * Splits the lines into requests. A line that is refused on this side is part of its parcel, but
 * not of the request.
 */
export const parcels = async function* (lines: AsyncIterable<ReadLine>): AsyncGenerator<Parcel> {
  let held: ReadLine[] = [];
  let texts: string[] = [];
  let characters = 0;
  for await (const line of lines) {
    const text = textOf(line);
    held.push(line);
    if (text !== '') texts.push(text);
    characters += text.length;
    if (held.length < mostLines && characters < mostCharacters) continue;
    yield { body: texts.join('\n'), lines: held };
    held = [];
    texts = [];
    characters = 0;
  }
  if (held.length > 0) yield { body: texts.join('\n'), lines: held };
};
