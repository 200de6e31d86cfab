/** `aws-chunked`: `<hex size>[;extension]\r\n<bytes>\r\n … 0\r\n<trailer>:<value>\r\n … \r\n`. */
import { ObjectFault } from '../object-fault.ts';

export interface ChunkedBody {
  readonly bytes: Buffer;
  /** By name in lower case. */
  readonly trailers: ReadonlyMap<string, string>;
}

const makeIncompleteBody = (): ObjectFault => new ObjectFault('IncompleteBody');

class LineReader {
  readonly #body: Buffer;
  #at = 0;

  constructor(body: Buffer) {
    this.#body = body;
  }

  line(): string {
    const end = this.#body.indexOf('\r\n', this.#at);
    if (end === -1) throw makeIncompleteBody();
    const text = this.#body.toString('latin1', this.#at, end);
    this.#at = end + 2;
    return text;
  }

  bytes(length: number): Buffer {
    const part = this.#body.subarray(this.#at, this.#at + length);
    if (part.length < length) throw makeIncompleteBody();
    this.#at += length;
    return part;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#body.length;
  }
}

const sizeOf = (line: string): number => {
  const digits = /^([0-9a-f]{1,8})(?:;.*)?$/iu.exec(line)?.[1];
  if (digits === undefined) throw makeIncompleteBody();
  return Number.parseInt(digits, 16);
};

const readTrailers = (reader: LineReader): ReadonlyMap<string, string> => {
  const trailers = new Map<string, string>();
  while (!reader.isAtEnd) {
    const line = reader.line();
    if (line === '') break;
    const colon = line.indexOf(':');
    if (colon === -1) throw makeIncompleteBody();
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return trailers;
};

/** Throws `ObjectFault` `IncompleteBody`. */
export const decodeChunked = (body: Buffer): ChunkedBody => {
  const reader = new LineReader(body);
  const parts: Buffer[] = [];
  for (let size = sizeOf(reader.line()); size > 0; size = sizeOf(reader.line())) {
    parts.push(reader.bytes(size));
    if (reader.line() !== '') throw makeIncompleteBody();
  }
  return { bytes: Buffer.concat(parts), trailers: readTrailers(reader) };
};
