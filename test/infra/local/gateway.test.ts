import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { frozenClock } from '../../../infra/local/engine/clock.ts';
import type { Invocation } from '../../../infra/local/engine/model.ts';
import type { GatewayRequest } from '../../../infra/local/runtime/http-api/gateway-request.ts';
import { createGateway } from '../../../infra/local/runtime/http-api/gateway.ts';
import type {
  AuthorizerDefinition,
  RequestAuthorizerDefinition,
} from '../../../infra/local/runtime/template/authorizers.ts';
import type {
  CorsDefinition,
  RouteDefinition,
} from '../../../infra/local/runtime/template/http-api.ts';
import { LOCAL_PLACE } from '../../../infra/local/runtime/template/place.ts';
import { startIssuer } from './support/issuer.ts';
import type { Issuer } from './support/issuer.ts';

const place = { ...LOCAL_PLACE, apiUrl: 'http://127.0.0.1:1', engineUrl: 'http://127.0.0.1:2' };
const clock = frozenClock(Date.UTC(2030, 0, 1));

interface Event {
  readonly type?: string;
  readonly identitySource?: readonly string[];
  readonly routeArn?: string;
  readonly requestContext: { readonly authorizer?: object };
}

type Answer = (functionArn: string, event: Event) => Invocation | Promise<Invocation>;

interface Setting {
  readonly route?: Partial<RouteDefinition>;
  readonly cors?: CorsDefinition;
  readonly answer?: Answer;
}

/** By default the function returns the context of the authorizer. */
const tell: Answer = (_arn, { requestContext }) => ({
  ok: true,
  value: requestContext.authorizer ?? {},
});

const gatewayFor = ({ route = {}, cors, answer = tell }: Setting) => {
  const shown = { routeKey: 'GET /a', functionArn: 'shown', timeoutMs: 30_000, scopes: [] };
  const gateway = createGateway({
    api: { id: 'Api', routes: [{ ...shown, ...route }], ...(cors && { cors }) },
    hosts: { invoke: async (arn, event) => answer(arn, event as Event) },
    clock,
    place,
  });
  return async (change: Partial<GatewayRequest> = {}) => {
    const { status, headers, body } = await gateway({
      method: 'GET',
      path: '/a',
      rawQuery: '',
      protocol: 'HTTP/1.1',
      sourceIp: '127.0.0.1',
      headers: {},
      cookies: [],
      body: Buffer.alloc(0),
      ...change,
    });
    return { status, headers, body: body.toString() };
  };
};

describe('an integration', () => {
  it.each<[Setting, number, string]>([
    [{ answer: () => ({ ok: false, fault: 'x' }) }, 500, '{"message":"Internal Server Error"}'],
    [
      { route: { timeoutMs: 10 }, answer: () => new Promise<never>(() => {}) },
      503,
      '{"message":"Service Unavailable"}',
    ],
    [{ route: { routeKey: 'GET /b' } }, 404, '{"message":"Not Found"}'],
    [{ answer: () => ({ ok: true, value: { statusCode: 418, body: 'tea' } }) }, 418, 'tea'],
  ])('%j answers %i', async (setting, status, body) => {
    await expect(gatewayFor(setting)()).resolves.toMatchObject({ status, body });
  });

  it('may answer that the caller has it already, without a body', async () => {
    const unchanged = { statusCode: 304, headers: { etag: 'W/"a"' } };
    const ask = gatewayFor({ answer: () => ({ ok: true, value: unchanged }) });
    const answer = await ask({ headers: { 'if-none-match': 'W/"a"' } });
    expect(answer).toMatchObject({ status: 304, headers: { etag: 'W/"a"' }, body: '' });
  });

  it('is not asked with more than Lambda takes', async () => {
    const body = Buffer.alloc(5 * 1024 * 1024, 0xff);
    await expect(gatewayFor({})({ body })).resolves.toMatchObject({
      status: 413,
      body: '{"message":"Request Entity Too Large"}',
    });
  });
});

describe('a JWT authorizer', () => {
  let issuer: Issuer;
  let authorizer: AuthorizerDefinition;
  beforeAll(async () => {
    issuer = await startIssuer(clock);
    const identitySource = '$request.header.Authorization';
    const { url } = issuer;
    authorizer = { kind: 'jwt', id: 'Staff', issuer: url, audiences: ['desk'], identitySource };
  });
  afterAll(() => issuer.stop());

  const asking = (token: string | undefined, scopes: readonly string[] = []) =>
    gatewayFor({ route: { authorizer, scopes } })(
      token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
    );

  it('hands the claims on as text', async () => {
    const token = await issuer.token({ aud: ['desk', 'x'], roles: ['handler', 'clerk'], n: 7 });
    const { status, body } = await asking(token);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      jwt: {
        claims: { aud: '[desk x]', roles: '[handler clerk]', n: '7', iss: issuer.url },
        scopes: null,
      },
    });
  });

  it('takes client_id where there is no audience', async () => {
    const token = await issuer.token({ client_id: 'desk' });
    await expect(asking(token)).resolves.toMatchObject({ status: 200 });
    const other = await issuer.token({ client_id: 'desk', aud: 'other' });
    await expect(asking(other)).resolves.toMatchObject({ status: 401 });
  });

  it.each<[string, () => Promise<string | undefined>]>([
    ['no token', () => Promise.resolve(undefined)],
    ['nonsense', () => Promise.resolve('nonsense')],
    ['another audience', () => issuer.token({ aud: 'other' })],
    ['another issuer', () => issuer.token({ aud: 'desk', iss: 'https://other.example' })],
    ['a token that is over', () => issuer.token({ aud: 'desk', exp: clock.now() / 1000 - 1 })],
    ['a token not yet good', () => issuer.token({ aud: 'desk', nbf: clock.now() / 1000 + 60 })],
    ['a token of the future', () => issuer.token({ aud: 'desk', iat: clock.now() / 1000 + 60 })],
    ['an unpublished key', () => issuer.forged({ aud: 'desk' })],
  ])('answers 401 to %s', async (_name, token) => {
    const answer = await asking(await token());
    expect(answer).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}' });
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/u);
  });

  it('lets a token end when time is moved past it', async () => {
    const token = await issuer.token({ aud: 'desk' });
    await expect(asking(token)).resolves.toMatchObject({ status: 200 });
    clock.advance(3_600_000);
    await expect(asking(token)).resolves.toMatchObject({ status: 401 });
  });

  it('answers 403 to a token without a scope of the route', async () => {
    const poor = await issuer.token({ aud: 'desk', scope: 'county' });
    await expect(asking(poor, ['city'])).resolves.toMatchObject({
      status: 403,
      body: '{"message":"Forbidden"}',
    });
    const rich = await issuer.token({ aud: 'desk', scope: 'county city' });
    const { body } = await asking(rich, ['city']);
    expect(JSON.parse(body)).toMatchObject({ jwt: { scopes: ['city'] } });
  });

  it('answers 401 while the issuer cannot be reached', async () => {
    const gone = await startIssuer(clock);
    await gone.stop();
    const token = await issuer.token({ aud: 'desk' });
    const answer = await gatewayFor({
      route: { authorizer: { ...authorizer, issuer: gone.url } as AuthorizerDefinition },
    })({ headers: { authorization: token } });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toContain('OIDC discovery');
  });
});

describe('a function as authorizer', () => {
  const authorizer: RequestAuthorizerDefinition = {
    kind: 'request',
    id: 'Sign',
    functionArn: 'judge',
    identitySources: ['$request.header.X-Key', '$request.querystring.k'],
    ttlSeconds: 0,
  };
  const signed = { headers: { 'x-key': 'a' }, rawQuery: 'k=b' };

  const judging = (verdict: Invocation, ttlSeconds = 0) => {
    const asked: Event[] = [];
    const answer: Answer = (arn, event) => {
      if (arn !== 'judge') return tell(arn, event);
      asked.push(event);
      return verdict;
    };
    const route = { authorizer: { ...authorizer, ttlSeconds } };
    return { asked, ask: gatewayFor({ route, answer }) };
  };

  it('is asked with the identity and lets its context through', async () => {
    const verdict = { isAuthorized: true, context: { pad: 'p1' } };
    const { ask, asked } = judging({ ok: true, value: verdict });
    const { body } = await ask(signed);
    expect(JSON.parse(body)).toEqual({ lambda: { pad: 'p1' } });
    expect(asked).toMatchObject([
      {
        type: 'REQUEST',
        identitySource: ['a', 'b'],
        routeArn: 'arn:aws-cn:execute-api:cn-north-1:000000000000:Api/$default/GET/a',
      },
    ]);
  });

  it.each<[string, Invocation, number]>([
    ['a refusal', { ok: true, value: { isAuthorized: false } }, 403],
    ['a malformed answer', { ok: true, value: { allowed: true } }, 500],
    ['a fault', { ok: false, fault: 'x' }, 500],
  ])('turns %s into a refusal', async (_name, verdict, status) => {
    await expect(judging(verdict).ask(signed)).resolves.toMatchObject({ status });
  });

  it('is not asked when an identity source is missing', async () => {
    const { ask, asked } = judging({ ok: true, value: { isAuthorized: true } });
    await expect(ask({ headers: { 'x-key': 'a' } })).resolves.toMatchObject({ status: 401 });
    expect(asked).toEqual([]);
  });

  it('is asked again only when its answer has grown old', async () => {
    const { ask, asked } = judging({ ok: true, value: { isAuthorized: true } }, 60);
    await ask(signed);
    await ask(signed);
    expect(asked).toHaveLength(1);
    await ask({ ...signed, rawQuery: 'k=c' });
    expect(asked).toHaveLength(2);
    clock.advance(60_000);
    await ask(signed);
    expect(asked).toHaveLength(3);
  });
});

const preflight = (origin: string) => ({
  method: 'OPTIONS',
  headers: { origin, 'access-control-request-method': 'POST' },
});

describe('CORS', () => {
  const cors: CorsDefinition = {
    allowOrigins: ['https://hall.example'],
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['authorization'],
    exposeHeaders: [],
    allowCredentials: false,
    maxAgeSeconds: 3600,
  };

  it('answers preflights without a route', async () => {
    await expect(gatewayFor({ cors })(preflight('https://hall.example'))).resolves.toEqual({
      status: 204,
      headers: {
        'access-control-allow-origin': 'https://hall.example',
        'access-control-allow-methods': 'GET,POST',
        'access-control-allow-headers': 'authorization',
        'access-control-max-age': '3600',
        vary: 'Origin',
      },
      body: '',
    });
    const strange = await gatewayFor({ cors })(preflight('https://other.example'));
    expect(strange).toEqual({ status: 204, headers: {}, body: '' });
    await expect(gatewayFor({})(preflight('https://hall.example'))).resolves.toMatchObject({
      status: 404,
    });
  });

  it('replaces what the function says of it', async () => {
    const value = { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' } };
    const ask = gatewayFor({ cors, answer: () => ({ ok: true, value }) });
    const ours = await ask({ headers: { origin: 'https://hall.example' } });
    expect(ours.headers['access-control-allow-origin']).toBe('https://hall.example');
    const theirs = await ask({ headers: { origin: 'https://other.example' } });
    expect(theirs.headers).not.toHaveProperty('access-control-allow-origin');
  });
});
