/**
 * Standard output or standard error of an instance that shares its thread; passed on line by line.
 */
import { EventEmitter } from 'node:events';

/** Calls back with null, as Node's own streams do: `console` takes anything else for an error. */
const tellLater = (written: unknown): void => {
  if (typeof written === 'function') process.nextTick(written, null);
};

/** The part of a writable stream that `console` and loggers based on it use. */
export class InlineOutput extends EventEmitter {
  readonly writable = true;
  readonly isTTY = false;
  readonly #onLine: (text: string) => void;
  #begun = '';

  constructor(onLine: (text: string) => void) {
    super();
    this.#onLine = onLine;
  }

  /** `more`: an encoding, and a callback for when it is written. */
  write(text: string | Uint8Array, ...more: readonly unknown[]): true {
    const lines = (this.#begun + (typeof text === 'string' ? text : Buffer.from(text))).split('\n');
    this.#begun = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line);
    tellLater(more.at(-1));
    return true;
  }

  /** A last line without a line end is a line too. */
  end(...last: readonly unknown[]): void {
    const [text] = last;
    if (typeof text === 'string' || text instanceof Uint8Array) this.write(text);
    if (this.#begun !== '') this.write('\n');
    tellLater(last.at(-1));
  }
}
