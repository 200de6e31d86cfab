import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { httpOut } from '../../../shared/http/exchange/http-out.ts';
import { webhookAddress } from '../../../shared/http/notice/webhook-address.ts';
import { NoAnswer } from '../../../shared/port/http-out.ts';

const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/ok': (response) => response.end('{"errcode":0}'),
  '/away': (response) => response.writeHead(307, { location: '/ok' }).end(),
  '/long': (response) => response.end('x'.repeat(1_000_000)),
  '/endless': (response) => void response.writeHead(200).write('x'.repeat(10)),
  '/silent': () => undefined,
  '/cut': (response) => void response.destroy(),
};

let server: Server;
let url: string;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answers[request.url ?? '']?.(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const post = (path: string) =>
  httpOut(300).post({
    url: url + path,
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });

describe('a call to the outside', () => {
  it('answers what came', async () => {
    expect(await post('/ok')).toEqual({ status: 200, body: '{"errcode":0}' });
  });

  it('does not follow a redirect', async () => {
    asked.length = 0;
    expect(await post('/away')).toMatchObject({ status: 307 });
    expect(asked).toEqual(['POST /away']);
  });

  it('reads no more than the beginning of a long answer', async () => {
    expect((await post('/long')).body).toHaveLength(8 * 1024);
  });

  it.each(['/silent', '/endless', '/cut'])('of %s is no answer', async (path) => {
    await expect(post(path)).rejects.toThrow(NoAnswer);
  });

  it('to a port where nobody listens is no answer', async () => {
    const nobody = httpOut().post({ url: 'http://127.0.0.1:1/', headers: {}, body: '{}' });
    await expect(nobody).rejects.toThrow(NoAnswer);
  });
});

describe('an address on this machine', () => {
  it.each([
    ['http://127.0.0.1:8080/x', true],
    ['http://localhost/x', true],
    ['http://[::1]:8080/x', true],
    ['https://127.0.0.1/x', false],
    ['http://10.0.0.7/x', false],
    ['http://desk.example.cn/x', false],
  ])('%s is taken to try things out: %s', (address, taken) => {
    expect(webhookAddress(address, true) !== undefined).toBe(taken);
    expect(webhookAddress(address, false)).toBeUndefined();
  });
});
