import { describe, expect, it } from 'vitest';

import { createRouteTable } from '../../../infra/local/runtime/http-api/route-table.ts';

const ROUTES = [
  '$default',
  'ANY /{proxy+}',
  'GET /{proxy+}',
  'GET /v1/tickets/{id}',
  'ANY /v1/tickets/{id}',
  'GET /v1/tickets/overdue',
  'POST /v1/tickets/{id}/actions',
  'GET /v1/{stage}/overdue/list',
  'GET /v1/pads/{rest+}',
  'GET /',
];

const table = (keys: readonly string[]) =>
  createRouteTable(
    keys.map((routeKey) => ({ routeKey, functionArn: 'f', timeoutMs: 1000, scopes: [] })),
  );

describe('route precedence', () => {
  it.each<[string, string, Record<string, string>?]>([
    ['GET /v1/tickets/overdue', 'GET /v1/tickets/overdue'],
    ['GET /v1/tickets/7', 'GET /v1/tickets/{id}', { id: '7' }],
    ['PUT /v1/tickets/7', 'ANY /v1/tickets/{id}', { id: '7' }],
    ['DELETE /v1/tickets/overdue', 'ANY /v1/tickets/{id}', { id: 'overdue' }],
    ['POST /v1/tickets/7/actions', 'POST /v1/tickets/{id}/actions', { id: '7' }],
    ['GET /v1/tickets/7/actions', 'GET /{proxy+}', { proxy: 'v1/tickets/7/actions' }],
    ['POST /elsewhere', 'ANY /{proxy+}', { proxy: 'elsewhere' }],
    ['GET /v1/pads/a/b', 'GET /v1/pads/{rest+}', { rest: 'a/b' }],
    ['GET /v1/x/overdue/list', 'GET /v1/{stage}/overdue/list', { stage: 'x' }],
    ['GET /', 'GET /'],
  ])('%s takes %s', (request, routeKey, parameters) => {
    const [method = '', path = ''] = request.split(' ');
    const matched = table(ROUTES)(method, path);
    expect(matched?.route.routeKey).toBe(routeKey);
    expect(matched?.pathParameters).toEqual(parameters);
  });

  it('does not depend on the order of the template', () => {
    const matched = table(ROUTES.toReversed())('GET', '/v1/tickets/overdue');
    expect(matched?.route.routeKey).toBe('GET /v1/tickets/overdue');
  });

  it('gives what nothing else takes to $default, and nothing without one', () => {
    const without = ['GET /v1/tickets/{id}'];
    expect(table([...without, '$default'])('GET', '/v1/tickets')?.route.routeKey).toBe('$default');
    expect(table(without)('GET', '/v1/tickets')).toBeUndefined();
    expect(table(without)('GET', '/v1/tickets/')).toBeUndefined();
    expect(table(without)('POST', '/v1/tickets/7')).toBeUndefined();
  });

  it('takes literal text literally', () => {
    expect(table(['GET /a.b'])('GET', '/axb')).toBeUndefined();
  });
});
