import type { MappingDefinition } from '../../../infra/local/engine/model.ts';
import { startStreamSource } from '../../../infra/local/engine/source/stream-source.ts';
import { STREAM_ARN, fakeChangeStream } from './fake-change-stream.ts';
import { fakeQueues } from './fake-queues.ts';
import { bench, mappingOf } from './source-bench.ts';
import type { RecordingHosts } from './source-bench.ts';

/** One stream, and a function that starts mappings on it. */
export const streamBench = (shards?: readonly string[]) => {
  const around = bench();
  const stream = fakeChangeStream(shards);
  const queues = fakeQueues(around.clock);
  const start = (hosts: RecordingHosts, more: Partial<MappingDefinition> = {}) =>
    startStreamSource({
      ...around,
      mapping: mappingOf(STREAM_ARN, more),
      stream,
      tableName: 'loop',
      partitionKey: 'pk',
      hosts,
      queues,
    });
  const append = (...keys: readonly string[]) => keys.map((key) => stream.append(key));
  return { ...around, stream, start, append };
};
