import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

import type { Endpoint } from '../../infra/local/engine/endpoint.ts';

type RequestHandler = NonNullable<DynamoDBClientConfig['requestHandler']>;

interface Request {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Reads the SDK's bytes by their buffer, because their own `toString` prints a deprecation warning.
 */
const textOf = (body: unknown): string =>
  body instanceof Uint8Array
    ? Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()
    : String(body);

/**
 * A transport that passes requests of an SDK client directly to an engine: no socket, no HTTP text.
 */
export const directHandler = (endpoint: Endpoint): RequestHandler => ({
  metadata: { handlerProtocol: 'http/1.1' },
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
  handle: async ({ headers, body }: Request) => {
    const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    const answer = await endpoint({ headers: Object.fromEntries(lowered), body: textOf(body) });
    if (answer === 'lost') throw Object.assign(new Error('no answer'), { name: 'TimeoutError' });
    return {
      response: {
        statusCode: answer.status,
        headers: { ...answer.headers },
        body: Buffer.from(answer.body),
      },
    };
  },
});

/** For an engine that does not check signatures. */
export const unsigned: NonNullable<DynamoDBClientConfig['signer']> = {
  sign: (request: unknown) => Promise.resolve(request),
} as NonNullable<DynamoDBClientConfig['signer']>;
