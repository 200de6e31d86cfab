/**
 * The simulated provincial center, mounted at `/_local/center`: validates strictly, and stores its
 * data in its own file.
 */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

import { z } from 'zod';

import { openDatabase } from '../../engine/database.ts';
import type { Durability } from '../../engine/database.ts';
import type { Faults } from '../../engine/model.ts';
import { readBody } from '../../engine/read-body.ts';
import type { GatewayRequest } from '../../runtime/http-api/gateway-request.ts';
import type { LocalAnswer, LocalRoute } from '../../runtime/local-server.ts';
import { accessIn, keepCallbackKey } from './access.ts';
import { Book } from './book.ts';
import { Callback, callBack } from './callback-out.ts';
import type { CenterParts } from './center-parts.ts';
import { answerCall } from './gateway.ts';
import { PeriodShelf } from './period-shelf.ts';
import { viewOf } from './view.ts';

export const centerPath = '/_local/center';
export const centerGatewayPath = `${centerPath}/gateway`;

export interface CenterOptions {
  readonly directory: string;
  /** The city's address, for callbacks. */
  readonly cityUrl: string;
  readonly faults: Faults;
  readonly durability?: Durability | undefined;
  /** Epoch milliseconds of the engine. */
  readonly now: () => number;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

type Desk = CenterParts & { readonly cityUrl: string };

const mostBytes = 8 * 1024 * 1024;

const answerJson = (status: number, body: object): Answer => ({
  status,
  body: JSON.stringify(body),
});

const answerProblem = (status: number, title: string, detail: string): Answer =>
  answerJson(status, { type: 'about:blank', title, status, detail });

const CallbackKey = z.strictObject({ accessKey: z.string().min(1), secret: z.string().min(1) });

const parseBody = <T>(schema: z.ZodType<T>, text: string): T | Answer => {
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success
      ? read.data
      : answerProblem(400, 'Invalid input', z.prettifyError(read.error));
  } catch {
    return answerProblem(400, 'Invalid input', 'The body is not JSON.');
  }
};

const isAnswer = (value: object): value is Answer => 'status' in value;

const tellCity = async (desk: Desk, text: string): Promise<Answer> => {
  const callback = parseBody(Callback, text);
  if (isAnswer(callback)) return callback;
  const said = await callBack(desk, callback);
  if (!said) {
    const detail = `The city gave no key yet: POST ${centerPath}/callback-key`;
    return answerProblem(409, 'No callback key', detail);
  }
  return answerJson(200, said);
};

const takeKey = async ({ database, book }: Desk, text: string): Promise<Answer> => {
  const key = parseBody(CallbackKey, text);
  if (isAnswer(key)) return key;
  await database.run(() => keepCallbackKey(book, key));
  return answerJson(200, { accessKey: key.accessKey });
};

/** The routes other than the gateway. */
const answerLocal = async (desk: Desk, url: URL, request: { method: string; text: string }) => {
  const route = `${request.method} ${url.pathname}`;
  if (route === `GET ${centerPath}`) {
    return answerJson(200, await desk.database.run(() => viewOf(desk, url.searchParams)));
  }
  if (route === `POST ${centerPath}/callback`) return tellCity(desk, request.text);
  if (route === `POST ${centerPath}/callback-key`) return takeKey(desk, request.text);
  return answerJson(404, { message: 'Not Found' });
};

/** A request to the center, over the socket or in process. */
interface Asked {
  readonly method: string;
  /** Path and query as received. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const answerOf = async (desk: Desk, asked: Asked): Promise<Answer | 'cut'> => {
  const { method, headers, text } = asked;
  // A page of another site in the same browser must not control the center.
  if (headers['sec-fetch-site'] === 'cross-site') return answerJson(403, { message: 'Forbidden' });
  const url = new URL(asked.url, desk.cityUrl);
  const isGateway = method === 'POST' && url.pathname.startsWith(`${centerGatewayPath}/`);
  if (!isGateway) return answerLocal(desk, url, { method, text });
  const path = url.pathname.slice(centerGatewayPath.length);
  return answerCall(desk, path, { method, url: asked.url, headers, body: text });
};

const typeOf = ({ body }: Answer): string =>
  `${body.startsWith('{') ? 'application/json' : 'text/html'}; charset=utf-8`;

const answerDirectly = async (desk: Desk, request: GatewayRequest): Promise<LocalAnswer> => {
  const { method, path, rawQuery, headers, body } = request;
  const url = rawQuery === '' ? path : `${path}?${rawQuery}`;
  const said = await answerOf(desk, { method, url, headers, text: body.toString('utf8') });
  if (said === 'cut') return said;
  return {
    status: said.status,
    headers: { 'content-type': typeOf(said) },
    body: Buffer.from(said.body),
  };
};

const respond = async (
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { method = 'GET', url = '/', headers } = request;
  const body = await readBody(request, mostBytes);
  const said =
    body === undefined
      ? answerJson(413, { message: 'Request Entity Too Large' })
      : await answerOf(desk, { method, url, headers, text: body.toString('utf8') });
  if (said === 'cut') {
    request.socket.destroy();
    return;
  }
  response.writeHead(said.status, { 'content-type': typeOf(said) });
  response.end(said.body);
};

/** All data is in `<directory>/center.db` and outlives the process. */
export const openCenter = async (options: CenterOptions): Promise<LocalRoute> => {
  const database = openDatabase(join(options.directory, 'center.db'), options.durability);
  const book = new Book(database.sql);
  const periods = new PeriodShelf(database.sql);
  const access = await database.run(() => accessIn(book));
  const desk = { ...options, database, book, periods, access };
  return {
    path: centerPath,
    handle: (request, response) => {
      respond(desk, request, response).catch((fault: unknown) => {
        if (response.headersSent) return response.destroy();
        return response.writeHead(500).end(String(fault));
      });
    },
    answer: (request) => answerDirectly(desk, request),
    stop: () => database.close(),
    checkpoint: () => database.checkpoint(),
  };
};
