/** The HTTP endpoint of the object engine. */
import type { RestHandler } from '../endpoint.ts';
import { readBody } from '../read-body.ts';
import type { ObjectEngine } from './object-engine.ts';

/** How many bytes longer than its content an `aws-chunked` body may be. */
const FRAMING_BYTES = 1024 * 1024;

export const createObjectEndpoint =
  (engine: ObjectEngine): RestHandler =>
  async (request, response) => {
    const { method = '', url = '/', headers } = request;
    const body = await readBody(request, engine.maximumBytes + FRAMING_BYTES);
    const answer = await engine.handle({ method, url, headers, body });
    response.writeHead(answer.status, {
      ...answer.headers,
      ...(answer.status === 204 || answer.status === 304
        ? {}
        : { 'content-length': answer.body.length }),
    });
    response.end(method === 'HEAD' ? undefined : answer.body);
  };
