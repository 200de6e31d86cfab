/**
 * The one HTTP door of the embedded engines: the AWS JSON protocol on 127.0.0.1, as unmodified SDK
 * clients speak it, and beside it the REST protocol of the object store. `createDoor` is the same without a socket, for callers in the same process.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { LocalClock } from '../clock.ts';
import { isQueryCall, refuseQuery, unknownTarget } from './not-spoken.ts';
import { readBody } from './read-body.ts';
import { parseTarget, ServiceError } from './wire.ts';
import type { WireInput, WireService } from './wire.ts';

/** What a service may add for the wire only; a plain `WireService` will do. */
export interface HttpService extends WireService {
  /** Stands before `#` in `__type`, e.g. `com.amazonaws.dynamodb.v20120810`; SDKs ignore it. */
  readonly errorNamespace?: string;
  /** The value of `x-amzn-query-error` (`Code;Sender`), for clients that know the older names. */
  queryErrorCode?(error: ServiceError): string | undefined;
}

/** One call as `authorize` and `before` see it; `service` is the target prefix. */
export interface WireCall {
  readonly caller: { readonly accessKeyId: string };
  readonly service: string;
  readonly operation: string;
  readonly input: WireInput;
}

export interface DoorOptions {
  readonly services: readonly HttpService[];
  readonly clock: LocalClock;
  /** Refuses a call by throwing, e.g. `AccessDeniedException`. The signature itself is not checked. */
  readonly authorize?: (call: WireCall) => void | Promise<void>;
  /** Runs after `authorize`; may delay the call or throw (throttling, injected faults). */
  readonly before?: (call: WireCall) => void | Promise<void>;
  /** Told of every fault that is the engine's own; the caller sees an InternalServerError. */
  readonly onFault?: (fault: unknown) => void;
}

export interface WireRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Requests of another protocol than JSON: those that name no target. */
export type RestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface ServeOptions extends DoorOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly rest?: RestHandler;
}

export type Door = (request: WireRequest) => Promise<WireAnswer>;

export interface ServedEngine {
  readonly url: string;
  readonly port: number;
  /** Ends after the calls in progress have been answered. */
  stop(): Promise<void>;
}

const MAX_BODY_BYTES = 16 * 1024 * 1024;
const IDLE_CONNECTION_MS = 60_000;

const targetOf = ({ 'x-amz-target': target }: IncomingHttpHeaders): string =>
  typeof target === 'string' ? target : '';

const parseBody = (body: string): WireInput => {
  let input: unknown;
  try {
    input = JSON.parse(body === '' ? '{}' : body);
  } catch {
    throw new ServiceError('SerializationException', 'The request body is not valid JSON');
  }
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) {
    return input as WireInput;
  }
  throw new ServiceError(
    'SerializationException',
    'Start of structure or map found where not expected',
  );
};

/** `AWS4-HMAC-SHA256 Credential=<access key id>/<date>/…`; unsigned calls have no key id. */
const accessKeyOf = (headers: IncomingHttpHeaders): string =>
  /Credential=([^/,\s]+)\//.exec(headers.authorization ?? '')?.[1] ?? '';

const toServiceError = (fault: unknown): ServiceError =>
  fault instanceof ServiceError
    ? fault
    : new ServiceError('InternalServerError', `The engine failed: ${String(fault)}`, {
        status: 500,
      });

const errorType = (service: HttpService | undefined, error: ServiceError): string =>
  service?.errorNamespace === undefined ? error.code : `${service.errorNamespace}#${error.code}`;

/** Answers one call in process; never rejects, every fault becomes an error answer. */
const createDoor = (options: DoorOptions): Door => {
  const services = new Map(options.services.map((service) => [service.targetPrefix, service]));
  const frame = (headers: IncomingHttpHeaders): Record<string, string> => ({
    'content-type': headers['content-type'] ?? 'application/x-amz-json-1.0',
    'x-amzn-requestid': randomUUID(),
    date: new Date(options.clock.now()).toUTCString(),
  });

  const handle = async (service: HttpService, call: WireCall): Promise<object> => {
    await options.authorize?.(call);
    await options.before?.(call);
    return service.handle(call.operation, call.input);
  };

  return async ({ headers, body }) => {
    const target = targetOf(headers);
    const [prefix, operation] = parseTarget(target);
    const service = services.get(prefix);
    try {
      if (service === undefined) throw unknownTarget(target, services.keys());
      const caller = { accessKeyId: accessKeyOf(headers) };
      const input = parseBody(body);
      const output = await handle(service, { caller, service: prefix, operation, input });
      return { status: 200, headers: frame(headers), body: JSON.stringify(output) };
    } catch (fault) {
      if (!(fault instanceof ServiceError)) options.onFault?.(fault);
      const error = toServiceError(fault);
      const older = service?.queryErrorCode?.(error);
      const content = { __type: errorType(service, error), message: error.message };
      return {
        status: error.status,
        headers: {
          ...frame(headers),
          ...(older === undefined ? {} : { 'x-amzn-query-error': older }),
        },
        body: JSON.stringify({ ...content, ...error.members }),
      };
    }
  };
};

const TOO_LARGE: WireAnswer = {
  status: 413,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({ __type: 'RequestTooLarge', message: 'The request exceeds 16 MB' }),
};

const serveJson =
  (door: Door): RestHandler =>
  async (request, response) => {
    const body = (await readBody(request, MAX_BODY_BYTES))?.toString();
    const answer = body === undefined ? TOO_LARGE : await door({ headers: request.headers, body });
    response.setHeader('content-length', Buffer.byteLength(answer.body));
    response.writeHead(answer.status, { ...answer.headers });
    response.end(answer.body);
  };

const handlerOf = (request: IncomingMessage, json: RestHandler, rest = json): RestHandler => {
  if (request.headers['x-amz-target'] !== undefined) return json;
  return isQueryCall(request) ? refuseQuery : rest;
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/**
 * Serves engines on 127.0.0.1, errors as `{"__type": "<namespace>#Code", "message": …}`.
 * `port` 0 (the default) takes a free one; rejects when the port is taken.
 */
export const serveEngine = async (options: ServeOptions): Promise<ServedEngine> => {
  const door = createDoor(options);
  const server = createServer({ keepAliveTimeout: IDLE_CONNECTION_MS }, (request, response) => {
    // Connections are kept for the next call, but not beyond the call that outlives the server.
    response.on('finish', () => {
      if (!server.listening) request.socket.end();
    });
    const serve = handlerOf(request, serveJson(door), options.rest);
    // A client that hangs up while sending is the only way to fail here; there is nobody to answer.
    serve(request, response).catch(() => response.destroy());
  });
  const port = await listen(server, options.port ?? 0);
  const stop = () =>
    new Promise<void>((resolve, reject) => {
      server.close((fault) => (fault ? reject(fault) : resolve()));
    });
  return { url: `http://127.0.0.1:${port}`, port, stop };
};
