import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { startStreamSource } from '../../../infra/local/engine/source/stream-source.ts';
import { STREAM_ARN, fakeChangeStream } from './fake-change-stream.ts';
import { fakeQueues } from './fake-queues.ts';
import { START, bench, done, failed, hostsOf, mappingOf } from './source-bench.ts';
import type { StreamEvent } from './source-bench.ts';

/** A record with one of five keys, on which the function fails the first `failures` times. */
const change = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  shard: fc.constantFrom('left', 'right'),
  failures: fc.nat(3),
  /** Seconds after the previous change. */
  later: fc.nat(2),
});

const setting = fc.record({
  batchSize: fc.integer({ min: 1, max: 6 }),
  windowSeconds: fc.nat(2),
  bisectOnError: fc.boolean(),
  lanes: fc.oneof(
    fc.record({ parallelizationFactor: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ tumblingSeconds: fc.integer({ min: 1, max: 4 }) }),
  ),
});

const namingFailure = (itemIdentifier: string) =>
  done({ state: {}, batchItemFailures: [{ itemIdentifier }] });

/**
 * Processes records one by one and stops at the first failure, as the functions of this project do.
 */
const failingFunction = (failures: ReadonlyMap<string, number>, names: boolean) => {
  const left = new Map(failures);
  const effects: { key: string; sequence: string }[] = [];
  const hosts = hostsOf((event) => {
    for (const { dynamodb } of (event as StreamEvent).Records) {
      const sequence = dynamodb.SequenceNumber;
      const open = left.get(sequence) ?? 0;
      left.set(sequence, open - 1);
      if (open > 0) return names ? namingFailure(sequence) : failed;
      effects.push({ key: dynamodb.Keys.pk.S, sequence });
    }
    return done({ state: {} });
  });
  return { hosts, effects };
};

const firsts = (sequences: readonly string[]): readonly string[] => [...new Set(sequences)];

it('processes every record at least once, and first in order per key, whatever fails', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 30 }),
      setting,
      fc.boolean(),
      async (changes, { lanes, ...more }, reportsItemFailures) => {
        const around = bench();
        const stream = fakeChangeStream(['left', 'right']);
        let at = START / 1000;
        const wanted = changes.map(({ key, shard, failures, later }) => {
          const keyInShard = `${shard}-${key}`;
          at += later;
          return { key: keyInShard, failures, sequence: stream.append(keyInShard, { shard, at }) };
        });
        const failures = new Map(wanted.map((one) => [one.sequence, one.failures]));
        const { hosts, effects } = failingFunction(failures, reportsItemFailures);
        const source = startStreamSource({
          ...around,
          mapping: mappingOf(STREAM_ARN, { ...more, ...lanes, reportsItemFailures }),
          stream,
          tableName: 'loop',
          partitionKey: 'pk',
          hosts,
          queues: fakeQueues(around.clock),
        });
        for (
          let turn = 0;
          turn < 120 && firsts(effects.map((one) => one.sequence)).length < wanted.length;
          turn += 1
        ) {
          await source.idle();
          around.clock.advance(60_000);
        }
        await source.idle();
        await source.stop();
        for (const key of new Set(wanted.map((one) => one.key))) {
          const sent = wanted.filter((one) => one.key === key).map((one) => one.sequence);
          const processed = effects.filter((one) => one.key === key).map((one) => one.sequence);
          expect(firsts(processed)).toEqual(sent);
        }
        for (const shard of ['left', 'right']) {
          const last = wanted.findLast(({ key }) => key.startsWith(shard))?.sequence;
          expect(await stream.position('mapping-1', shard)).toBe(last);
        }
        expect(around.reported).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
