import { randomUUID } from 'node:crypto';

import { signedHeaders } from '../../../shared/http/signature.ts';

/** The access key and secret of an integrator, or the id and key of a pad. */
export interface SigningKey {
  readonly accessKey: string;
  readonly secret: string;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The path with its query, starting with `/`. */
  readonly path: string;
  /** The exact bytes to send. */
  readonly body?: string | Uint8Array<ArrayBuffer> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A response as received, also one with an error status. `body` is parsed when it is JSON. */
export interface Reply<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** The body of every error response: `application/problem+json`. */
export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly problem: string }[];
  readonly serverTime?: string;
}

export interface Caller {
  get<Body>(path: string): Promise<Reply<Body>>;
  post<Body>(path: string, body: unknown): Promise<Reply<Body>>;
  put<Body>(path: string, body: unknown): Promise<Reply<Body>>;
  delete<Body>(path: string): Promise<Reply<Body>>;
}

export interface LoopClient {
  /** Sends exactly the given request. Throws only when there is no response. */
  send<Body>(call: Call): Promise<Reply<Body>>;
  /** Returns the call with its signature, ready to be sent, or sent again for a replay. */
  sign(key: SigningKey, call: Call): Promise<Call>;
  open(): Caller;
  bearer(token: string): Caller;
  signed(key: SigningKey): Caller;
}

/**
 * The server's time in epoch milliseconds. Its clock may be moved far from this machine's clock.
 */
type ServerNow = () => number | Promise<number>;

export type Fetch = typeof globalThis.fetch;

const bodyOf = async (answer: Response): Promise<unknown> => {
  const content = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  return isJson && content !== '' ? (JSON.parse(content) as unknown) : content;
};

const sendTo =
  (origin: string, fetch: Fetch) =>
  async <Body>({ method, path, body, headers }: Call): Promise<Reply<Body>> => {
    const answer = await fetch(origin + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const read = (await bodyOf(answer)) as Body;
    return { status: answer.status, headers: answer.headers, body: read };
  };

const signedCall = (key: SigningKey, call: Call, at: Date): Call => {
  const [path = '', query = ''] = call.path.split('?');
  const { method, body } = call;
  // The nonce makes two identical calls within one second distinct.
  const facts = { method, path, query, at, nonce: randomUUID() };
  const signature = signedHeaders(body === undefined ? facts : { ...facts, body }, key);
  return { ...call, headers: { ...call.headers, ...signature } };
};

type Prepare = (call: Call) => Call | Promise<Call>;

export interface ClientOptions {
  readonly now?: ServerNow;
  /**
   * Default: the global `fetch`. A caller in the instance's process can pass one without a socket.
   */
  readonly fetch?: Fetch;
}

/**
 * Creates a client that calls a running instance in the ways its callers do: unauthenticated, with
 * a token, or signed.
 */
export const loopClient = (url: string, options: ClientOptions = {}): LoopClient => {
  const { now = Date.now, fetch = globalThis.fetch } = options;
  const send = sendTo(url.replace(/\/+$/, ''), fetch);
  const sign = async (key: SigningKey, call: Call): Promise<Call> =>
    signedCall(key, call, new Date(await now()));

  const createCaller = (prepare: Prepare): Caller => ({
    get: async (path) => send(await prepare({ method: 'GET', path })),
    post: async (path, body) =>
      send(await prepare({ method: 'POST', path, body: JSON.stringify(body) })),
    put: async (path, body) =>
      send(await prepare({ method: 'PUT', path, body: JSON.stringify(body) })),
    delete: async (path) => send(await prepare({ method: 'DELETE', path })),
  });

  return {
    send,
    sign,
    open: () => createCaller((call) => call),
    bearer: (token) =>
      createCaller((call) => ({ ...call, headers: { authorization: `Bearer ${token}` } })),
    signed: (key) => createCaller((call) => sign(key, call)),
  };
};
