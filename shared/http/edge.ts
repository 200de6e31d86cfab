import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

import { languageTags } from '../domain/text/language.ts';
import type { Language } from '../domain/text/language.ts';
import { raiseAlarm, logFacts } from '../telemetry.ts';
import { compressFor } from './compression.ts';
import type { Sent } from './compression.ts';
import { answerHeaders } from './header.table.ts';
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

/** Returns Chinese (中文) unless the caller asks for English first. */
export const languageOf = (request: HttpRequest): Language =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';

/** Text and files set their own content type; everything else is JSON. */
const isJson = (body: Answer['body']): boolean =>
  typeof body === 'object' && !(body instanceof Uint8Array);

const headersOf = ({ body, headers }: Answer): Sent['headers'] => ({
  ...answerHeaders.data,
  ...(isJson(body) ? { 'content-type': 'application/json; charset=utf-8' } : {}),
  ...headers,
});

const bytesOf = (body: NonNullable<Answer['body']>): Uint8Array =>
  body instanceof Uint8Array
    ? body
    : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));

/** Bytes that are no text of their own are passed to the gateway in base64. */
const bodyMembers = ({ bytes, headers }: Sent, { body }: Answer) => {
  const isEncoded = body instanceof Uint8Array || 'content-encoding' in headers;
  const text = Buffer.from(bytes).toString(isEncoded ? 'base64' : 'utf8');
  return isEncoded ? { body: text, isBase64Encoded: true } : { body: text };
};

const toGatewayResult = async (
  answer: Answer,
  request: HttpRequest,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const { status, body } = answer;
  const headers = headersOf(answer);
  if (body === undefined) return { statusCode: status, headers };
  const sent = await compressFor(request.headers['accept-encoding'], {
    bytes: bytesOf(body),
    headers,
  });
  return { statusCode: status, headers: sent.headers, ...bodyMembers(sent, answer) };
};

/** DynamoDB throttled the request: nothing was written, and a later attempt will succeed. */
const throttled = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
]);

/** What a fault is called in an answer, which does not show what it is. */
export const asProblem = (fault: unknown): Problem => {
  if (fault instanceof Problem) return fault;
  return new Problem(fault instanceof Error && throttled.has(fault.name) ? 'busy' : 'fault');
};

/** Shows a problem in another form than problem+json, for example as a page. */
export type ShowProblem = (problem: Problem, request: HttpRequest) => Answer | undefined;

const problemAnswer = (problem: Problem, request: HttpRequest): Answer => {
  const language = languageOf(request);
  const body = problemBody(problem, language);
  return {
    status: body.status,
    body,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': languageTags[language],
    },
  };
};

/** Seconds after which a busy item is free again. */
const busySeconds = 2;

const withRetry = (answer: Answer, { details }: Problem): Answer => {
  const seconds = answer.status === 503 ? busySeconds : details.retryAfter;
  return seconds === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
};

const logAnswer = (request: HttpRequest, status: number, code?: string): void =>
  logFacts('answered', {
    route: request.routeKey,
    status,
    code,
    ms: Date.now() - request.requestContext.timeEpoch,
  });

/** The wrapper of every HTTP function: problems become responses, faults are logged and hidden. */
export const httpEdge = (handle: HttpHandler, showProblem: ShowProblem = () => undefined) =>
  middy<HttpRequest, APIGatewayProxyStructuredResultV2>()
    .onError(async ({ event, error }) => {
      const problem = asProblem(error);
      const shown = showProblem(problem, event) ?? problemAnswer(problem, event);
      const answer = withRetry(shown, problem);
      if (answer.status >= 500) raiseAlarm('faulted', error, { route: event.routeKey });
      logAnswer(event, answer.status, problem.code);
      return toGatewayResult(answer, event);
    })
    .handler(async (event) => {
      const answer = await handle(event);
      logAnswer(event, answer.status);
      return toGatewayResult(answer, event);
    });
