import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { runningClock } from '../../../infra/local/engine/clock.ts';
import type { SteerableClock } from '../../../infra/local/engine/clock.ts';
import type { HostKind } from '../../../infra/local/runtime/function-host/function-hosts.ts';
import type { FunctionDefinition } from '../../../infra/local/runtime/template/functions.ts';
import { HostBench, START } from './support/host-bench.ts';

let bench: HostBench;

beforeAll(() => {
  bench = new HostBench();
});
afterEach(() => bench.clear());
afterAll(() => bench.workbench.dispose());

const starter =
  (kind: HostKind) =>
  (code: string, change: Partial<FunctionDefinition> = {}, clock?: SteerableClock) =>
    bench.start(kind, code, { ...change, ...(clock && { clock }) });

const seen = (now: number) => ({
  ok: true,
  value: {
    now,
    made: new Date(now).toISOString(),
    given: 0,
    parts: '2026-01-02T00:00:00.000Z',
    text: true,
    is: true,
    zone: 0,
  },
});

describe.each(['workers', 'inProcess'] as const)('a function host, %s', (kind) => {
  const hostsFor = starter(kind);

  it('hands over the event and the context that Lambda hands over', async () => {
    const { invoke } = hostsFor(`
      exports.handler = async (event, context) => ({
        event,
        id: context.awsRequestId.length,
        left: context.getRemainingTimeInMillis() <= 10000,
        name: context.functionName,
        arn: context.invokedFunctionArn,
        memory: context.memoryLimitInMB,
        gone: undefined,
      });`);
    await expect(invoke({ Records: [1] })).resolves.toEqual({
      ok: true,
      value: {
        event: { Records: [1] },
        id: 36,
        left: true,
        name: 'fixture',
        arn: 'arn:fixture',
        memory: '128',
      },
    });
  });

  it('gives exactly the environment of the template and of Lambda', async () => {
    const { invoke } = hostsFor('exports.handler = async () => process.env;');
    const outcome = await invoke();
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        TABLE_NAME: 'Loop',
        AWS_REGION: 'cn-north-1',
        AWS_ENDPOINT_URL: 'http://127.0.0.1:2',
        AWS_ACCESS_KEY_ID: 'function.fixture',
        AWS_LAMBDA_FUNCTION_NAME: 'fixture',
        _HANDLER: 'index.handler',
        TZ: ':UTC',
      },
    });
    const names = Object.keys((outcome as { value: object }).value);
    expect(names.filter((name) => !/^(AWS|LAMBDA)_/u.test(name)).sort()).toEqual(
      ['LANG', 'TABLE_NAME', 'TZ', '_HANDLER'].sort(),
    );
  });

  it('shows the steered time, also after a jump and to code that holds on to Date', async () => {
    const { invoke, clock } = hostsFor(`
      const Held = Date;
      exports.handler = async () => ({
        now: Date.now(),
        made: new Held().toISOString(),
        given: new Date(0).getTime(),
        parts: new Date(2026, 0, 2).toISOString(),
        text: Date() === new Date().toString(),
        is: new Date() instanceof Date && structuredClone(new Date()) instanceof Date,
        zone: new Date().getTimezoneOffset(),
      });`);
    await expect(invoke()).resolves.toEqual(seen(START));
    clock.advance(86_400_000);
    await expect(invoke()).resolves.toEqual(seen(START + 86_400_000));
  });

  it('lets a running clock run inside a function', async () => {
    const { invoke } = hostsFor(
      `exports.handler = async () => {
        const before = Date.now();
        await new Promise((done) => setTimeout(done, 20));
        return { before, passed: Date.now() - before };
      };`,
      {},
      runningClock(START),
    );
    const { value } = (await invoke()) as { value: { before: number; passed: number } };
    expect(value.before).toBeGreaterThanOrEqual(START);
    expect(value.before).toBeLessThan(START + 86_400_000);
    expect(value.passed).toBeGreaterThanOrEqual(15);
  });

  it('reuses an instance, one invocation at a time, and starts more up to the bound', async () => {
    const { invoke } = hostsFor(
      `let atOnce = 0, count = 0;
       const me = Math.random();
       exports.handler = async () => {
         atOnce += 1; count += 1;
         await new Promise((done) => setTimeout(done, 30));
         const seen = { me, atOnce, count };
         atOnce -= 1;
         return seen;
       };`,
      { reservedConcurrency: 2 },
    );
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => invoke()));
    const values = outcomes.map((one) => (one as { value: { me: number; atOnce: number } }).value);
    expect(values.every(({ atOnce }) => atOnce === 1)).toBe(true);
    expect(new Set(values.map(({ me }) => me)).size).toBe(2);
  });

  it('reports a thrown error as a fault and keeps the instance', async () => {
    const { invoke } = hostsFor(`
      let count = 0;
      exports.handler = async () => { count += 1; if (count === 1) throw new TypeError('bad ' + count); return count; };`);
    await expect(invoke()).resolves.toEqual({ ok: false, fault: 'TypeError: bad 1' });
    await expect(invoke()).resolves.toEqual({ ok: true, value: 2 });
  });

  it('throws an instance away that runs out of time, and lets it do nothing more', async () => {
    const { invoke } = hostsFor(
      `let count = 0;
       exports.handler = async (event) => {
         count += 1;
         if (event.hang) {
           await new Promise((done) => setTimeout(done, 1300));
           console.log('still here');
         }
         return count;
       };`,
      { timeoutSeconds: 1 },
    );
    await expect(invoke()).resolves.toEqual({ ok: true, value: 1 });
    await expect(invoke({ hang: true })).resolves.toEqual({
      ok: false,
      fault: 'Task timed out after 1.00 seconds',
    });
    await expect(invoke()).resolves.toEqual({ ok: true, value: 1 });
    await new Promise((done) => {
      setTimeout(done, 500);
    });
    expect(bench.log.map(({ text }) => text)).toEqual(['Task timed out after 1.00 seconds']);
  });

  it.each([
    ["throw new Error('at load')", 'at load'],
    ["require('left-pad')", "Cannot find module 'left-pad'"],
    ["require('zod')", "Cannot find module 'zod'"],
    ['exports.other = 1', 'Runtime.HandlerNotFound'],
    ['exports.handler = (event, context, callback) => callback()', 'CallbackHandlerDeprecated'],
  ])('reports %s while loading', async (code, fault) => {
    const { invoke } = hostsFor(code);
    await expect(invoke()).resolves.toEqual({
      ok: false,
      fault: expect.stringContaining(fault) as string,
    });
  });

  it('refuses an answer above the limit of Lambda', async () => {
    const { invoke } = hostsFor("exports.handler = async () => 'x'.repeat(6291556);");
    await expect(invoke()).resolves.toMatchObject({
      ok: false,
      fault: expect.stringContaining('Response payload size exceeded') as string,
    });
  });

  it('keeps what the function prints, with its request', async () => {
    const { invoke } = hostsFor(
      "exports.handler = async () => { console.log('one\\ntwo'); console.error('three'); };",
    );
    await invoke();
    await expect.poll(() => bench.log.length).toBe(3);
    expect(bench.log.map(({ stream, text }) => `${stream} ${text}`).sort()).toEqual(
      ['stderr three', 'stdout one', 'stdout two'].sort(),
    );
    expect(bench.log.every(({ at }) => at === new Date(START).toISOString())).toBe(true);
    expect(bench.log.every(({ requestId }) => requestId?.length === 36)).toBe(true);
  });

  it('answers invocations that its end overtakes', async () => {
    const { invoke, hosts } = hostsFor('exports.handler = () => new Promise(() => {});', {
      reservedConcurrency: 1,
    });
    const cut = [invoke(), invoke()];
    await hosts.stop();
    const outcomes = await Promise.all(cut);
    expect(outcomes.every(({ ok }) => !ok)).toBe(true);
    await expect(invoke()).resolves.toMatchObject({ ok: false });
  });
});

describe('a host with workers', () => {
  const hostsFor = starter('workers');

  it('ends an instance that never lets go', async () => {
    const { invoke } = hostsFor(
      `let count = 0;
       exports.handler = async (event) => { count += 1; if (event.hang) for (;;); return count; };`,
      { timeoutSeconds: 1 },
    );
    await expect(invoke()).resolves.toEqual({ ok: true, value: 1 });
    await expect(invoke({ hang: true })).resolves.toEqual({
      ok: false,
      fault: 'Task timed out after 1.00 seconds',
    });
    await expect(invoke()).resolves.toEqual({ ok: true, value: 1 });
    expect(bench.log).toContainEqual(
      expect.objectContaining({ stream: 'runtime', text: 'Task timed out after 1.00 seconds' }),
    );
  });

  it('survives process.exit', async () => {
    const { invoke } = hostsFor(
      `exports.handler = async (event) => {
         if (event.crash) { process.exit(3); await new Promise(() => {}); }
         return 'alive';
       };`,
    );
    await expect(invoke({ crash: true })).resolves.toEqual({
      ok: false,
      fault: 'Runtime.ExitError: exited with code 3',
    });
    await expect(invoke()).resolves.toEqual({ ok: true, value: 'alive' });
  });
});
