/** The network between a pad and the service: each call can fail on its way there, or back. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What happens to a call: it arrives and is answered; it never arrives; it is carried out and the
 * answer is lost, or only the half of it arrives; a gateway before the service has no capacity.
 */
export type Way = 'busy' | 'half' | 'lost' | 'none' | 'ok';

type Release = (path: string, said: Buffer) => Buffer;

/** A call that reached the service, whether the answer came back or not. */
interface Exchange {
  readonly path: string;
  readonly sent: string;
  readonly status: number;
  readonly said: string;
}

export interface HallNetwork {
  /** The service as the pad sees it. */
  readonly origin: string;
  readonly exchanges: readonly Exchange[];
  /** Decides about each call from now on. */
  setWay(way: (path: string) => Way): void;
  /** Changes what the service says to a path, as a new release of it would. */
  setRelease(change: Release): void;
  stop(): Promise<void>;
}

/** Of one connection alone; of a body whose length may change. */
const ofConnection = new Set([
  'host',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
]);

const withoutConnection = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !ofConnection.has(name))
      .map(([name, value]) => [name, String(value)]),
  );

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly said: Buffer;
}

const ask = async (
  upstream: string,
  { method = 'GET', url = '/', headers }: IncomingMessage,
  sent: Buffer<ArrayBuffer>,
): Promise<Answer> => {
  const answer = await fetch(upstream + url, {
    method,
    headers: { ...withoutConnection(headers), 'accept-encoding': 'identity' },
    redirect: 'manual',
    ...(sent.length > 0 && { body: sent }),
  });
  const named = withoutConnection(Object.fromEntries(answer.headers));
  return { status: answer.status, headers: named, said: Buffer.from(await answer.bytes()) };
};

const busy = JSON.stringify({ status: 503, code: 'busy', title: 'busy', detail: 'busy' });

const reply = (response: ServerResponse, { status, headers, said }: Answer, way: Way): void => {
  if (way === 'lost') return void response.destroy();
  response.writeHead(status, { ...headers, 'content-length': said.length });
  if (way === 'ok') return void response.end(said);
  response.write(said.subarray(0, said.length / 2), () => response.destroy());
};

const sayNothingElse: Release = (_path, said) => said;

const letThrough = (_path: string): Way => 'ok';

/** Listens at an address of its own, before the service at `upstream`. */
export const openHallNetwork = async (upstream: string): Promise<HallNetwork> => {
  const exchanges: Exchange[] = [];
  let wayOf = letThrough;
  let change = sayNothingElse;

  const carry = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url: path = '/' } = request;
    const way = wayOf(path);
    if (way === 'none') return void response.destroy();
    const sent = Buffer.concat(await request.toArray());
    if (way === 'busy') {
      response.writeHead(503, { 'content-type': 'application/problem+json' }).end(busy);
      return;
    }
    const { said: before, ...answer } = await ask(upstream, request, sent);
    const said = change(path, before);
    exchanges.push({ path, sent: String(sent), status: answer.status, said: String(said) });
    reply(response, { ...answer, said }, way);
  };

  const server = createServer((request, response) => {
    // A browser that is killed ends its calls half way.
    carry(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    setWay: (way) => {
      wayOf = way;
    },
    setRelease: (next) => {
      change = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
