/**
 * A `fetch` for callers in the runtime's own process: requests to the runtime are answered without
 * a socket, all others are sent normally.
 */
import type { GatewayAnswer } from './http-api/gateway-answer.ts';
import { cookiesOf, decodePath } from './http-api/gateway-request.ts';
import type { GatewayRequest } from './http-api/gateway-request.ts';
import type { LocalServer } from './local-server.ts';

const SOURCE_IP = '127.0.0.1';

const isPlain = (body: unknown): body is string | Uint8Array | undefined =>
  body === undefined || typeof body === 'string' || body instanceof Uint8Array;

const headersOf = (given: RequestInit['headers']): Record<string, string> =>
  given === undefined || given instanceof Headers || Array.isArray(given)
    ? Object.fromEntries(new Headers(given))
    : Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)]),
      );

interface Sent {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/**
 * Returns what `fetch` would send; a body other than text or bytes is serialized by the platform.
 */
const sentBy = async (url: string, init: RequestInit): Promise<Sent> => {
  const { method = 'GET', body } = init;
  if (isPlain(body)) {
    return {
      method: method.toUpperCase(),
      headers: headersOf(init.headers),
      body: Buffer.from(body ?? ''),
    };
  }
  const request = new Request(url, init);
  return {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    body: Buffer.from(await request.arrayBuffer()),
  };
};

const requestOf = (url: URL, { method, headers, body }: Sent): GatewayRequest => {
  const { cookie, ...others } = headers;
  return {
    method,
    path: decodePath(url.pathname),
    rawQuery: url.search.slice(1),
    protocol: 'HTTP/1.1',
    sourceIp: SOURCE_IP,
    headers: {
      host: url.host,
      'user-agent': 'node',
      accept: '*/*',
      ...others,
      'x-forwarded-for': SOURCE_IP,
      'x-forwarded-port': url.port,
      'x-forwarded-proto': 'http',
      ...(body.length > 0 && { 'content-length': String(body.length) }),
    },
    cookies: cookiesOf({ cookie }),
    body,
  };
};

const BODILESS = new Set([204, 304]);

const responseOf = ({ status, headers, body }: GatewayAnswer): Response => {
  const shown = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value].flat()) shown.append(name, one);
  }
  return new Response(BODILESS.has(status) ? null : new Uint8Array(body), {
    status,
    headers: shown,
  });
};

const rejectOnAbort = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });

export const directFetch = ({
  url: origin,
  answer,
}: Pick<LocalServer, 'url' | 'answer'>): typeof fetch => {
  const answerDirectly = async (url: URL, init: RequestInit): Promise<Response> => {
    const reply = answer(requestOf(url, await sentBy(url.href, init)));
    if (reply === undefined) return fetch(url, init);
    const said = await reply;
    if (said === 'cut')
      throw new TypeError('fetch failed', { cause: new Error('the connection was closed') });
    return responseOf(said);
  };
  return async (input, init = {}) => {
    if (input instanceof Request) return fetch(input, init);
    const url = new URL(input);
    if (url.origin !== origin) return fetch(input, init);
    const { signal } = init;
    return signal
      ? Promise.race([answerDirectly(url, init), rejectOnAbort(signal)])
      : answerDirectly(url, init);
  };
};
