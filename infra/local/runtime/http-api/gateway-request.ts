/** A request as API Gateway passes it on: path decoded, query as received, lower-case headers. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

export interface GatewayRequest {
  readonly method: string;
  /** Decoded: HTTP APIs decode the path before matching and before the invocation. */
  readonly path: string;
  readonly rawQuery: string;
  readonly protocol: string;
  readonly sourceIp: string;
  /** Repeated headers joined by commas; without `cookie`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

/**
 * API Gateway's limit. Lambda's own limit of 6 MB for the whole event is checked with the event.
 */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'te',
  'expect',
]);

/** Returns the path for matching and for the event. */
export const decodePath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    // With invalid percent-encoding, the path is matched and passed on as it was sent.
    return path;
  }
};

/** Undefined when the body is over the limit; the rest is read and discarded. */
const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(chunks) : undefined;
};

const joinHeaders = (headers: NodeJS.Dict<string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name !== 'cookie' && !HOP_BY_HOP.has(name))
      .map(([name, values = []]) => [name, values.join(',')]),
  );

export const cookiesOf = ({ cookie }: Pick<IncomingHttpHeaders, 'cookie'>): readonly string[] =>
  (cookie ?? '')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const makeForwardedHeaders = (
  request: IncomingMessage,
  sourceIp: string,
): Record<string, string> => ({
  'x-forwarded-for': [request.headers['x-forwarded-for'], sourceIp].filter(Boolean).join(', '),
  'x-forwarded-port': String(request.socket.localPort ?? ''),
  'x-forwarded-proto': 'http',
});

/** Undefined when the body is larger than API Gateway accepts. */
export const readGatewayRequest = async (
  request: IncomingMessage,
): Promise<GatewayRequest | undefined> => {
  const body = await readBody(request);
  if (!body) return undefined;
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const sourceIp = request.socket.remoteAddress?.replace(/^::ffff:/u, '') ?? '';
  const length = body.length > 0 ? { 'content-length': String(body.length) } : {};
  return {
    method: request.method ?? 'GET',
    path: decodePath(path),
    rawQuery: query.join('?'),
    protocol: `HTTP/${request.httpVersion}`,
    sourceIp,
    headers: {
      ...joinHeaders(request.headersDistinct),
      ...makeForwardedHeaders(request, sourceIp),
      ...length,
    },
    cookies: cookiesOf(request.headers),
    body,
  };
};
