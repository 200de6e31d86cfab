import { describe, expect, it } from 'vitest';

import { contentsOf, done, failed, hostsOf } from './source-bench.ts';
import type { StreamEvent } from './source-bench.ts';
import { streamBench as setUp } from './stream-bench.ts';

describe('delivery from a stream', () => {
  it('hands over records as they are, in order, in batches of the given size', async () => {
    const { append, stream, start } = setUp();
    const sequences = append('a', 'b', 'a', 'c', 'a');
    const hosts = hostsOf();
    const source = start(hosts, { batchSize: 2 });
    await source.idle();
    expect(hosts.batches().flat()).toEqual(sequences);
    expect(hosts.batches().map((batch) => batch.length)).toEqual([2, 2, 1]);
    const [first] = await stream.read('shard-0', undefined, 1);
    expect((hosts.events[0] as StreamEvent).Records[0]).toEqual(first);
    expect(source.status()).toMatchObject({ kind: 'stream', state: 'running', invocations: 3 });
    await source.stop();
  });

  it('reads on by itself when a long backlog is worked off', async () => {
    const { append, start } = setUp();
    const sequences = append(...Array.from({ length: 450 }, (_, index) => `${index}`));
    const hosts = hostsOf();
    const source = start(hosts, { batchSize: 1 });
    await source.idle();
    expect(hosts.batches().flat()).toEqual(sequences);
    await source.stop();
  });

  it('is told of new changes and needs no polling', async () => {
    const { append, start } = setUp();
    const hosts = hostsOf();
    const source = start(hosts);
    await source.idle();
    const sequences = append('a');
    await source.idle();
    expect(hosts.batches()).toEqual([sequences]);
    await source.stop();
  });

  it('keeps the order of each shard and runs shards side by side', async () => {
    const { stream, start } = setUp(['left', 'right']);
    const blocked = Promise.withResolvers<void>();
    const stuck = stream.append('a', { shard: 'left' });
    const passing = stream.append('b', { shard: 'right' });
    const hosts = hostsOf(async (event) => {
      if (contentsOf(event).includes(stuck)) await blocked.promise;
      else blocked.resolve();
      return done();
    });
    const source = start(hosts);
    await source.idle();
    expect(hosts.batches().flat().toSorted()).toEqual([stuck, passing]);
    await source.stop();
  });

  it('cuts a batch at six megabytes', async () => {
    const { stream, start } = setUp();
    const size = 2.5 * 1024 * 1024;
    for (const key of ['a', 'b', 'c']) stream.append(key, { size });
    const hosts = hostsOf();
    const source = start(hosts);
    await source.idle();
    expect(hosts.batches().map((batch) => batch.length)).toEqual([2, 1]);
    await source.stop();
  });

  it('waits for the window to fill a batch, and no longer once it is full', async () => {
    const { append, clock, start } = setUp();
    const hosts = hostsOf();
    const source = start(hosts, { batchSize: 3, windowSeconds: 10 });
    const early = append('a', 'b');
    await source.idle();
    expect(hosts.batches()).toEqual([]);
    clock.advance(9_999);
    await source.idle();
    expect(hosts.batches()).toEqual([]);
    clock.advance(1);
    await source.idle();
    expect(hosts.batches()).toEqual([early]);
    const full = append('a', 'b', 'c');
    await source.idle();
    expect(hosts.batches()).toEqual([early, full]);
    clock.advance(20_000);
    append('a');
    await source.idle();
    expect(hosts.batches()).toEqual([early, full]);
    await source.stop();
  });

  it('holds deliveries back by the injected delay', async () => {
    const { append, clock, faults, start } = setUp();
    faults.delayMs = 500;
    const hosts = hostsOf();
    const source = start(hosts);
    append('a');
    await source.idle();
    expect(hosts.events).toEqual([]);
    clock.advance(500);
    await source.idle();
    expect(hosts.events).toHaveLength(1);
    await source.stop();
  });

  it('delivers each batch as often as the duplicate fault asks', async () => {
    const { append, faults, start } = setUp();
    faults.duplicate = 3;
    const hosts = hostsOf();
    const source = start(hosts);
    const [only] = append('a');
    await source.idle();
    expect(hosts.batches()).toEqual([[only], [only], [only]]);
    await source.stop();
  });

  it('repeats a batch whose answer a crash threw away', async () => {
    const { append, clock, faults, start } = setUp();
    faults.crash = 1;
    const hosts = hostsOf();
    const source = start(hosts);
    const [only] = append('a');
    await source.idle();
    faults.crash = 0;
    clock.advance(500);
    await source.idle();
    expect(hosts.batches()).toEqual([[only], [only]]);
    expect(source.status()).toMatchObject({ invocations: 2, faults: 1 });
    await source.stop();
  });

  it('treats a broken host as a failed invocation and reports it', async () => {
    const { append, clock, reported, start } = setUp();
    let broken = true;
    const hosts = hostsOf(() => {
      if (broken) throw new Error('no instance');
      return done();
    });
    const source = start(hosts);
    append('a');
    await source.idle();
    broken = false;
    clock.advance(500);
    await source.idle();
    expect(hosts.events).toHaveLength(2);
    expect(reported).toEqual([new Error('no instance')]);
    await source.stop();
  });
});

describe('filters of a stream mapping', () => {
  const bad = JSON.stringify({ dynamodb: { NewImage: { level: { S: ['bad'] } } } });

  it('skip and acknowledge what does not match', async () => {
    const { stream, start } = setUp();
    const levels = ['good', 'bad', 'good', 'bad', 'good'];
    const sequences = levels.map((level) => stream.append('a', { image: { level: { S: level } } }));
    const hosts = hostsOf();
    const source = start(hosts, { filters: [bad] });
    await source.idle();
    expect(hosts.batches()).toEqual([[sequences[1], sequences[3]]]);
    expect(await stream.position('mapping-1', 'shard-0')).toBe(sequences[4]);
    await source.stop();
  });

  it('that are not understood stop the start', () => {
    const { start } = setUp();
    expect(() => start(hostsOf(), { filters: ['{"eventName":[{"wildcard":"*"}]}'] })).toThrow(
      'unsupported operator wildcard',
    );
  });
});

describe('the position of a stream mapping', () => {
  it('lets a restart continue exactly after what was acknowledged', async () => {
    const { append, start } = setUp();
    const sequences = append('a', 'b', 'c');
    const poison = sequences[1] ?? '';
    const first = hostsOf((event) => (contentsOf(event).includes(poison) ? failed : done()));
    const before = start(first, { batchSize: 1 });
    await before.idle();
    await before.stop();
    const second = hostsOf();
    const after = start(second, { batchSize: 1 });
    await after.idle();
    expect(first.batches()).toEqual([[sequences[0]], [poison]]);
    expect(second.batches()).toEqual([[poison], [sequences[2]]]);
    await after.stop();
  });

  it('starts at the end when the mapping says LATEST, and then only once', async () => {
    const { append, start } = setUp();
    append('a', 'b');
    const hosts = hostsOf();
    const source = start(hosts, { startingPosition: 'LATEST' });
    await source.idle();
    await source.stop();
    const missed = append('c');
    const again = start(hosts, { startingPosition: 'LATEST' });
    await again.idle();
    expect(hosts.batches()).toEqual([missed]);
    await again.stop();
  });

  it('is kept after all when the disk refuses it once, and the error is told', async () => {
    const { append, reported, start, stream } = setUp();
    const hosts = hostsOf();
    const source = start(hosts);
    await source.idle();
    stream.failMoves(1);
    const sequences = append('a', 'b');
    // Not `idle`, because it would make every loop poll again.
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(reported).toEqual([new Error('the disk is full')]);
    expect(await stream.position('mapping-1', 'shard-0')).toBe(sequences[1]);
    expect(hosts.batches().flat()).toEqual(sequences);
    await source.stop();
  });

  it('waits for a running invocation when it stops, and acknowledges it', async () => {
    const { append, start, stream } = setUp();
    const [only] = append('a');
    const invoked = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const hosts = hostsOf(async () => {
      invoked.resolve();
      await release.promise;
      return done();
    });
    const source = start(hosts);
    await invoked.promise;
    const stopped = source.stop();
    release.resolve();
    await stopped;
    expect(await stream.position('mapping-1', 'shard-0')).toBe(only);
    expect(source.status().state).toBe('stopped');
  });
});
