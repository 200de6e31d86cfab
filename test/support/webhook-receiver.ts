import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { contentDigest, isSignature } from '../../shared/http/signature.ts';

export interface Received {
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An external system on this machine that receives notices. */
export interface WebhookReceiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** The statuses of the next responses; 200 when the list is empty. */
  readonly answers: number[];
  stop(): Promise<void>;
}

export const startHookReceiver = async (): Promise<WebhookReceiver> => {
  const received: Received[] = [];
  const answers: number[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const [path = '', query = ''] = (request.url ?? '').split('?');
    received.push({ path, query, headers: request.headers, body });
    response.writeHead(answers.shift() ?? 200).end('{"errcode":0}');
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answers,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const header = ({ headers }: Received, name: string): string => String(headers[name] ?? '');

/** Checks the signature as a receiver does, from the request and the secret only. */
export const isSignedBy = (received: Received, secret: string): boolean => {
  const digest = header(received, 'content-digest');
  const parts = {
    method: 'POST',
    path: received.path,
    query: received.query,
    accessKey: header(received, 'x-bg-hmac-access-key'),
    date: header(received, 'x-bg-date-time'),
    contentDigest: digest,
  };
  const signature = header(received, 'x-bg-hmac-signature');
  return digest === contentDigest(received.body) && isSignature(signature, parts, secret);
};
