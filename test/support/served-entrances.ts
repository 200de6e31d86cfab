import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Context } from 'aws-lambda';

import { toEpoch } from '../../shared/domain/time/instant.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { Entrance } from '../function/handlers.ts';

export interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

interface Matched {
  readonly route: string;
  readonly deps: Entrance;
  readonly path: Readonly<Record<string, string>>;
}

/** Literal paths are matched before those with parameters, as in the gateway. */
const matcherOf = (entrances: ReadonlyMap<string, Entrance>) => {
  const routes = [...entrances]
    .map(([route, deps]) => {
      const [method = '', path = ''] = route.split(' ');
      const pattern = path.replaceAll('.', String.raw`\.`).replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
      return { route, deps, method, pattern: new RegExp(`^${pattern}$`) };
    })
    .toSorted((a, b) => a.route.split('{').length - b.route.split('{').length);
  return (method: string, path: string): Matched | undefined => {
    for (const { route, deps, pattern, ...known } of routes) {
      const found = known.method === method ? pattern.exec(path) : null;
      if (found !== null) return { route, deps, path: { ...found.groups } };
    }
    return undefined;
  };
};

const isText = (type: string): boolean => /^(text\/|application\/json\b)/i.test(type);

const eventOf = async (
  request: IncomingMessage,
  { route, path }: Matched,
  at: number,
): Promise<HttpRequest> => {
  const [rawPath = '', rawQueryString = ''] = (request.url ?? '').split('?');
  const body = Buffer.concat(await request.toArray());
  const asText = isText(request.headers['content-type'] ?? '');
  const method = request.method ?? '';
  return {
    version: '2.0',
    routeKey: route,
    rawPath,
    rawQueryString,
    headers: request.headers as Record<string, string>,
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    pathParameters: { ...path },
    body: body.toString(asText ? 'utf8' : 'base64'),
    isBase64Encoded: !asText,
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'test',
      domainPrefix: 'test',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: 'test',
      routeKey: route,
      stage: '$default',
      time: '',
      timeEpoch: at,
    },
  };
};

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  { matched, at }: { readonly matched: Matched | undefined; readonly at: number },
): Promise<void> => {
  if (matched === undefined) {
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}');
    return;
  }
  const result = await matched.deps(await eventOf(request, matched, at), {} as Context);
  const headers = (result.headers ?? {}) as Record<string, string>;
  const body = Buffer.from(result.body ?? '', result.isBase64Encoded === true ? 'base64' : 'utf8');
  response.writeHead(result.statusCode ?? 500, headers).end(body);
};

/** Functions over fakes behind a port of this machine, for HTTP clients. */
export const serveEntrances = async (
  entrances: ReadonlyMap<string, Entrance>,
  now: Now,
): Promise<Served> => {
  const match = matcherOf(entrances);
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const matched = match(request.method ?? '', path);
    answer(request, response, { matched, at: toEpoch(now()) }).catch((fault: unknown) => {
      response.destroy(fault instanceof Error ? fault : undefined);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
