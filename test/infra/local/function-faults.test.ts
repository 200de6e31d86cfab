/** An error in a function ends only that function's invocation or instance. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { HostBench } from './support/host-bench.ts';

let bench: HostBench;

beforeAll(() => {
  bench = new HostBench();
});
afterEach(() => bench.clear());
afterAll(() => bench.workbench.dispose());

const containing = (text: string) => expect.stringContaining(text) as string;

const written = (stream: string): string =>
  bench.log
    .filter((entry) => entry.stream === stream)
    .map(({ text }) => text)
    .join('\n');

describe.each(['workers', 'inProcess'] as const)('a function that fails, %s', (kind) => {
  it.each([
    ["setTimeout(() => { throw new Error('late') }, 1)", 'Error: late'],
    ["Promise.reject(new Error('unheard'))", 'Error: unheard'],
    ["process.nextTick(() => { throw new Error('next') })", 'Error: next'],
    ["setImmediate(async () => { await null; throw new Error('async') })", 'Error: async'],
    ["new (require('node:events'))().emit('error', new Error('emitted'))", 'Error: emitted'],
  ])('by %s, fails that invocation alone', async (crash, fault) => {
    const { invoke } = bench.start(
      kind,
      `let count = 0;
       exports.handler = async (event) => {
         count += 1;
         if (event.crash) { await null; ${crash}; await new Promise(() => {}); }
         return count;
       };`,
    );
    await expect(invoke()).resolves.toEqual({ ok: true, value: 1 });
    await expect(invoke({ crash: true })).resolves.toEqual({
      ok: false,
      fault: containing(fault),
    });
    await expect(invoke()).resolves.toMatchObject({ ok: true });
    expect(written('stderr')).toMatch(/Error: .+\n(?: +at .+\n)*.*f\d+\/index\.js:4:/u);
  });

  it.each(['unhandledRejection', 'uncaughtException'])(
    'may listen for its own errors: %s',
    async (event) => {
      const { invoke } = bench.start(
        kind,
        `const heard = [];
         process.on('${event}', (fault) => heard.push(fault.message));
         exports.handler = async () => {
           if ('${event}' === 'unhandledRejection') Promise.reject(new Error('mine'));
           else setTimeout(() => { throw new Error('mine'); }, 1);
           await new Promise((done) => setTimeout(done, 20));
           return heard;
         };`,
      );
      await expect(invoke()).resolves.toEqual({ ok: true, value: ['mine'] });
    },
  );

  it('and throws again where it listens for its errors, fails all the same', async () => {
    const { invoke } = bench.start(
      kind,
      `process.on('uncaughtException', () => { throw new Error('again'); });
       exports.handler = () => new Promise(() => setTimeout(() => { throw new Error('mine'); }, 1));`,
    );
    await expect(invoke()).resolves.toMatchObject({ ok: false });
  });

  it('after its answer, ends the instance and no invocation', async () => {
    const { invoke } = bench.start(
      kind,
      `const me = Math.random();
       exports.handler = async (event) => {
         if (event.leave) setTimeout(() => { throw new Error('left behind') }, 1);
         return me;
       };`,
    );
    const first = await invoke({ leave: true });
    await expect.poll(() => written('stderr')).toContain('left behind');
    const second = await invoke();
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(second).not.toEqual(first);
  });

  it('while its code is loaded, says where', async () => {
    const { invoke } = bench.start(
      kind,
      "\n  const broken = () => { throw new Error('at load') };\n  broken();",
    );
    await expect(invoke()).resolves.toEqual({
      ok: false,
      fault: 'Runtime.ExitError: Error: at load',
    });
    expect(written('stderr')).toMatch(/at broken \(.*index\.js:2:32\)/u);
  });

  it('in the first line of its code, says the column of its file', async () => {
    const { invoke } = bench.start(kind, "throw new Error('first')");
    await invoke();
    expect(written('stderr')).toMatch(/index\.js:1:7\b/u);
  });

  it.each([
    ['Object.assign(Object.create(null), { a: 1 })'],
    ["{ get message() { throw new Error('no') }, __proto__: Error.prototype }"],
    ['Object.assign(new Error(), { stack: Symbol() })'],
  ])('with %s, is a fault like any other', async (thrown) => {
    const { invoke } = bench.start(kind, `exports.handler = async () => { throw ${thrown}; };`, {
      reservedConcurrency: 1,
    });
    await expect(invoke()).resolves.toMatchObject({ ok: false });
    await expect(invoke()).resolves.toMatchObject({ ok: false });
  });

  it('is not asked when the event is no JSON', async () => {
    const { invoke } = bench.start(kind, 'exports.handler = async () => 1;', {
      reservedConcurrency: 1,
    });
    await expect(invoke({ n: 1n })).resolves.toEqual({ ok: false, fault: containing('BigInt') });
    await expect(invoke()).resolves.toEqual({ ok: true, value: 1 });
  });

  it('by never being loaded, is given up', async () => {
    const codeDirectory = join(bench.workbench.directory, `hanging-${kind}`);
    mkdirSync(codeDirectory);
    const code = 'await new Promise((done) => setTimeout(done, 5_000)); export const handler = 1;';
    writeFileSync(join(codeDirectory, 'index.mjs'), code);
    const { invoke } = bench.start(kind, '', { codeDirectory, options: { initLimitMs: 1_000 } });
    await expect(invoke()).resolves.toEqual({
      ok: false,
      fault: 'Runtime init did not end within 1 seconds',
    });
  });

  it('may give its own things the names of globals', async () => {
    const { invoke } = bench.start(
      kind,
      `const process = require('node:process'); const console = 1; class Date {}
       exports.handler = async () => [process.env.TABLE_NAME, console, typeof new Date().getTime];`,
    );
    await expect(invoke()).resolves.toEqual({ ok: true, value: ['Loop', 1, 'undefined'] });
  });
});
