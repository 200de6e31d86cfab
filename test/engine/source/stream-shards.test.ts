import { describe, expect, it } from 'vitest';

import { contentsOf, done, failed, hostsOf, START } from './source-bench.ts';
import { streamBench as setUp } from './stream-bench.ts';

interface Windowed {
  readonly shardId: string;
  readonly state: unknown;
  readonly isFinalInvokeForWindow: boolean;
  readonly isWindowTerminatedEarly: boolean;
}

describe('a shard that ends', () => {
  it('is done with before its children are begun, each at its first change', async () => {
    const { clock, start, stream } = setUp(['old', 'other']);
    const first = stream.append('a', { shard: 'old' });
    let broken = true;
    const hosts = hostsOf((event) =>
      broken && contentsOf(event).includes(first) ? failed : done(),
    );
    const source = start(hosts);
    await source.idle();
    stream.end('old', 'left', 'right');
    const later = ['left', 'right'].map((shard) => stream.append('a', { shard }));
    const beside = stream.append('z', { shard: 'other' });
    await source.idle();
    expect(hosts.batches()).toEqual([[first], [beside]]);
    broken = false;
    clock.advance(500);
    await source.idle();
    expect(hosts.batches().slice(2)).toEqual([[first], ...later.map((one) => [one])]);
    expect(await stream.position('mapping-1', 'old')).toBe(first);
    expect(await stream.position('mapping-1', 'right')).toBe(later[1]);
    await source.stop();
  });

  it('may end empty, and end again, over many generations', async () => {
    const { start, stream } = setUp(['0']);
    const hosts = hostsOf();
    const source = start(hosts, { parallelizationFactor: 3 });
    await source.idle();
    const sent: string[] = [];
    for (let number = 0; number < 50; number += 1) {
      if (number % 3 !== 0) sent.push(stream.append('a', { shard: `${number}` }));
      stream.end(`${number}`, `${number + 1}`);
      if (number % 7 === 0) await source.idle();
    }
    await source.idle();
    expect(hosts.batches().flat()).toEqual(sent);
    expect(source.status()).toMatchObject({ inFlight: 0, discarded: 0 });
    await source.stop();
  });

  it('goes on where it was after a restart, in whatever generation', async () => {
    const { append, start, stream } = setUp(['old']);
    const before = append('a', 'b');
    const first = hostsOf();
    const source = start(first);
    await source.idle();
    await source.stop();
    const missed = append('c');
    stream.end('old', 'new');
    const after = stream.append('d', { shard: 'new' });
    const second = hostsOf();
    const again = start(second);
    await again.idle();
    expect(first.batches().flat()).toEqual(before);
    expect(second.batches()).toEqual([missed, [after]]);
    await again.stop();
  });

  it('that nobody keeps any more stands in nobody’s way', async () => {
    const { start, stream } = setUp(['old']);
    stream.end('old', 'new');
    stream.forget('old');
    const only = stream.append('a', { shard: 'new' });
    const hosts = hostsOf();
    const source = start(hosts);
    await source.idle();
    expect(hosts.batches()).toEqual([[only]]);
    await source.stop();
  });

  it('closes a batch that would have waited for more', async () => {
    const { start, stream } = setUp(['old']);
    const hosts = hostsOf();
    const source = start(hosts, { windowSeconds: 60 });
    const only = stream.append('a');
    await source.idle();
    expect(hosts.batches()).toEqual([]);
    stream.end('old', 'new');
    await source.idle();
    expect(hosts.batches()).toEqual([[only]]);
    await source.stop();
  });
});

describe('a mapping that starts at the end', () => {
  it.each([
    ['in an empty stream', []],
    ['behind what was there', ['a']],
  ])('takes the first change again after a restart, %s', async (_, there) => {
    const { append, start, stream } = setUp(['one', 'other']);
    append(...there);
    const mapping = { startingPosition: 'LATEST' } as const;
    const broken = start(
      hostsOf(() => failed),
      mapping,
    );
    await broken.idle();
    const first = stream.append('b', { shard: 'other' });
    await broken.idle();
    await broken.stop();
    const hosts = hostsOf();
    const again = start(hosts, mapping);
    await again.idle();
    expect(hosts.batches()).toEqual([[first]]);
    await again.stop();
  });

  it('takes all of the shards that follow, also after a restart', async () => {
    const { append, start, stream } = setUp(['old']);
    append('a');
    const hosts = hostsOf();
    const mapping = { startingPosition: 'LATEST' } as const;
    const source = start(hosts, mapping);
    await source.idle();
    stream.end('old', 'new');
    const first = stream.append('b', { shard: 'new' });
    await source.idle();
    await source.stop();
    stream.end('new', 'newest');
    const second = stream.append('c', { shard: 'newest' });
    const again = start(hosts, mapping);
    await again.idle();
    expect(hosts.batches()).toEqual([[first], [second]]);
    await again.stop();
  });
});

const counting = (isBroken: () => boolean = () => false) =>
  hostsOf((event) => {
    const { state, isFinalInvokeForWindow } = event as Windowed & { state: { count?: number } };
    if (isFinalInvokeForWindow && isBroken()) return failed;
    return done({ state: { count: (state.count ?? 0) + contentsOf(event).length } });
  });
const told = (events: readonly unknown[]) =>
  events.map((event) => {
    const { shardId, state, isFinalInvokeForWindow, isWindowTerminatedEarly } = event as Windowed;
    return [
      shardId,
      state,
      contentsOf(event).length,
      isFinalInvokeForWindow,
      isWindowTerminatedEarly,
    ];
  });

describe('a tumbling window', () => {
  const minute = { tumblingSeconds: 60 };
  const at = START / 1000 + 1;

  it('ends with its shard, and the child begins one of its own', async () => {
    const { start, stream } = setUp(['old']);
    const hosts = counting();
    const source = start(hosts, minute);
    const last = stream.append('a', { at });
    await source.idle();
    expect(await stream.position('mapping-1', 'old')).toBeUndefined();
    stream.end('old', 'new');
    stream.append('b', { at, shard: 'new' });
    await source.idle();
    expect(told(hosts.events)).toEqual([
      ['old', {}, 1, false, false],
      ['old', { count: 1 }, 0, true, false],
      ['new', {}, 1, false, false],
    ]);
    expect(await stream.position('mapping-1', 'old')).toBe(last);
    await source.stop();
  });

  it('holds the children back until its last invocation succeeds', async () => {
    const { clock, start, stream } = setUp(['old']);
    let broken = true;
    const hosts = counting(() => broken);
    const source = start(hosts, minute);
    stream.append('a', { at });
    stream.end('old', 'new');
    stream.append('b', { at, shard: 'new' });
    await source.idle();
    expect(told(hosts.events).map(([shard]) => shard)).toEqual(['old', 'old']);
    broken = false;
    clock.advance(500);
    await source.idle();
    expect(told(hosts.events).map(([shard]) => shard)).toEqual(['old', 'old', 'old', 'new']);
    await source.stop();
  });
});
