/**
 * The simulated gateway of text messages, mounted at `/_local/phone`: verifies each request like a
 * real one, and keeps what a telephone would have received. It knows numbers only masked.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

import { z } from 'zod';

import { maskMobile } from '../../../../shared/domain/text/masking.ts';
import {
  algorithm,
  contentDigest,
  isSignature,
  longestSkewMs,
  signatureHeaders,
} from '../../../../shared/http/signature.ts';
import { openDatabase } from '../../engine/database.ts';
import type { Database, Durability } from '../../engine/database.ts';
import { readBody } from '../../engine/read-body.ts';
import type { LocalAnswer, LocalRoute } from '../../runtime/local-server.ts';
import { PhoneInbox } from './inbox.ts';
import type { PhoneKey } from './inbox.ts';
import { phonePage } from './page.ts';

export const phonePath = '/_local/phone';
export const phoneGatewayPath = `${phonePath}/messages`;

interface PhoneOptions {
  readonly directory: string;
  readonly durability?: Durability | undefined;
  /** Epoch milliseconds of the engine. */
  readonly now: () => number;
}

interface Phone extends PhoneOptions {
  readonly database: Database;
  readonly inbox: PhoneInbox;
}

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

type Said = Exclude<LocalAnswer, 'cut'>;

const mostBytes = 64 * 1024;

const answer = (status: number, body: object | string): Said => ({
  status,
  headers: {
    'content-type': `${typeof body === 'string' ? 'text/html' : 'application/json'}; charset=utf-8`,
  },
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

const Key = z.strictObject({ accessKey: z.string().min(1), secret: z.string().min(1) });
const Sent = z.strictObject({
  requestId: z.string().min(1),
  mobile: z.string().regex(/^1\d{10}$/),
  text: z.string().min(1),
});

const parse = <T>(schema: z.ZodType<T>, text: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const isSigned = ({ method, headers, text }: Asked, key: PhoneKey, now: number): boolean => {
  const read = (name: keyof typeof signatureHeaders): string =>
    String(headers[signatureHeaders[name]] ?? '');
  const [accessKey, date, digest] = [read('accessKey'), read('date'), read('contentDigest')];
  const parts = { method, path: phoneGatewayPath, query: '', accessKey, date };
  return (
    accessKey === key.accessKey &&
    read('algorithm') === algorithm &&
    Math.abs(Date.parse(date) - now) <= longestSkewMs &&
    digest === contentDigest(text) &&
    isSignature(read('signature'), { ...parts, contentDigest: digest }, key.secret)
  );
};

const takeMessage = async (phone: Phone, asked: Asked): Promise<Said> => {
  const { database, inbox, now } = phone;
  const key = await database.run(() => inbox.key());
  if (key === undefined || !isSigned(asked, key, now())) {
    return answer(401, { message: 'Invalid signature' });
  }
  const sent = parse(Sent, asked.text);
  if (sent === undefined) return answer(400, { message: 'Invalid message' });
  await database.run(() => inbox.take({ ...sent, mobile: maskMobile(sent.mobile), at: now() }));
  return answer(200, { requestId: sent.requestId });
};

const takeKey = async ({ database, inbox }: Phone, { text }: Asked): Promise<Said> => {
  const key = parse(Key, text);
  if (key === undefined) return answer(400, { message: 'Give accessKey and secret' });
  await database.run(() => inbox.keepKey(key));
  return answer(200, { accessKey: key.accessKey });
};

const showMessages = async ({ database, inbox }: Phone, { url, headers }: Asked): Promise<Said> => {
  const number = new URL(url, 'http://phone').searchParams.get('number') ?? undefined;
  const messages = await database.run(() => inbox.received(number));
  if (String(headers['accept'] ?? '').includes('text/html')) {
    return answer(200, phonePage(messages));
  }
  const lines = messages.map((one) => ({ ...one, at: new Date(one.at).toISOString() }));
  return answer(200, { messages: lines });
};

const answerTo = (phone: Phone, asked: Asked): Promise<Said> | Said => {
  // A page of another site in the same browser must not read the phone.
  if (asked.headers['sec-fetch-site'] === 'cross-site')
    return answer(403, { message: 'Forbidden' });
  const path = asked.url.split('?')[0] ?? '';
  switch (`${asked.method} ${path}`) {
    case `GET ${phonePath}`:
      return showMessages(phone, asked);
    case `POST ${phonePath}/key`:
      return takeKey(phone, asked);
    case `POST ${phoneGatewayPath}`:
      return takeMessage(phone, asked);
    default:
      return answer(404, { message: 'Not Found' });
  }
};

const respond = async (
  phone: Phone,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { method = 'GET', url = '/', headers } = request;
  const body = await readBody(request, mostBytes);
  const said =
    body === undefined
      ? answer(413, { message: 'Request Entity Too Large' })
      : await answerTo(phone, { method, url, headers, text: body.toString('utf8') });
  response.writeHead(said.status, { ...said.headers } as Record<string, string>);
  response.end(said.body);
};

/** All data is in `<directory>/phone.db` and outlives the process. */
export const openPhone = async (options: PhoneOptions): Promise<LocalRoute> => {
  const database = openDatabase(join(options.directory, 'phone.db'), options.durability);
  const phone = { ...options, database, inbox: new PhoneInbox(database.sql) };
  return {
    path: phonePath,
    handle: (request, response) => {
      respond(phone, request, response).catch((fault: unknown) => {
        if (response.headersSent) return response.destroy();
        return response.writeHead(500).end(String(fault));
      });
    },
    answer: async ({ method, path, rawQuery, headers, body }) =>
      answerTo(phone, {
        method,
        url: rawQuery === '' ? path : `${path}?${rawQuery}`,
        headers,
        text: body.toString('utf8'),
      }),
    stop: () => database.close(),
    checkpoint: () => database.checkpoint(),
  };
};
