/** Instances that share the engine's thread with each other and with the caller. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { HostBench, START } from './support/host-bench.ts';

let bench: HostBench;
let server: Server;
/** The requested paths. */
const asked: string[] = [];

beforeAll(async () => {
  bench = new HostBench();
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    setTimeout(() => response.end('answer'), 200);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterEach(async () => {
  await bench.clear();
  asked.length = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  bench.workbench.dispose();
});

const outside = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const wait = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const start = (code: string, more: Parameters<HostBench['start']>[2] = {}) =>
  bench.start('inProcess', code, more);

const ways: readonly (readonly [string, string])[] = [
  ['http.request', "const r = http.request(at + '/late'); r.end(); await heard(r);"],
  ['http.get', "await heard(http.get(at + '/late'));"],
  ['http.get with options', "await heard(http.get(at + '/late', { agent }, () => {}));"],
  ['https.get', "await heard(https.get(at.replace('http', 'https') + '/late'));"],
  ['fetch', "await fetch(at + '/late');"],
];

describe('an instance that has ended', () => {
  it.each(ways)('asks nobody any more by %s', async (_, way) => {
    const reached: string[] = [];
    const { invoke } = start(
      `const http = require('http'), https = require('node:https');
       const agent = new http.Agent({ keepAlive: true });
       const heard = (r) => new Promise((done) => r.on('response', done).on('error', done));
       exports.handler = async ({ at }) => {
         await new Promise((done) => setTimeout(done, 1100));
         ${way}
         process.env.HEARD = await fetch('told');
       };`,
      {
        timeoutSeconds: 1,
        options: {
          inline: {
            engine: () => Promise.resolve('lost' as const),
            fetch: () => {
              reached.push('fetch');
              return Promise.resolve(new Response());
            },
          },
        },
      },
    );
    await expect(invoke({ at: outside() })).resolves.toMatchObject({ ok: false });
    await wait(400);
    expect([...asked, ...reached]).toEqual([]);
  });

  it.each([
    ['a request', "await new Promise((done) => http.get(at + '/early', done))"],
    ['fetch', "await fetch(at + '/early')"],
  ])('does not hear the answer to %s', async (_, way) => {
    const told: unknown[] = [];
    Object.assign(globalThis, { told: (what: unknown) => told.push(what) });
    const { invoke } = start(
      `const http = require('node:http');
       exports.handler = async ({ at }) => {
         await new Promise((done) => setTimeout(done, 900));
         ${way};
         globalThis.told('heard');
       };`,
      { timeoutSeconds: 1 },
    );
    await expect(invoke({ at: outside() })).resolves.toMatchObject({ ok: false });
    await wait(400);
    Reflect.deleteProperty(globalThis, 'told');
    expect(asked).toEqual(['/early']);
    expect(told).toEqual([]);
  });

  it('may still throw, and nobody is told', async () => {
    const { invoke } = start(
      `exports.handler = async () => {
         await new Promise((done) => setTimeout(done, 1050));
         Promise.reject(new Error('too late'));
         setTimeout(() => { throw new Error('later still'); }, 1);
       };`,
      { timeoutSeconds: 1 },
    );
    await expect(invoke()).resolves.toMatchObject({ ok: false });
    await bench.clear();
    await wait(200);
    expect(bench.log).toEqual([]);
  });
});

describe('an instance that prints', () => {
  it('lives on', async () => {
    const { invoke } = start(
      'let count = 0; exports.handler = async () => { console.log(count); return (count += 1); };',
    );
    await invoke();
    await wait(10);
    await expect(invoke()).resolves.toEqual({ ok: true, value: 2 });
    expect(bench.log.map(({ text }) => text)).toEqual(['0', '1']);
  });
});

describe('what instances leave to others', () => {
  it('is no error of theirs: one that belongs to none is told to the process', async () => {
    const { invoke } = start('exports.handler = async () => 1;');
    await invoke();
    const heard: unknown[] = [];
    const others = process.rawListeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', (fault) => heard.push(fault));
    const real = new Error('real');
    void Promise.reject(real);
    await wait(10);
    process.removeAllListeners('unhandledRejection');
    for (const listener of others) process.on('unhandledRejection', listener as () => void);
    expect(heard).toEqual([real]);
  });

  it('is no error of the engine that a function asked', async () => {
    const heard: unknown[] = [];
    const others = process.rawListeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', (fault) => heard.push(fault));
    const { invoke } = start(
      `const http = require('node:http');
       exports.handler = () => new Promise((done) => {
         const headers = { 'x-amz-target': 'X.Y' };
         http.request({ host: '127.0.0.1', port: 2, headers }, () => done('answered')).end();
       });`,
      {
        options: {
          inline: {
            fetch,
            engine: () => {
              void Promise.reject(new Error('of the engine'));
              return Promise.resolve({ status: 200, headers: {}, body: '' });
            },
          },
        },
      },
    );
    await expect(invoke()).resolves.toEqual({ ok: true, value: 'answered' });
    await wait(10);
    process.removeAllListeners('unhandledRejection');
    for (const listener of others) process.on('unhandledRejection', listener as () => void);
    expect(heard).toEqual([new Error('of the engine')]);
  });

  it('is no listener, and no exit code', async () => {
    const before = process.listenerCount('SIGTERM');
    const { invoke } = start(
      `exports.handler = async () => {
         let heard = 0;
         process.on('SIGTERM', () => { heard += 1; });
         process.once('beforeExit', () => {}).setMaxListeners(50);
         process.exitCode = 7;
         process.emit('SIGTERM');
         return [heard, process.exitCode, process.listenerCount('SIGTERM')];
       };`,
    );
    await expect(invoke()).resolves.toEqual({ ok: true, value: [1, 7, 1] });
    expect(process.listenerCount('SIGTERM')).toBe(before);
    expect(process.exitCode).toBeUndefined();
  });
});

describe('the surroundings of an instance', () => {
  it('call back when output is written', async () => {
    const { invoke } = start(
      `exports.handler = async () => {
         await new Promise((done) => process.stdout.write('one\\n', done));
         await new Promise((done) => process.stderr.write('two\\n', 'utf8', done));
         return 'written';
       };`,
    );
    await expect(invoke()).resolves.toEqual({ ok: true, value: 'written' });
    expect(bench.log.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('show the steered time also by the constructor of a date', async () => {
    const { invoke } = start(
      `exports.handler = async () => {
         const some = new Date(0);
         class Later extends Date {}
         console.log(some);
         return [
           new some.constructor().getTime(), some.constructor === Date, some instanceof Date,
           new Later().getTime(), new Later() instanceof Later, new Later(5).getTime(),
           structuredClone(some) instanceof Date,
         ];
       };`,
    );
    const value = [START, true, true, START, true, 5, true];
    await expect(invoke()).resolves.toEqual({ ok: true, value });
    expect(bench.log[0]?.text).toBe('1970-01-01T00:00:00.000Z');
    expect(new Date(0).constructor).toBe(Date);
  });

  it('sign with the key as it is now', async () => {
    const { invoke } = start(
      `const crypto = require('node:crypto');
       const sign = (key) => crypto.createHmac('sha256', key).update('x').digest('hex');
       exports.handler = async () => {
         const key = Buffer.alloc(32, 1);
         sign(key);
         key.fill(2);
         return sign(key) === sign(Buffer.alloc(32, 2));
       };`,
    );
    await expect(invoke()).resolves.toEqual({ ok: true, value: true });
  });

  it('keep texts in the environment', async () => {
    const { invoke } = start(
      `exports.handler = async () => {
         process.env.COUNT = 5;
         process.env.NONE = undefined;
         delete process.env.TABLE_NAME;
         return [process.env.COUNT, process.env.NONE, 'TABLE_NAME' in process.env];
       };`,
    );
    await expect(invoke()).resolves.toEqual({ ok: true, value: ['5', 'undefined', false] });
  });
});
