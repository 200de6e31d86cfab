import type { StaffRole } from '../../shared/domain/access/staff-role.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { signedHeaders } from '../../shared/http/signature.ts';

export interface Person {
  readonly id: string;
  readonly roles: readonly StaffRole[];
  readonly area: string;
  readonly department?: string;
}

export interface Key {
  readonly accessKey: string;
  readonly secret: string;
}

export interface Given {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent unchanged. */
  readonly raw?: string;
  /** A file: its bytes, which the gateway passes on in base64. */
  readonly file?: Uint8Array;
  /** The text that the gateway makes of `file`, instead of base64. */
  readonly arrivesAs?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: Person;
  readonly by?: Key;
  /** If omitted, two identical signed calls within a second count as one call and its replay. */
  readonly nonce?: string;
  /** Milliseconds by which the caller's clock is ahead of the service's clock. */
  readonly skewMs?: number;
}

const pathOf = (template: string, path: Given['path'] = {}): string =>
  template.replaceAll(/\{(\w+)(\+?)\}/g, (_found, name: string, greedy: string) =>
    greedy === '' ? encodeURIComponent(path[name] ?? '') : encodeURI(path[name] ?? ''),
  );

const queryOf = (query: Given['query'] = {}): string => new URLSearchParams(query).toString();

const bodyOf = ({ raw, file, body }: Given): string | Uint8Array | undefined =>
  raw ?? file ?? (body === undefined ? undefined : JSON.stringify(body));

const signatureOf = (route: readonly [string, string], given: Given, at: number) => {
  if (given.by === undefined) return {};
  const body = bodyOf(given);
  return signedHeaders(
    {
      method: route[0],
      path: route[1],
      query: queryOf(given.query),
      at: new Date(at + (given.skewMs ?? 0)),
      ...(body === undefined ? {} : { body }),
      ...(given.nonce === undefined ? {} : { nonce: given.nonce }),
    },
    given.by,
  );
};

/** The claims as the gateway passes them on: a list in square brackets. */
const authorizerOf = ({ as }: Given) =>
  as === undefined
    ? {}
    : {
        authorizer: {
          principalId: '',
          integrationLatency: 0,
          jwt: {
            scopes: [],
            claims: {
              sub: as.id,
              area: as.area,
              roles: `[${as.roles.join(' ')}]`,
              ...(as.department === undefined ? {} : { department: as.department }),
            },
          },
        },
      };

const bodyMembers = (body: string | Uint8Array | undefined, arrivesAs: string | undefined) => {
  if (body === undefined) return { isBase64Encoded: false };
  const text = typeof body === 'string' ? body : arrivesAs;
  return text === undefined
    ? { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }
    : { body: text, isBase64Encoded: false };
};

/** A request as API Gateway's HTTP API passes it to a function, payload format 2.0. */
export const requestOf = (route: string, given: Given, at: number): HttpRequest => {
  const [method = '', template = ''] = route.split(' ');
  const rawPath = pathOf(template, given.path);
  const body = bodyOf(given);
  return {
    version: '2.0',
    routeKey: route,
    rawPath,
    rawQueryString: queryOf(given.query),
    headers: { ...signatureOf([method, rawPath], given, at), ...given.headers },
    ...(given.query === undefined ? {} : { queryStringParameters: given.query }),
    ...(given.path === undefined ? {} : { pathParameters: given.path }),
    ...bodyMembers(body, given.arrivesAs),
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'test',
      domainPrefix: 'test',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: 'test',
      routeKey: route,
      stage: '$default',
      time: '',
      timeEpoch: at,
      ...authorizerOf(given),
    },
  };
};
