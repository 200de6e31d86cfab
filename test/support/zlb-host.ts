/** A platform that hosts the bundle for 浙里办, and an API that lets its origin call. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

import { answerPreflight, withCors } from '../../infra/local/runtime/http-api/cors.ts';

export interface Hosted {
  readonly origin: string;
  stop(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const listen = async (answer: Answer): Promise<Hosted> => {
  const server: Server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

/** Serves the files of a folder under a path of its own, as a platform with many bundles does. */
export const hostFolder = (folder: () => string): Promise<Hosted> =>
  listen(async ({ url = '/' }, response) => {
    const [path = ''] = url.split('?');
    const name = path.replace(/^\/bundle\/?/, '') || 'index.html';
    const content = await readFile(join(folder(), name)).catch(() => undefined);
    const type = types[extname(name)] ?? 'text/plain';
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': type }).end(content);
  });

const corsOf = (origin: string) => ({
  allowOrigins: [origin],
  allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
  allowHeaders: ['authorization', 'content-type'],
  exposeHeaders: [],
  allowCredentials: false,
  maxAgeSeconds: 3600,
});

/** The API of a deployment whose `corsOrigins` has one origin, before a booted system without. */
export const allowOrigin = (api: string, origin: () => string): Promise<Hosted> =>
  listen(async (request, response) => {
    const { method = 'GET', url = '/' } = request;
    const headers = request.headers as Record<string, string>;
    const cors = corsOf(origin());
    const body = Buffer.concat(await request.toArray());
    const asked = { method, headers } as unknown as Parameters<typeof answerPreflight>[1];
    const early = answerPreflight(cors, asked);
    if (early !== undefined) {
      response.writeHead(early.status, { ...early.headers } as OutgoingHttpHeaders).end();
      return;
    }
    const { 'accept-language': language = '', 'content-type': type = '' } = headers;
    const answer = await fetch(api + url, {
      method,
      headers: { 'accept-language': language, 'content-type': type, 'accept-encoding': 'identity' },
      ...(body.length > 0 && { body }),
    });
    const own = { 'content-type': answer.headers.get('content-type') ?? '' };
    const plain = { status: answer.status, headers: own, body: Buffer.from(await answer.bytes()) };
    const shown = withCors(plain, cors, headers['origin']);
    response.writeHead(shown.status, { ...shown.headers } as OutgoingHttpHeaders).end(shown.body);
  });
