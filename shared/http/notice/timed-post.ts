/** A post over a connection of its own, limited in time and size. */
import { request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';

import type { OutgoingPost, PostAnswer } from '../../port/http-out.ts';

export interface PostLimits {
  /** Of the whole call. */
  readonly signal: AbortSignal;
  /** Until the host accepted the connection, the look-up of its name included. */
  readonly connectWithinMs?: number | undefined;
  /** How many bytes of the answer are read. */
  readonly most: number;
  readonly lookup?: LookupFunction | undefined;
}

/** The status decides: a body that is long, late or cut is read as far as it came. */
const answerOf = (response: IncomingMessage, most: number): Promise<PostAnswer> =>
  new Promise((resolve) => {
    const parts: Buffer[] = [];
    const finish = (): void => {
      const body = Buffer.concat(parts).subarray(0, most).toString('utf8');
      resolve({ status: response.statusCode ?? 0, body });
      response.destroy();
    };
    response.on('data', (part: Buffer) => {
      parts.push(part);
      if (Buffer.concat(parts).length >= most) finish();
    });
    for (const end of ['end', 'close', 'error']) response.on(end, finish);
  });

/** A host that is not there keeps a call waiting for as long as the system tries: give up early. */
const limitConnecting = (request: ClientRequest, withinMs: number): void => {
  const late = setTimeout(() => request.destroy(new Error('no connection in time')), withinMs);
  request.on('close', () => clearTimeout(late));
  request.on('socket', (socket) => socket.on('connect', () => clearTimeout(late)));
};

const responseTo = (
  post: OutgoingPost,
  { signal, connectWithinMs, lookup }: PostLimits,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const url = new URL(post.url);
    const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const length = { 'content-length': String(Buffer.byteLength(post.body)) };
    const request = open(
      url,
      {
        method: 'POST',
        headers: { ...post.headers, ...length },
        ...(lookup !== undefined && { lookup }),
        // A connection that is kept could be one to an address of another check.
        agent: false,
        signal,
      },
      resolve,
    );
    request.on('error', reject);
    if (connectWithinMs !== undefined) limitConnecting(request, connectWithinMs);
    request.end(post.body);
  });

/** A redirect is an answer like any other. Rejects when no answer begins within the limits. */
export const timedPost = async (post: OutgoingPost, limits: PostLimits): Promise<PostAnswer> =>
  answerOf(await responseTo(post, limits), limits.most);
