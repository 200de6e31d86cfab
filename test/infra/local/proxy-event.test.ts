import { describe, expect, it } from 'vitest';

import {
  answerOf,
  integrationFault,
} from '../../../infra/local/runtime/http-api/gateway-answer.ts';
import type { GatewayRequest } from '../../../infra/local/runtime/http-api/gateway-request.ts';
import { claimTexts } from '../../../infra/local/runtime/http-api/jwt-claims.ts';
import { proxyEvent } from '../../../infra/local/runtime/http-api/proxy-event.ts';
import { LOCAL_PLACE } from '../../../infra/local/runtime/template/place.ts';

const request: GatewayRequest = {
  method: 'POST',
  path: '/v1/案件/7',
  rawQuery: 'view=mine&view=%E5%A4%A7&x=',
  protocol: 'HTTP/1.1',
  sourceIp: '127.0.0.1',
  headers: { host: '127.0.0.1:8787', 'content-type': 'application/json', 'user-agent': 'pad' },
  cookies: ['a=1', 'b=2'],
  body: Buffer.from('{"level":"很满意"}'),
};

const event = (change: Partial<GatewayRequest>, authorizer?: object) =>
  proxyEvent(
    {
      request: { ...request, ...change },
      matched: {
        route: { routeKey: 'POST /v1/{kind}/{id}', functionArn: 'f', timeoutMs: 1, scopes: [] },
        pathParameters: { kind: '案件', id: '7' },
      },
      apiId: 'Api',
      place: { ...LOCAL_PLACE, apiUrl: 'http://127.0.0.1:8787', engineUrl: 'http://127.0.0.1:1' },
      now: Date.UTC(2026, 1, 3, 4, 5, 6, 789),
    },
    authorizer,
  );

describe('payload format 2.0', () => {
  it('takes no parameter for what every object has', () => {
    const { queryStringParameters } = event({ rawQuery: 'toString=a&__proto__=b' }) as {
      queryStringParameters: Record<string, string>;
    };
    expect(Object.entries(queryStringParameters)).toEqual([
      ['toString', 'a'],
      ['__proto__', 'b'],
    ]);
  });

  it('carries everything the service carries', () => {
    expect(event({}, { jwt: { claims: { sub: 'h1' }, scopes: null } })).toEqual({
      version: '2.0',
      routeKey: 'POST /v1/{kind}/{id}',
      rawPath: '/v1/案件/7',
      rawQueryString: 'view=mine&view=%E5%A4%A7&x=',
      cookies: ['a=1', 'b=2'],
      headers: request.headers,
      queryStringParameters: { view: 'mine,大', x: '' },
      pathParameters: { kind: '案件', id: '7' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'Api',
        authorizer: { jwt: { claims: { sub: 'h1' }, scopes: null } },
        domainName: '127.0.0.1',
        domainPrefix: '127',
        http: {
          method: 'POST',
          path: '/v1/案件/7',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'pad',
        },
        requestId: expect.stringMatching(/^[\da-f-]{36}$/u) as string,
        routeKey: 'POST /v1/{kind}/{id}',
        stage: '$default',
        time: '03/Feb/2026:04:05:06 +0000',
        timeEpoch: 1_770_091_506_789,
      },
      body: '{"level":"很满意"}',
      isBase64Encoded: false,
    });
  });

  it('leaves out what is not there', () => {
    const bare = event({ rawQuery: '', cookies: [], body: Buffer.alloc(0) });
    expect(bare).not.toHaveProperty('queryStringParameters');
    expect(bare).not.toHaveProperty('cookies');
    expect(bare).not.toHaveProperty('body');
    expect(bare).toHaveProperty('isBase64Encoded', false);
    expect(bare).not.toHaveProperty('requestContext.authorizer');
  });

  it.each<[Record<string, string>, boolean]>([
    [{ 'content-type': 'application/json; charset=utf-8' }, false],
    [{ 'content-type': 'text/csv' }, false],
    [{ 'content-type': 'application/json; charset="UTF-8"' }, false],
    [{ 'content-type': 'application/json; charset=gbk' }, true],
    [{ 'content-type': 'text/plain; charset=iso-8859-1' }, true],
    [{ 'content-type': 'application/merge-patch+json' }, true],
    [{ 'content-type': 'application/xml' }, false],
    [{ 'content-type': 'application/javascript' }, false],
    [{ 'content-type': 'application/jsonlines' }, true],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, true],
    [{ 'content-type': 'application/octet-stream' }, true],
    [{ 'content-type': 'application/json', 'content-encoding': 'gzip' }, true],
    [{}, true],
  ])('%j comes in base64: %s', (headers, isBase64Encoded) => {
    const made = event({ headers, body: Buffer.from([0xff, 0x00, 0x61]) });
    expect(made).toHaveProperty('isBase64Encoded', isBase64Encoded);
    expect(made).toHaveProperty('body', isBase64Encoded ? '/wBh' : '\ufffd\u0000a');
  });
});

describe('claims', () => {
  it('are all text', () => {
    expect(
      claimTexts({ roles: ['handler', 'clerk'], exp: 17, ok: true, a: { y: 1, x: ['z'] } }),
    ).toEqual({ roles: '[handler clerk]', exp: '17', ok: 'true', a: 'map[x:[z] y:1]' });
  });
});

const shown = (value: unknown) => {
  const { status, headers, body } = answerOf(value);
  return { status, headers, body: body.toString() };
};

describe('answers', () => {
  it('are inferred from plain results', () => {
    const json = { 'content-type': 'application/json' };
    expect(shown({ a: 1 })).toEqual({ status: 200, headers: json, body: '{"a":1}' });
    expect(shown('text')).toEqual({ status: 200, headers: json, body: 'text' });
    expect(shown(null)).toEqual({ status: 200, headers: json, body: 'null' });
  });

  it('follow structured results', () => {
    const value = {
      statusCode: 201,
      headers: { Location: '/x', 'X-Count': 3 },
      cookies: ['a=1', 'b=2'],
      body: 'aGk=',
      isBase64Encoded: true,
    };
    expect(shown(value)).toEqual({
      status: 201,
      headers: {
        'content-type': 'text/plain;charset=UTF-8',
        location: '/x',
        'x-count': '3',
        'set-cookie': ['a=1', 'b=2'],
      },
      body: 'hi',
    });
  });

  it.each([
    { statusCode: 'abc' },
    { statusCode: 99 },
    { statusCode: 200, body: { not: 'text' } },
    { statusCode: 200, headers: { a: ['list'] } },
    { statusCode: 200, cookies: 'a=1' },
  ])('%j is an internal server error', (value) => {
    expect(answerOf(value)).toEqual(integrationFault());
  });
});
