import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

import { languageTags } from '../domain/text/language.ts';
import type { Language } from '../domain/text/language.ts';
import { raiseAlarm, logFacts } from '../telemetry.ts';
import { Problem, problemBody } from './problem/problem.ts';

export type HttpRequest = APIGatewayProxyEventV2;

/** What a handler returns; the edge adds the headers that every response has. */
export interface Answer {
  readonly status: number;
  /** JSON, plain text, or the bytes of a file. */
  readonly body?: object | string | Uint8Array | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** For the log of acts, never sent: ids of what the call made or decided about. */
  readonly about?: Readonly<Record<string, string>> | undefined;
}

export type HttpHandler = (request: HttpRequest) => Promise<Answer>;

const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** Returns Chinese (中文) unless the caller asks for English first. */
export const languageOf = (request: HttpRequest): Language =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';

/** Text and files set their own content type; everything else is JSON. */
const isJson = (body: Answer['body']): boolean =>
  typeof body === 'object' && !(body instanceof Uint8Array);

const bodyMembers = (body: Answer['body']): APIGatewayProxyStructuredResultV2 => {
  if (body === undefined) return {};
  if (body instanceof Uint8Array)
    return { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
  return { body: typeof body === 'string' ? body : JSON.stringify(body) };
};

const toGatewayResult = ({ status, body, headers }: Answer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {
    ...always,
    ...(isJson(body) ? { 'content-type': 'application/json; charset=utf-8' } : {}),
    ...headers,
  },
  ...bodyMembers(body),
});

/** DynamoDB throttled the request: nothing was written, and a later attempt will succeed. */
const throttled = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
]);

const asProblem = (fault: unknown): Problem => {
  if (fault instanceof Problem) return fault;
  return new Problem(fault instanceof Error && throttled.has(fault.name) ? 'busy' : 'fault');
};

/** Seconds after which a busy item is free again. */
const busySeconds = 2;

const retryHeader = (seconds: number | undefined): Answer['headers'] =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) };

const toProblemAnswer = (fault: unknown, request: HttpRequest): Answer => {
  const language = languageOf(request);
  const problem = asProblem(fault);
  const body = problemBody(problem, language);
  return {
    status: body.status,
    body,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': languageTags[language],
      ...retryHeader(body.status === 503 ? busySeconds : problem.details.retryAfter),
    },
  };
};

const logAnswer = (request: HttpRequest, status: number, code?: string): void =>
  logFacts('answered', {
    route: request.routeKey,
    status,
    code,
    ms: Date.now() - request.requestContext.timeEpoch,
  });

/** The wrapper of every HTTP function: problems become responses, faults are logged and hidden. */
export const httpEdge = (handle: HttpHandler) =>
  middy<HttpRequest, APIGatewayProxyStructuredResultV2>()
    .onError(({ event, error }) => {
      const answer = toProblemAnswer(error, event);
      if (answer.status >= 500) raiseAlarm('faulted', error, { route: event.routeKey });
      logAnswer(event, answer.status, asProblem(error).code);
      return toGatewayResult(answer);
    })
    .handler(async (event) => {
      const answer = await handle(event);
      logAnswer(event, answer.status);
      return toGatewayResult(answer);
    });
