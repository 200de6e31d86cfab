/**
 * `node:http` as the SDK of an instance in the engine's thread sees it: a request to the engine is
 * passed on without a socket and without HTTP text; any other uses Node's own module.
 */
import { EventEmitter } from 'node:events';
import * as http from 'node:http';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Endpoint, WireAnswer } from '../../../engine/endpoint.ts';
import { asOwnCode } from '../code-owner.ts';
import type { Lifetime } from '../lifetime.ts';
import { NoSocket } from '../no-socket.ts';
import { outwardRequest, withRequest } from './inline-outward.ts';

export interface EngineAccess {
  readonly engine: Endpoint;
  /** `http://127.0.0.1:PORT`. */
  readonly engineUrl: string;
}

interface RequestOptions {
  readonly host?: string;
  readonly port?: number | string;
  readonly headers?: Readonly<Record<string, string>>;
}

type OnResponse = (response: InlineResponse) => void;

/** A response as a client reads it; the whole body is available immediately. */
class InlineResponse extends Readable {
  readonly httpVersion = '1.1';
  readonly complete = true;
  readonly statusCode: number;
  readonly statusMessage = '';
  readonly headers: Readonly<Record<string, string>>;
  readonly #body: Buffer;

  constructor({ status, headers, body }: WireAnswer) {
    super();
    this.statusCode = status;
    this.headers = headers;
    this.#body = Buffer.from(body);
  }

  /** The usual way to read it, without the event loop turns that a stream needs. */
  override pipe<Target extends NodeJS.WritableStream>(target: Target): Target {
    target.end(this.#body);
    return target;
  }

  override _read(): void {
    this.push(this.#body);
    this.push(null);
  }
}

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Returns the operating system's error for a request without a response. */
const noAnswer = (): Error =>
  Object.assign(new Error('connect ETIMEDOUT (injected fault)'), { code: 'ETIMEDOUT' });

interface Call {
  readonly engine: Endpoint;
  readonly life: Lifetime;
  readonly headers: Readonly<Record<string, string>>;
  readonly onResponse: OnResponse | undefined;
}

class InlineRequest extends EventEmitter {
  readonly socket = new NoSocket();
  readonly #call: Call;
  readonly #chunks: Buffer[] = [];
  #destroyed = false;

  constructor(call: Call) {
    super();
    this.#call = call;
  }

  write(chunk: string | Uint8Array): true {
    this.#chunks.push(Buffer.from(chunk));
    return true;
  }

  end(chunk?: string | Uint8Array): this {
    if (chunk !== undefined) this.write(chunk);
    // Like a process that has ended, an ended instance sends nothing more and receives no response.
    if (!this.#call.life.isOver && !this.#destroyed) void this.#send();
    return this;
  }

  destroy(fault?: Error): this {
    if (this.#destroyed) return this;
    this.#destroyed = true;
    if (fault) this.emit('error', fault);
    this.emit('close');
    return this;
  }

  async #send(): Promise<void> {
    const { engine, headers, life, onResponse } = this.#call;
    const body = Buffer.concat(this.#chunks).toString();
    const answer = await asOwnCode(() => engine({ headers: lowerCased(headers), body }));
    // Like a response over a socket, it arrives in a later turn of the event loop, so that other
    // work can run.
    await nextTurn();
    if (this.#destroyed || life.isOver) return;
    if (answer === 'lost') return void this.destroy(noAnswer());
    const response = new InlineResponse(answer);
    onResponse?.(response);
    this.emit('response', response);
    this.emit('close');
  }
}

const isOptions = (given: unknown): given is RequestOptions =>
  typeof given === 'object' && given !== null && !(given instanceof URL);

/** Returns `node:http` for one instance, for as long as it lives. */
export const inlineHttp = (
  { engine, engineUrl }: EngineAccess,
  life: Lifetime,
): Readonly<Record<string, unknown>> => {
  const { hostname, port } = new URL(engineUrl);
  const isForEngine = ({ host, port: asked, headers }: RequestOptions): boolean =>
    host === hostname && String(asked) === port && headers?.['x-amz-target'] !== undefined;
  const outward = outwardRequest(http.request, life);
  return withRequest(http, (...call) => {
    const [options, onResponse] = call;
    if (!isOptions(options) || !isForEngine(options)) return outward(...call);
    const { headers = {} } = options;
    return new InlineRequest({ engine, life, headers, onResponse: onResponse as OnResponse });
  });
};
