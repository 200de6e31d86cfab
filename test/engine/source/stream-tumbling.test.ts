import { describe, expect, it } from 'vitest';

import { STREAM_ARN } from './fake-change-stream.ts';
import { START, contentsOf, done, failed, hostsOf, itemFailures } from './source-bench.ts';
import { streamBench } from './stream-bench.ts';

interface WindowEvent {
  readonly state: unknown;
  readonly isFinalInvokeForWindow: boolean;
  readonly isWindowTerminatedEarly: boolean;
}

const at = (seconds: number): number => START / 1000 + seconds;

const setUp = () => {
  const made = streamBench();
  /** Writes changes with a time of `seconds` after the start. */
  const write = (seconds: number, ...keys: readonly string[]) =>
    keys.map((key) => made.stream.append(key, { at: at(seconds) }));
  return { ...made, write };
};

/** Counts the records in the state, as an aggregation does. */
const counting = () =>
  hostsOf((event) => {
    const { count = 0 } = (event as { state: { count?: number } }).state;
    return done({ state: { count: count + contentsOf(event).length } });
  });

const minute = { tumblingSeconds: 60 };

/**
 * `1 2 | 2 of 3, final`: the state before, the records, and whether it was the final invocation.
 */
const told = (events: readonly unknown[]) =>
  events.map((event) => {
    const { state, isFinalInvokeForWindow } = event as WindowEvent;
    return [state, contentsOf(event).length, isFinalInvokeForWindow];
  });

describe('a tumbling window', () => {
  it('tells shard, window and state with the records, in the shape that Lambda documents', async () => {
    const { start, stream, write } = setUp();
    write(61, 'a');
    const hosts = counting();
    const source = start(hosts, minute);
    await source.idle();
    expect(hosts.events).toEqual([
      {
        Records: await stream.read('shard-0', undefined, 1),
        window: { start: '2026-03-02T00:01:00Z', end: '2026-03-02T00:02:00Z' },
        state: {},
        shardId: 'shard-0',
        eventSourceARN: STREAM_ARN,
        isFinalInvokeForWindow: false,
        isWindowTerminatedEarly: false,
      },
    ]);
    await source.stop();
  });

  it('hands each answer on, never mixes windows, and ends one before the next begins', async () => {
    const { clock, start, write } = setUp();
    write(1, 'a', 'b', 'c');
    write(59, 'a');
    write(60, 'a');
    write(200, 'a');
    clock.advance(201_000);
    const hosts = counting();
    const source = start(hosts, { ...minute, batchSize: 3 });
    await source.idle();
    expect(told(hosts.events)).toEqual([
      [{}, 3, false],
      [{ count: 3 }, 1, false],
      [{ count: 4 }, 0, true],
      [{}, 1, false],
      [{ count: 1 }, 0, true],
      [{}, 1, false],
    ]);
    clock.advance(39_000);
    await source.idle();
    expect(told(hosts.events).at(-1)).toEqual([{ count: 1 }, 0, true]);
    await source.stop();
  });

  it('ends by the clock when nothing more is written, and stays silent after that', async () => {
    const { clock, start, write } = setUp();
    write(0, 'a');
    const hosts = counting();
    const source = start(hosts, minute);
    clock.advance(59_999);
    await source.idle();
    expect(hosts.events).toHaveLength(1);
    clock.advance(1);
    await source.idle();
    clock.advance(600_000);
    await source.idle();
    expect(told(hosts.events)).toEqual([
      [{}, 1, false],
      [{ count: 1 }, 0, true],
    ]);
    await source.stop();
  });

  it('closes a batching window with itself', async () => {
    const { clock, start, write } = setUp();
    clock.advance(50_000);
    write(50, 'a');
    const hosts = counting();
    const source = start(hosts, { ...minute, windowSeconds: 30 });
    await source.idle();
    expect(hosts.events).toEqual([]);
    clock.advance(10_000);
    await source.idle();
    expect(told(hosts.events)).toEqual([
      [{}, 1, false],
      [{ count: 1 }, 0, true],
    ]);
    await source.stop();
  });

  it('is ended early by a state of more than a megabyte, and goes on with an empty one', async () => {
    const { start, write } = setUp();
    write(1, 'a', 'b');
    const hosts = hostsOf((event) => {
      const [only] = contentsOf(event);
      return done({ state: only === undefined ? {} : { text: 'x'.repeat(1024 * 1024) } });
    });
    const source = start(hosts, { ...minute, batchSize: 1 });
    await source.idle();
    const flags = hosts.events.map((event) => {
      const { isFinalInvokeForWindow, isWindowTerminatedEarly } = event as WindowEvent;
      return [contentsOf(event).length, isFinalInvokeForWindow, isWindowTerminatedEarly];
    });
    expect(flags).toEqual([
      [1, false, false],
      [0, true, true],
      [1, false, false],
      [0, true, true],
    ]);
    await source.stop();
  });
});

describe('failures in a tumbling window', () => {
  it('an answer without a state has failed, and the same state comes again', async () => {
    const { clock, start, write } = setUp();
    write(1, 'a');
    let calls = 0;
    const hosts = hostsOf(() => {
      calls += 1;
      return done(calls === 1 ? { batchItemFailures: [] } : { state: { seen: 1 } });
    });
    const source = start(hosts, minute);
    await source.idle();
    clock.advance(500);
    await source.idle();
    expect(told(hosts.events)).toEqual([
      [{}, 1, false],
      [{}, 1, false],
    ]);
    await source.stop();
  });

  it('what was done before a failed record keeps the state of that answer', async () => {
    const { start, write } = setUp();
    const [, second] = write(1, 'a', 'b');
    let calls = 0;
    const hosts = hostsOf(() => {
      calls += 1;
      const answer = { state: { calls } };
      return calls === 1
        ? done({ ...answer, batchItemFailures: [{ itemIdentifier: second }] })
        : done(answer);
    });
    const source = start(hosts, minute);
    await source.idle();
    expect(told(hosts.events)).toEqual([
      [{}, 2, false],
      [{ calls: 1 }, 1, false],
    ]);
    await source.stop();
  });

  it('nothing passes a last invocation that fails, however often', async () => {
    const { clock, start, write } = setUp();
    write(1, 'a');
    let broken = true;
    const hosts = hostsOf((event) => {
      const { isFinalInvokeForWindow } = event as WindowEvent;
      if (!broken || !isFinalInvokeForWindow) return done({ state: {} });
      return hosts.events.length % 2 === 0 ? failed : itemFailures('none');
    });
    const source = start(hosts, { ...minute, maximumRetryAttempts: 1 });
    clock.advance(61_000);
    write(61, 'b');
    for (let turn = 0; turn < 5; turn += 1) {
      await source.idle();
      clock.advance(10_000);
    }
    expect(contentsOf(hosts.events.at(-1))).toEqual([]);
    broken = false;
    await source.idle();
    clock.advance(60_000);
    await source.idle();
    const batches = hosts.batches().filter((batch) => batch.length > 0);
    expect(batches).toHaveLength(2);
    await source.stop();
  });

  it('a restart begins the open window anew, and none that is over', async () => {
    const { clock, start, write } = setUp();
    write(1, 'a');
    const hosts = counting();
    const first = start(hosts, minute);
    clock.advance(61_000);
    await first.idle();
    const again = write(61, 'b', 'c');
    await first.idle();
    await first.stop();
    const second = start(hosts, minute);
    await second.idle();
    expect(hosts.batches().at(-1)).toEqual(again);
    expect(told(hosts.events).at(-1)).toEqual([{}, 2, false]);
    await second.stop();
  });
});

describe('a mapping with tumbling windows', () => {
  it.each([
    [{ tumblingSeconds: 901 }, 'TumblingWindowInSeconds is 1 to 900'],
    [{ tumblingSeconds: 60, parallelizationFactor: 2 }, 'need a ParallelizationFactor of 1'],
  ])('%o is refused', (more, message) => {
    expect(() => streamBench().start(hostsOf(), more)).toThrow(message);
  });
});
