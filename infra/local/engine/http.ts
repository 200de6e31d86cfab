/**
 * Serves the engines over HTTP on 127.0.0.1: the AWS JSON protocol as unmodified SDK clients use
 * it, and the REST protocol of the object store.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { createEndpoint } from './endpoint.ts';
import type { Endpoint, EndpointOptions, RestHandler, WireAnswer } from './endpoint.ts';
import { isQueryCall, refuseQuery } from './query-protocol.ts';
import { readBody } from './read-body.ts';

export interface ServeOptions extends EndpointOptions {
  /** Default 0: uses a free port. */
  readonly port?: number;
  readonly rest?: RestHandler;
}

export interface ServedEngine {
  readonly url: string;
  readonly port: number;
  /** The same endpoint without a socket, for callers in this process. */
  readonly endpoint: Endpoint;
  /** Stops after the calls in progress have been answered. */
  stop(): Promise<void>;
}

const MAX_BODY_BYTES = 16 * 1024 * 1024;
const IDLE_CONNECTION_MS = 60_000;

const TOO_LARGE: WireAnswer = {
  status: 413,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({ __type: 'RequestTooLarge', message: 'The request exceeds 16 MB' }),
};

/** Connections whose response was lost: they stay open until the client times out. */
class LostConnections {
  readonly #sockets = new Set<Socket>();
  #isOver = false;

  add(socket: Socket): void {
    if (this.#isOver) return void socket.destroy();
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  /** Closes the connections when no client waits for them any more. */
  cut(): void {
    this.#isOver = true;
    for (const socket of this.#sockets) socket.destroy();
  }
}

const serveJson =
  (endpoint: Endpoint, lost: LostConnections): RestHandler =>
  async (request, response) => {
    const body = (await readBody(request, MAX_BODY_BYTES))?.toString();
    const answer =
      body === undefined ? TOO_LARGE : await endpoint({ headers: request.headers, body });
    if (answer === 'lost') return lost.add(request.socket);
    response.setHeader('content-length', Buffer.byteLength(answer.body));
    response.writeHead(answer.status, { ...answer.headers });
    response.end(answer.body);
  };

const handlerOf = (request: IncomingMessage, json: RestHandler, rest = json): RestHandler => {
  if (request.headers['x-amz-target'] !== undefined) return json;
  return isQueryCall(request) ? refuseQuery : rest;
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/**
 * Serves engines on 127.0.0.1. Errors have the form `{"__type": "<namespace>#Code", "message": …}`.
 * `port` 0 (the default) uses a free port; rejects when the port is in use.
 */
export const serveEngine = async (options: ServeOptions): Promise<ServedEngine> => {
  const endpoint = createEndpoint(options);
  const lost = new LostConnections();
  const server = createServer({ keepAliveTimeout: IDLE_CONNECTION_MS }, (request, response) => {
    // Connections are kept alive for the next call, but are closed after a response when the server
    // is stopping.
    response.on('finish', () => {
      if (!server.listening) request.socket.end();
    });
    const serve = handlerOf(request, serveJson(endpoint, lost), options.rest);
    // This rejects only when the client disconnects while sending; then there is nobody to respond
    // to.
    serve(request, response).catch(() => response.destroy());
  });
  const port = await listen(server, options.port ?? 0);
  const stop = () =>
    new Promise<void>((resolve, reject) => {
      server.close((fault) => (fault ? reject(fault) : resolve()));
      lost.cut();
    });
  return { url: `http://127.0.0.1:${port}`, port, endpoint, stop };
};
