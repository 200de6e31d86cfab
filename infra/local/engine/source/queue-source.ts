import type { LocalClock } from '../clock.ts';
import type { Faults, FunctionHosts, MappingDefinition, QueueEngine } from '../model.ts';
import { Activity } from './activity.ts';
import { createDelivery } from './delivery.ts';
import { emptyTally } from './event-source.ts';
import type { EventSource, Report } from './event-source.ts';
import { checkQueueFilter, compileFilters } from './pattern/filters.ts';
import { Poller } from './queue/poller.ts';
import { queueWire } from './queue/queue-wire.ts';

export interface QueueSourceOptions {
  readonly mapping: MappingDefinition;
  readonly queues: QueueEngine;
  readonly hosts: FunctionHosts;
  readonly clock: LocalClock;
  /** Read at every delivery, so it may change while the source runs. */
  readonly faults: Faults;
  readonly report: Report;
  readonly random?: () => number;
}

/** Refuses batch settings that the service refuses. */
const checkMapping = ({ id, sourceArn, batchSize, windowSeconds }: MappingDefinition): void => {
  const fifo = sourceArn.endsWith('.fifo');
  if (batchSize < 1 || batchSize > 10_000) throw new RangeError(`${id}: BatchSize is 1 to 10000`);
  if (fifo && (batchSize > 10 || windowSeconds > 0))
    throw new RangeError(`${id}: a FIFO queue has batches of 10 at most and no batching window`);
  if (batchSize > 10 && windowSeconds < 1)
    throw new RangeError(`${id}: a BatchSize above 10 needs a batching window`);
};

/**
 * Starts an event source mapping from a queue to a function. Throws `PatternError`, `RangeError` or
 * `TypeError` for a mapping that the service would refuse or that this engine does not understand.
 */
export const startQueueSource = (options: QueueSourceOptions): EventSource => {
  const { mapping, queues, clock, faults, report } = options;
  const { id, sourceArn, functionArn, enabled } = mapping;
  checkMapping(mapping);
  const passes = compileFilters(mapping.filters, checkQueueFilter);
  const wire = queueWire(queues, sourceArn);
  const tally = emptyTally();
  const activity = new Activity(clock, report);
  const deliver = createDelivery({ ...options, functionArn, tally });
  if (enabled) {
    const poller = new Poller({ mapping, wire, clock, faults, activity, passes, deliver });
    activity.onStop(queues.onReceivable(sourceArn, () => poller.wake()));
  }
  return activity.source({ id, kind: 'queue', enabled, tally });
};
