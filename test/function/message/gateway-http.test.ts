import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { centerGateway } from '../../../shared/http/exchange/center-gateway.ts';
import { gatewayHttp } from '../../../shared/http/message/gateway-http.ts';
import { provinceMessages } from '../../../shared/http/message/province-messages.ts';
import { smsGateway } from '../../../shared/http/message/sms-gateway.ts';
import { NoAnswer } from '../../../shared/port/http-out.ts';
import { at } from '../../fake/clock.ts';

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/slow') setTimeout(() => response.end('{}'), 1_500);
    if (request.url === '/ok') response.writeHead(202).end('{"code":"0"}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const post = (path: string) => gatewayHttp().post({ url: url + path, headers: {}, body: '{}' });

/** No connection comes about: the name is looked up for ever. */
const nowhere = () => gatewayHttp(() => undefined);

const untilGivenUp = async (call: () => Promise<unknown>) => {
  const begin = performance.now();
  const said = await call().catch((fault: unknown) => fault);
  return { said, took: performance.now() - begin };
};

const message = {
  requestId: 'receipt.330602261120000000017-1.1',
  kind: 'receipt',
  mobile: '13800000001',
  text: '您的评价已提交',
  values: { matter: '', department: '', date: '', link: '' },
} as const;

const key = async () => ({ accessKey: 'AKsms', secret: 'geheim' });
const now = () => at('2026-11-20T09:30:00+08:00');

describe.concurrent('a call to whoever delivers messages', () => {
  it('is answered, also late, once a connection was made', async () => {
    expect(await post('/ok')).toEqual({ status: 202, body: '{"code":"0"}' });
    expect(await post('/slow')).toEqual({ status: 200, body: '{}' });
  });

  it('without an answer is given up after three seconds', async () => {
    const { said, took } = await untilGivenUp(() => post('/silent'));
    expect(said).toBeInstanceOf(NoAnswer);
    expect(took).toBeGreaterThan(2_900);
  });

  it.each([
    ['the gateway', () => smsGateway({ url: 'http://sms.example.cn/', now, http: nowhere(), key })],
    [
      'the province',
      () =>
        provinceMessages(
          centerGateway({ url: 'http://center.example.cn', now, http: nowhere(), access: key }),
        ),
    ],
  ] as const)('without a connection is given up after one: %s', async (_name, publisher) => {
    const { said, took } = await untilGivenUp(() => publisher().publish(message));
    expect(said).toBe('no_answer');
    expect(took).toBeGreaterThan(900);
    expect(took).toBeLessThan(2_500);
  });
});
