import { createReadStream } from 'node:fs';

import type { FileEncoding } from '../../../../events/case/import.ts';
import {
  encodingProbe,
  textDecoder,
} from '../../../../functions/case/import/encoding/text-encoding.ts';

const readPieces = (path: string): AsyncIterable<Buffer> => createReadStream(path);

/**
 * Detects the encoding of a file.
 * @throws Problem when the file is neither UTF-8 nor GB18030
 */
export const encodingOfFile = async (path: string): Promise<FileEncoding> => {
  const probe = encodingProbe();
  for await (const piece of readPieces(path)) probe.push(piece);
  return probe.end();
};

/**
 * Yields the text of the file chunk by chunk with normalised line ends, also when a CRLF is split
 * between two chunks.
 */
export const textPieces = async function* (
  path: string,
  encoding: FileEncoding,
): AsyncGenerator<string> {
  const decoder = textDecoder(encoding);
  let held = '';
  for await (const piece of readPieces(path)) {
    const text = held + decoder.decode(piece, { stream: true });
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replaceAll(/\r\n?/g, '\n');
  }
  yield (held + decoder.decode()).replaceAll(/\r\n?/g, '\n');
};
