/** The address that people and systems call: local routes below `/_local/`, else the HTTP API. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { EpochMs, LocalClock } from '../engine/clock.ts';
import type { Durability } from '../engine/database.ts';
import type { Faults } from '../engine/model.ts';
import { messageAnswer, notFound, tooLarge } from './http-api/gateway-answer.ts';
import type { GatewayAnswer } from './http-api/gateway-answer.ts';
import { readGatewayRequest } from './http-api/gateway-request.ts';
import type { GatewayRequest } from './http-api/gateway-request.ts';

/** `cut`: the connection ends without a response. */
export type LocalAnswer = GatewayAnswer | 'cut';

type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** What the local runtime serves in addition to the template: everything at and below `path`. */
export interface LocalRoute {
  /** e.g. `/_local/identity`. */
  readonly path: string;
  readonly handle: NodeHandler;
  /** The same for callers in this process; absent: they use the socket as well. */
  readonly answer?: (request: GatewayRequest) => Promise<LocalAnswer>;
  readonly stop?: () => Promise<void>;
  /** Writes the data of the route to disk, if that does not happen by itself. */
  readonly checkpoint?: () => Promise<void>;
}

/** What local routes may need to know of the instance they are mounted on. */
export interface MountPoint {
  readonly url: string;
  /** A directory of the instance itself. */
  readonly directory: string;
  /** The engine's clock as `readSharedClock` reads it in a worker. */
  readonly sharedClock: SharedArrayBuffer;
  /** The faults injected now; changed in place. */
  readonly faults: Faults;
  readonly clock: LocalClock;
  readonly durability?: Durability | undefined;
}

interface Serving {
  /** The `Date` of every answer, so that a client can set its clock by it. */
  readonly now: LocalClock['now'];
  readonly localRoutes: readonly LocalRoute[];
  readonly control: (request: GatewayRequest) => Promise<GatewayAnswer | undefined>;
  readonly gateway?: (request: GatewayRequest) => Promise<GatewayAnswer>;
}

export interface LocalServer {
  readonly url: string;
  /** Starts serving; before that every request is answered with 503. */
  serve(serving: Serving): void;
  /** Answers a caller in this process; undefined: only a request over the socket is answered. */
  answer(request: GatewayRequest): Promise<LocalAnswer> | undefined;
  stop(): Promise<void>;
}

const LOCAL_PREFIX = '/_local/';

/**
 * Longer than clients keep idle connections, so that the server never closes one during a request.
 */
const KEEP_ALIVE_MS = 65_000;

const writeResponse = (
  response: ServerResponse,
  { status, headers, body }: GatewayAnswer,
): void => {
  const bodiless = status === 204 || status === 304;
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  if (!bodiless) response.setHeader('content-length', body.length);
  response.writeHead(status);
  response.end(bodiless ? undefined : body);
};

const answer = async (serving: Serving, request: GatewayRequest): Promise<GatewayAnswer> => {
  if (request.path.startsWith(LOCAL_PREFIX)) return (await serving.control(request)) ?? notFound();
  return serving.gateway ? serving.gateway(request) : notFound();
};

const isBelow = (url: string, path: string): boolean =>
  url === path || url.startsWith(`${path}/`) || url.startsWith(`${path}?`);

const mountedAt = ({ localRoutes }: Serving, url: string): LocalRoute | undefined =>
  localRoutes.find(({ path }) => isBelow(url, path));

const STARTING = messageAnswer(503, 'The local runtime is starting');

const answerDirectly = (
  serving: Serving | undefined,
  request: GatewayRequest,
): Promise<LocalAnswer> | undefined => {
  if (!serving) return Promise.resolve(STARTING);
  const mounted = mountedAt(serving, request.path);
  return mounted ? mounted.answer?.(request) : answer(serving, request);
};

const respond = async (
  serving: Serving | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (!serving) return writeResponse(response, STARTING);
  response.setHeader('date', new Date(serving.now()).toUTCString());
  const mounted = mountedAt(serving, request.url ?? '/');
  if (mounted) return mounted.handle(request, response);
  const asked = await readGatewayRequest(request);
  writeResponse(response, asked ? await answer(serving, asked) : tooLarge());
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/** How the server starts: its port, where faults go, and the time of its answers. */
interface ServerOptions {
  /** 0: a free port. */
  readonly port: number;
  readonly report: (fault: unknown) => void;
  readonly now: () => EpochMs;
}

/**
 * Listens at once, so the address is known before the template is read. The `Date` of every answer
 * follows the clock of the instance, because callers are told to set theirs by it.
 */
export const startLocalServer = async ({
  port,
  report,
  now,
}: ServerOptions): Promise<LocalServer> => {
  let serving: Serving | undefined;
  const date = (): string => new Date(now()).toUTCString();
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    response.setHeader('date', date());
    respond(serving, request, response).catch((fault: unknown) => {
      report(fault);
      if (response.headersSent) return response.destroy();
      return writeResponse(response, messageAnswer(500, 'Internal Server Error'));
    });
  });
  const taken = await listen(server, port);
  return {
    url: `http://127.0.0.1:${taken}`,
    serve: (given) => {
      serving = given;
    },
    answer: (request) =>
      answerDirectly(serving, request)?.then((said) =>
        said === 'cut' ? said : { ...said, headers: { date: date(), ...said.headers } },
      ),
    stop: () => close(server),
  };
};
