import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { guardedHttpOut } from '../../../shared/http/notice/guarded-http-out.ts';
import { lookUpAddresses } from '../../../shared/http/notice/host-addresses.ts';
import { isLoopbackAddress, isPublicAddress } from '../../../shared/http/notice/public-address.ts';
import { AddressRefused, NoAnswer } from '../../../shared/port/http-out.ts';

const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/ok': (response) => response.end('{"errcode":0}'),
  '/away': (response) => response.writeHead(307, { location: 'http://127.0.0.1/' }).end(),
  '/long': (response) => response.end('x'.repeat(1_000_000)),
  '/endless': (response) => void response.writeHead(200).write('x'.repeat(10)),
  '/broken': (response) => {
    response.writeHead(200, { 'content-length': '100' }).write('xy');
    setTimeout(() => response.destroy(), 20);
  },
  '/silent': () => undefined,
  '/cut': (response) => void response.destroy(),
};

let server: Server;
let port: number;
const asked: IncomingMessage[] = [];
const bodies: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    request.setEncoding('utf8').on('data', (part: string) => bodies.push(part));
    answers[request.url ?? '']?.(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  asked.length = 0;
  bodies.length = 0;
});

const post = (path: string, isAllowed: (address: string) => boolean, ...found: string[]) => {
  const lookups: string[] = [];
  const addressesOf = async (hostname: string) => {
    lookups.push(hostname);
    return found;
  };
  // Enough for an answer on a busy machine; what never ends or never comes is waited for.
  const withinMs = ['/endless', '/silent'].includes(path) ? 1_500 : 30_000;
  const out = guardedHttpOut({ addressesOf, isAllowed, withinMs });
  const url = `http://desk.example.cn:${port}${path}`;
  return { lookups, answer: out.post({ url, headers: { 'x-one': '1' }, body: '{"号":1}' }) };
};

const send = (path: string) => post(path, () => true, '127.0.0.1').answer;

const neverFound = () => new Promise<never>(() => undefined);

describe('a call to a name that somebody gave', () => {
  it('goes to the address that was checked, under its own name', async () => {
    const checked: string[] = [];
    const isAllowed = (address: string) => checked.push(address) > 0;
    const { answer, lookups } = post('/ok', isAllowed, '127.0.0.1');
    expect(await answer).toEqual({ status: 200, body: '{"errcode":0}' });
    // Resolved once: a second answer of the name server would not be asked for.
    expect([lookups, checked]).toEqual([['desk.example.cn'], ['127.0.0.1']]);
    expect(asked.map(({ method, headers }) => [method, headers.host, headers['x-one']])).toEqual([
      ['POST', `desk.example.cn:${port}`, '1'],
    ]);
    expect(bodies).toEqual(['{"号":1}']);
  });

  it.each([
    ['this machine', ['127.0.0.1']],
    ['a private network', ['10.0.0.7']],
    ['the metadata service of a cloud', ['169.254.169.254']],
    ['this machine by IPv6', ['::1']],
    ['a private network among public addresses', ['1.1.1.1', '192.168.1.1']],
  ])('that leads to %s is refused, and nothing is sent', async (_what, found) => {
    const { answer } = post('/ok', isPublicAddress, ...found);
    await expect(answer).rejects.toThrow(AddressRefused);
    expect(asked).toEqual([]);
  });

  it('without an address is no answer', async () => {
    await expect(post('/ok', () => true).answer).rejects.toThrow(NoAnswer);
  });

  it('that is not resolved in time is no answer', async () => {
    const out = guardedHttpOut({ addressesOf: neverFound, isAllowed: () => true, withinMs: 50 });
    const call = out.post({ url: 'https://desk.example.cn/', headers: {}, body: '' });
    await expect(call).rejects.toThrow(NoAnswer);
  });

  it('is checked as well when it is an address', async () => {
    const out = guardedHttpOut({ addressesOf: lookUpAddresses, isAllowed: isPublicAddress });
    for (const host of ['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]']) {
      const call = out.post({ url: `http://${host}:${port}/ok`, headers: {}, body: '' });
      await expect(call).rejects.toThrow(AddressRefused);
    }
    expect(asked).toEqual([]);
  });

  it('reaches this machine where trials are allowed', async () => {
    const out = guardedHttpOut({ addressesOf: lookUpAddresses, isAllowed: isLoopbackAddress });
    const url = `http://127.0.0.1:${port}/ok`;
    expect(await out.post({ url, headers: {}, body: '' })).toMatchObject({ status: 200 });
  });
});

describe('the answer to it', () => {
  it('may be a redirect, which is not followed', async () => {
    expect(await send('/away')).toMatchObject({ status: 307 });
    expect(asked).toHaveLength(1);
  });

  it('is read to its limit', async () => {
    expect((await send('/long')).body).toHaveLength(8 * 1024);
  });

  it.each([
    ['never ends', '/endless', 'x'.repeat(10)],
    ['is cut', '/broken', 'xy'],
  ])('counts by its status when its body %s', async (_what, path, body) => {
    expect(await send(path)).toEqual({ status: 200, body });
  });

  it.each(['/silent', '/cut'])('of %s is none', async (path) => {
    await expect(send(path)).rejects.toThrow(NoAnswer);
  });

  it('of a port where nobody listens is none', async () => {
    const out = guardedHttpOut({ addressesOf: lookUpAddresses, isAllowed: isLoopbackAddress });
    const call = out.post({ url: 'http://127.0.0.1:1/', headers: {}, body: '' });
    await expect(call).rejects.toThrow(NoAnswer);
  });
});

describe('the resolver', () => {
  it('knows this machine, and no name that cannot exist', async () => {
    const own = await lookUpAddresses('localhost');
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((address) => !isLoopbackAddress(address))).toEqual([]);
    expect(await lookUpAddresses('nobody.invalid')).toEqual([]);
  });
});
