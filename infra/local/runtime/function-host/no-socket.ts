import { EventEmitter } from 'node:events';

/** Stands for the connection that there is not: made already, and never idle. */
export class NoSocket extends EventEmitter {
  readonly connecting = false;
  setKeepAlive(): this {
    return this;
  }
  setTimeout(): this {
    return this;
  }
  destroy(): this {
    return this;
  }
}
