/**
 * Handles one call of the AWS JSON protocol, from headers and body to status, headers and body.
 * Shared by the HTTP server of the engines and by callers in the same process.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

import type { LocalClock } from './clock.ts';
import { unknownTarget } from './unknown-target.ts';
import { parseTarget, ServiceError } from './wire.ts';
import type { WireCaller, WireInput, WireService } from './wire.ts';

/** The optional wire properties of a service; a plain `WireService` is sufficient. */
export interface HttpService extends WireService {
  /** The prefix before `#` in `__type`, e.g. `com.amazonaws.dynamodb.v20120810`; SDKs ignore it. */
  readonly errorNamespace?: string;
  /** Returns `x-amzn-query-error` (`Code;Sender`), for clients that use the older names. */
  queryErrorCode?(error: ServiceError): string | undefined;
}

/** One call as `authorize` and `before` receive it; `service` is the target prefix. */
export interface WireCall {
  readonly caller: WireCaller;
  readonly service: string;
  readonly operation: string;
  readonly input: WireInput;
}

export interface EndpointOptions {
  readonly services: readonly HttpService[];
  readonly clock: LocalClock;
  /**
   * Refuses a call by throwing, e.g. `AccessDeniedException`. The signature itself is not checked.
   */
  readonly authorize?: (call: WireCall) => void | Promise<void>;
  /** Runs after `authorize`; may delay the call or throw (throttling, injected faults). */
  readonly before?: (call: WireCall) => void | Promise<void>;
  /** Called after a call was carried out. Returns whether its response is lost (injected fault). */
  readonly isLost?: (call: WireCall) => boolean;
  /** Called with every internal error of the engine; the caller receives an InternalServerError. */
  readonly onFault?: (fault: unknown) => void;
}

interface WireRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Handles requests of protocols other than JSON: those without a target header. */
export type RestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** `lost`: the call was carried out, and the caller never receives a response. */
export type Endpoint = (request: WireRequest) => Promise<WireAnswer | 'lost'>;

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

const refusalOf = (service: HttpService | undefined, error: ServiceError) => {
  const older = service?.queryErrorCode?.(error);
  const content = { __type: errorType(service, error), message: error.message };
  return {
    status: error.status,
    more: older === undefined ? {} : { 'x-amzn-query-error': older },
    body: JSON.stringify({ ...content, ...error.members }),
  };
};

/** Creates the in-process endpoint. It never rejects: every error becomes an error response. */
export const createEndpoint = (options: EndpointOptions): Endpoint => {
  const services = new Map(options.services.map((service) => [service.targetPrefix, service]));
  const makeHeaders = (headers: IncomingHttpHeaders): Record<string, string> => ({
    'content-type': headers['content-type'] ?? 'application/x-amz-json-1.0',
    'x-amzn-requestid': randomUUID(),
    date: new Date(options.clock.now()).toUTCString(),
  });

  const answerOf = async (service: HttpService, call: WireCall): Promise<object> => {
    await options.authorize?.(call);
    await options.before?.(call);
    return service.handle(call.operation, call.input, call.caller);
  };

  return async ({ headers, body }) => {
    const target = targetOf(headers);
    const [prefix, operation] = parseTarget(target);
    const service = services.get(prefix);
    let call: WireCall | undefined;
    try {
      if (service === undefined) throw unknownTarget(target, services.keys());
      const caller = { accessKeyId: accessKeyOf(headers) };
      call = { caller, service: prefix, operation, input: parseBody(body) };
      const output = JSON.stringify(await answerOf(service, call));
      if (options.isLost?.(call) === true) return 'lost';
      return { status: 200, headers: makeHeaders(headers), body: output };
    } catch (fault) {
      if (!(fault instanceof ServiceError)) options.onFault?.(fault);
      const { more, ...answer } = refusalOf(service, toServiceError(fault));
      if (call !== undefined && options.isLost?.(call) === true) return 'lost';
      return { ...answer, headers: { ...makeHeaders(headers), ...more } };
    }
  };
};
