import type { LocalClock } from '../../clock.ts';
import type { MappingDefinition, QueueEngine } from '../../model.ts';
import type { Report, Tally } from '../event-source.ts';
import { queueUrlOf } from '../queue/queue-url.ts';
import { failureDocument } from './failure-document.ts';
import type { StreamParts } from './stream-parts.ts';
import type { Discard } from './verdict.ts';

export interface DiscardingParts {
  readonly mapping: MappingDefinition;
  readonly queues: QueueEngine;
  readonly clock: LocalClock;
  readonly report: Report;
  readonly tally: Tally;
}

const whyOf = ({ condition, fault }: Discard): string =>
  condition === 'RecordAgeExceeded' ? `too old to be tried again, ${fault}` : fault;

/**
 * Reports changes that are given up: always to `report`, and to the on-failure queue if there is
 * one. When the queue refuses, the error is thrown and the lane does not advance: an unrecorded
 * loss is worse than a blocked shard.
 */
export const createDiscard = (parts: DiscardingParts): StreamParts['discard'] => {
  const { mapping, queues, clock, report, tally } = parts;
  const queueUrl =
    mapping.onFailureArn === undefined ? undefined : queueUrlOf(mapping.onFailureArn);
  return async (shard, discarded) => {
    const document = failureDocument(discarded, { mapping, shard, now: clock.now() });
    if (queueUrl !== undefined) {
      const message = { QueueUrl: queueUrl, MessageBody: JSON.stringify(document) };
      await queues.handle('SendMessage', message);
    }
    const { length } = discarded.chunk.records;
    tally.discarded += length;
    report(new Error(`${mapping.id} gave up ${length} changes of ${shard}: ${whyOf(discarded)}`));
  };
};
