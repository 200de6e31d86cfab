import { EventEmitter } from 'node:events';

/** A placeholder for a connection that does not exist: already connected, and never idle. */
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
