/** CORS by the template's configuration: answers preflight requests, adds response headers. */
import type { CorsDefinition } from '../template/http-api.ts';
import type { GatewayAnswer } from './gateway-answer.ts';
import type { GatewayRequest } from './gateway-request.ts';

const isListed = (list: readonly string[], value: string): boolean =>
  list.includes('*') || list.includes(value);

const originHeaders = (cors: CorsDefinition, origin: string): Record<string, string> => {
  const isAnyone = cors.allowOrigins.includes('*') && !cors.allowCredentials;
  return {
    'access-control-allow-origin': isAnyone ? '*' : origin,
    ...(!isAnyone && { vary: 'Origin' }),
    ...(cors.allowCredentials && { 'access-control-allow-credentials': 'true' }),
    ...(cors.exposeHeaders.length > 0 && {
      'access-control-expose-headers': cors.exposeHeaders.join(','),
    }),
  };
};

const preflightHeaders = (cors: CorsDefinition): Record<string, string> => ({
  'access-control-allow-methods': cors.allowMethods.join(','),
  'access-control-allow-headers': cors.allowHeaders.join(','),
  ...(cors.maxAgeSeconds !== undefined && { 'access-control-max-age': String(cors.maxAgeSeconds) }),
});

/** Returns the response to a preflight request, whatever the routes; undefined for others. */
export const answerPreflight = (
  cors: CorsDefinition | undefined,
  { method, headers }: GatewayRequest,
): GatewayAnswer | undefined => {
  const origin = headers['origin'];
  const wanted = headers['access-control-request-method'];
  if (!cors || method !== 'OPTIONS' || origin === undefined || wanted === undefined)
    return undefined;
  const isAllowed = isListed(cors.allowOrigins, origin) && isListed(cors.allowMethods, wanted);
  const granted = isAllowed ? { ...originHeaders(cors, origin), ...preflightHeaders(cors) } : {};
  return { status: 204, headers: granted, body: Buffer.alloc(0) };
};

/** With CORS configured, the gateway's headers replace the function's own. */
export const withCors = (
  answer: GatewayAnswer,
  cors: CorsDefinition | undefined,
  origin: string | undefined,
): GatewayAnswer => {
  if (!cors || origin === undefined) return answer;
  const own = Object.entries(answer.headers).filter(
    ([name]) => !name.startsWith('access-control-'),
  );
  const granted = isListed(cors.allowOrigins, origin) ? originHeaders(cors, origin) : {};
  return { ...answer, headers: { ...Object.fromEntries(own), ...granted } };
};
