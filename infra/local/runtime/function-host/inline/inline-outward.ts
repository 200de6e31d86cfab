/**
 * `node:http` and `node:https` of an instance in the engine's thread, for requests to other hosts:
 * Node's own modules for as long as the instance lives. Like a process that has ended, an ended
 * instance sends nothing more, and receives no pending response.
 */
import type { ClientRequest } from 'node:http';
import { Writable } from 'node:stream';

import type { Lifetime } from '../lifetime.ts';
import { NoSocket } from '../no-socket.ts';

/** Accepts all data and sends nothing. */
class SilentRequest extends Writable {
  readonly socket = new NoSocket();
  setTimeout = (): this => this;
  setHeader = (): this => this;
  getHeader = (): undefined => undefined;
  removeHeader = (): void => undefined;
  setNoDelay = (): void => undefined;
  setSocketKeepAlive = (): void => undefined;
  flushHeaders = (): void => undefined;
  abort = (): void => void this.destroy();

  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    done();
  }
}

const cutOff = (request: ClientRequest): void => {
  request.removeAllListeners();
  request.on('error', () => undefined);
  request.destroy();
};

type Call = readonly unknown[];

/**
 * Returns a request function that is Node's own while `life` lasts, and sends nothing afterwards.
 */
export const outwardRequest =
  (send: (...call: never[]) => ClientRequest, life: Lifetime) =>
  (...call: Call): ClientRequest | SilentRequest => {
    if (life.isOver) return new SilentRequest();
    const request = Reflect.apply(send, undefined, call) as ClientRequest;
    request.once(
      'close',
      life.hold(() => cutOff(request)),
    );
    return request;
  };

/** Returns the module with this `request` instead of its own. */
export const withRequest = (
  module: object,
  request: (...call: Call) => { end(): unknown },
): Readonly<Record<string, unknown>> => {
  const get = (...call: Call): unknown => {
    const made = request(...call);
    made.end();
    return made;
  };
  return { ...module, default: { ...module, request, get }, request, get };
};
