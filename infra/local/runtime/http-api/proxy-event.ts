/**
 * Lambda proxy events of payload format 2.0. Source: "Create AWS Lambda proxy integrations for HTTP
 * APIs", API Gateway developer guide.
 */
import { randomUUID } from 'node:crypto';

import type { EpochMs } from '../../engine/clock.ts';
import type { LocalPlace } from '../template/place.ts';
import type { GatewayRequest } from './gateway-request.ts';
import type { MatchedRoute } from './route-table.ts';

/** One request with its matched route and the time of its arrival. */
export interface RoutedRequest {
  readonly request: GatewayRequest;
  readonly matched: MatchedRoute;
  readonly apiId: string;
  readonly place: LocalPlace;
  readonly now: EpochMs;
}

/**
 * Content types that API Gateway passes on as text, decoded as UTF-8 with U+FFFD for what is none;
 * everything else is base64-encoded, other character sets included.
 */
const isText = ({ headers }: GatewayRequest): boolean => {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';');
  const charset = parameters.find((one) => /^\s*charset\s*=/iu.test(one));
  return (
    (headers['content-encoding'] ?? 'identity') === 'identity' &&
    /^(?:text\/.+|application\/(?:json|xml|javascript))$/iu.test(type.trim()) &&
    (charset === undefined || /=\s*"?utf-?8"?\s*$/iu.test(charset))
  );
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const padTwo = (number: number): string => String(number).padStart(2, '0');

/** `12/Mar/2026:19:03:58 +0000` */
const requestTime = (now: EpochMs): string => {
  const at = new Date(now);
  const day = `${padTwo(at.getUTCDate())}/${MONTHS[at.getUTCMonth()]}/${at.getUTCFullYear()}`;
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(padTwo).join(':');
  return `${day}:${time} +0000`;
};

const queryParameters = (rawQuery: string): Record<string, string> => {
  const found = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(rawQuery)) {
    const before = found.get(name);
    found.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(found);
};

const bodyMembers = (request: GatewayRequest): object => {
  if (request.body.length === 0) return { isBase64Encoded: false };
  const asText = isText(request);
  return { body: request.body.toString(asText ? 'utf8' : 'base64'), isBase64Encoded: !asText };
};

const contextOf = ({ request, matched, apiId, place, now }: RoutedRequest): object => {
  const domainName = (request.headers['host'] ?? '').replace(/:\d+$/u, '');
  return {
    accountId: place.account,
    apiId,
    domainName,
    domainPrefix: domainName.split('.')[0] ?? '',
    http: {
      method: request.method,
      path: request.path,
      protocol: request.protocol,
      sourceIp: request.sourceIp,
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey: matched.route.routeKey,
    stage: '$default',
    time: requestTime(now),
    timeEpoch: now,
  };
};

/** Returns the members that proxy events and authorizer events share. */
const commonMembers = (routed: RoutedRequest): object => {
  const { request, matched } = routed;
  return {
    version: '2.0',
    routeKey: matched.route.routeKey,
    rawPath: request.path,
    rawQueryString: request.rawQuery,
    ...(request.cookies.length > 0 && { cookies: request.cookies }),
    headers: request.headers,
    ...(request.rawQuery !== '' && { queryStringParameters: queryParameters(request.rawQuery) }),
    ...(matched.pathParameters && { pathParameters: matched.pathParameters }),
  };
};

/** `authorizer` is the member of the request context, e.g. `{ jwt: { claims, scopes } }`. */
export const proxyEvent = (routed: RoutedRequest, authorizer: object | undefined): object => ({
  ...commonMembers(routed),
  requestContext: { ...contextOf(routed), ...(authorizer && { authorizer }) },
  ...bodyMembers(routed.request),
});

/** Returns the event of a `REQUEST` authorizer; `identitySource` contains the values found. */
export const authorizerEvent = (
  routed: RoutedRequest,
  identitySource: readonly string[],
): object => {
  const { place, apiId, request } = routed;
  const arn = `arn:${place.partition}:execute-api:${place.region}:${place.account}:${apiId}`;
  return {
    ...commonMembers(routed),
    type: 'REQUEST',
    routeArn: `${arn}/$default/${request.method}${request.path}`,
    identitySource,
    requestContext: contextOf(routed),
  };
};
