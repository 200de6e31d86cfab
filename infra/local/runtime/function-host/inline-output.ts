/** Standard output or standard error of an instance that shares its thread: told line by line. */
import { EventEmitter } from 'node:events';

/** As much of a writable stream as `console` and the loggers built on it use. */
export class InlineOutput extends EventEmitter {
  readonly writable = true;
  readonly isTTY = false;
  readonly #onLine: (text: string) => void;
  #begun = '';

  constructor(onLine: (text: string) => void) {
    super();
    this.#onLine = onLine;
  }

  write(text: string | Uint8Array): true {
    const lines = (this.#begun + (typeof text === 'string' ? text : Buffer.from(text))).split('\n');
    this.#begun = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line);
    return true;
  }

  /** A last line without its end is a line too. */
  end(): void {
    if (this.#begun !== '') this.write('\n');
  }
}
