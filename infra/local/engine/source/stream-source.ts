import type { LocalClock } from '../clock.ts';
import type {
  ChangeStream,
  Faults,
  FunctionHosts,
  MappingDefinition,
  QueueEngine,
} from '../model.ts';
import { Activity } from './activity.ts';
import { createDelivery } from './delivery.ts';
import { emptyTally } from './event-source.ts';
import type { EventSource, Report } from './event-source.ts';
import { checkStreamFilter, compileFilters } from './pattern/filters.ts';
import { createDiscard } from './stream/discarding.ts';
import { ShardReaders } from './stream/shard-readers.ts';
import type { StreamParts } from './stream/stream-parts.ts';

export interface StreamSourceOptions {
  readonly mapping: MappingDefinition;
  readonly stream: ChangeStream;
  readonly tableName: string;
  /** The table's partition key; required when `parallelizationFactor` is above 1. */
  readonly partitionKey?: string;
  readonly hosts: FunctionHosts;
  /** Receives the failure documents of `onFailureArn`. */
  readonly queues: QueueEngine;
  readonly clock: LocalClock;
  /** Read at every delivery, so it may change while the source runs. */
  readonly faults: Faults;
  readonly report: Report;
  readonly random?: () => number;
}

const checkMapping = ({ mapping, partitionKey }: StreamSourceOptions): void => {
  const { id, batchSize, parallelizationFactor, tumblingSeconds = 1 } = mapping;
  if (batchSize < 1 || batchSize > 10_000) throw new RangeError(`${id}: BatchSize is 1 to 10000`);
  if (parallelizationFactor < 1 || parallelizationFactor > 10)
    throw new RangeError(`${id}: ParallelizationFactor is 1 to 10`);
  if (tumblingSeconds < 1 || tumblingSeconds > 900)
    throw new RangeError(`${id}: TumblingWindowInSeconds is 1 to 900`);
  if (mapping.tumblingSeconds !== undefined && parallelizationFactor > 1)
    throw new RangeError(`${id}: tumbling windows need a ParallelizationFactor of 1`);
  if (parallelizationFactor > 1 && partitionKey === undefined)
    throw new TypeError(`${id}: ParallelizationFactor needs the name of the partition key`);
};

/**
 * Starts an event source mapping from a table's change stream to a function. Throws `PatternError`,
 * `RangeError` or `TypeError` for a mapping that the service would refuse or that this engine does
 * not understand.
 */
export const startStreamSource = (options: StreamSourceOptions): EventSource => {
  checkMapping(options);
  const { mapping, stream, clock, faults, report, partitionKey } = options;
  const tally = emptyTally();
  const activity = new Activity(clock, report);
  const { functionArn, id, enabled } = mapping;
  const parts: StreamParts = {
    mapping,
    stream,
    clock,
    faults,
    activity,
    report,
    partitionKey,
    passes: compileFilters(mapping.filters, checkStreamFilter),
    deliver: createDelivery({ ...options, functionArn, tally }),
    discard: createDiscard({ ...options, tally }),
  };
  if (enabled) {
    const readers = new ShardReaders(parts, options.tableName);
    activity.onStop(stream.onChange(options.tableName, () => readers.wake()));
    readers.open();
  }
  return activity.source({ id, kind: 'stream', enabled, tally });
};
